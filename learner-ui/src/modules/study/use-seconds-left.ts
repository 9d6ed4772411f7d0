import { useIntervalFn } from '@vueuse/core';
import { computed, ref } from 'vue';
import type { StudyRun } from './study-run.ts';

/** Seconds until the running recheck must be answered, by the server's clock. */
export const useSecondsLeft = (run: StudyRun) => {
  const now = ref(run.serverNow());
  useIntervalFn(() => (now.value = run.serverNow()), 1000);
  return computed(() => {
    const { due, recheckAnswerSeconds } = run.view.value;
    if (!due?.answerBy) return recheckAnswerSeconds;
    return Math.max(0, Math.ceil((Date.parse(due.answerBy) - now.value) / 1000));
  });
};
