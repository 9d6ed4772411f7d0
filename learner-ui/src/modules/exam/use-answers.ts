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

const nextOf = (waiting: ReadonlySet<string>): string | undefined => waiting.values().next().value;

/** Answers are sent as they are given; what could not be sent waits and is tried again. */
export const useAnswers = (attempt: Attempt, onRefused: (error: unknown) => void) => {
  const answers = reactive<Record<string, number[]>>({ ...attempt.answers });
  const unsaved = reactive(new Set<string>());
  const sending = ref(false);
  let round: Promise<void> | null = null;

  // One call at a time, and whatever is answered meanwhile goes with the same round.
  const sendRound = async () => {
    sending.value = true;
    try {
      for (let id = nextOf(unsaved); id !== undefined; id = nextOf(unsaved)) {
        const sent = answers[id] ?? [];
        await saveAnswer(attempt.id, id, sent);
        if (answers[id] === sent) unsaved.delete(id);
      }
    } finally {
      sending.value = false;
    }
  };
  const settle = (): Promise<void> => {
    round ??= sendRound().finally(() => (round = null));
    return round;
  };
  const sendAll = () => settle().catch(onRefused);
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
    /** Resolves when every answer is with the server; rejects when one could not be sent. */
    settle,
  };
};
