import { useIntervalFn } from '@vueuse/core';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Bilingual } from '../../look/index.ts';
import { answerAttended, askAttendedCode, readAttended, type AttendedCheck } from './api.ts';
import type { StudyRun } from './study-run.ts';

/** How often the page looks whether the message has left, or whether one can come again. */
const LOOK_MS = 3000;

/** The check a session without a face waits for: its code, its question, and an answer to it. */
export const useAttendedCheck = (run: StudyRun) => {
  const check = shallowRef<AttendedCheck | null>(null);
  const said = shallowRef<{ outcome: string; sentence: Bilingual } | null>(null);
  const error = shallowRef<unknown>(null);
  const busy = ref(false);
  const now = ref(run.serverNow());
  const { id } = run.view.value;

  const guarded = async (work: () => Promise<void>, quiet = false) => {
    if (!quiet) busy.value = true;
    try {
      await work();
      if (!quiet) error.value = null;
    } catch (fault) {
      if (!quiet) error.value = fault;
    } finally {
      if (!quiet) busy.value = false;
    }
  };
  const took = (answer: Awaited<ReturnType<typeof readAttended>>) => {
    check.value = answer.check;
    run.follow(answer.session);
  };
  const load = () => guarded(async () => took(await readAttended(id)), true);
  const codeAgain = () =>
    guarded(async () => {
      said.value = null;
      took(await askAttendedCode(id));
    });
  const answer = (given: { code?: string; chosen?: number[] }) =>
    guarded(async () => {
      if (check.value === null) return;
      const result = await answerAttended(id, { checkId: check.value.id, ...given });
      said.value = { outcome: result.outcome, sentence: result.sentence };
      check.value = result.check;
      run.follow(result.session);
    });
  const waits = () =>
    check.value === null || (check.value.code && check.value.code.state !== 'sent');
  useIntervalFn(() => (now.value = run.serverNow()), 500);
  useIntervalFn(() => waits() && !busy.value && void load(), LOOK_MS);
  watch(() => [run.state.value, run.view.value.due?.id, run.view.value.due?.answerBy], load);
  const until = (instant: string | null | undefined) =>
    instant ? Math.max(0, Math.ceil((Date.parse(instant) - now.value) / 1000)) : null;
  return {
    ...{ check, said, error, busy, load, codeAgain, answer },
    secondsLeft: computed(() => until(check.value?.answerBy)),
    againIn: computed(() => until(check.value?.code?.again) ?? 0),
  };
};
