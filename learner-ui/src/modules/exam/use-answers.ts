import { useIntervalFn } from '@vueuse/core';
import { computed, reactive, ref } from 'vue';
import { saveAnswer, type Attempt, type Question } from './api.ts';

/** The answer after one more click: one of them, or several. */
export const chosenAfter = (question: Question, before: readonly number[], option: number) => {
  if (question.kind !== 'multiple') return [option];
  return before.includes(option)
    ? before.filter((chosen) => chosen !== option)
    : [...before, option].toSorted((a, b) => a - b);
};

/** Answers are sent as they are given; what could not be sent waits and is tried again. */
export const useAnswers = (attempt: Attempt, onRefused: (error: unknown) => void) => {
  const answers = reactive<Record<string, number[]>>({ ...attempt.answers });
  const unsaved = reactive(new Set<string>());
  const sending = ref(false);

  const sendAll = async () => {
    if (sending.value) return;
    sending.value = true;
    try {
      for (const id of [...unsaved]) {
        const sent = answers[id] ?? [];
        await saveAnswer(attempt.id, id, sent);
        if (answers[id] === sent) unsaved.delete(id);
      }
    } catch (error) {
      onRefused(error);
    } finally {
      sending.value = false;
    }
  };
  useIntervalFn(() => unsaved.size > 0 && sendAll(), 4000);
  return {
    answers,
    unsaved: computed(() => unsaved.size),
    sending,
    answered: computed(() => Object.values(answers).filter((chosen) => chosen.length > 0).length),
    choose: (question: Question, option: number) => {
      answers[question.id] = chosenAfter(question, answers[question.id] ?? [], option);
      unsaved.add(question.id);
      void sendAll();
    },
    settle: sendAll,
  };
};
