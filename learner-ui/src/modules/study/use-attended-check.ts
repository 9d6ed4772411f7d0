import { useIntervalFn } from '@vueuse/core';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Bilingual } from '../../look/index.ts';
import { answerAttended, askAttendedCode, readAttended, type AttendedCheck } from './api.ts';
import type { StudyRun } from './study-run.ts';

/** How often the page looks whether the message has left, or whether one can come again. */
const LOOK_MS = 3000;

/** One piece of work at a time that says when it is at it, and what went wrong. */
const createDesk = () => {
  const error = shallowRef<unknown>(null);
  const busy = ref(false);
  const work = async (what: () => Promise<void>) => {
    busy.value = true;
    try {
      await what();
      error.value = null;
    } catch (fault) {
      error.value = fault;
    } finally {
      busy.value = false;
    }
  };
  return { error, busy, work };
};

/** The check a session without a face waits for: its code, its question, and an answer to it. */
export const useAttendedCheck = (run: StudyRun) => {
  const check = shallowRef<AttendedCheck | null>(null);
  const said = shallowRef<{ outcome: string; sentence: Bilingual } | null>(null);
  const { error, busy, work } = createDesk();
  const now = ref(run.serverNow());
  const { id } = run.view.value;

  const took = (answer: Awaited<ReturnType<typeof readAttended>>) => {
    check.value = answer.check;
    run.follow(answer.session);
  };
  // What was only looked for comes again by itself: a fault of the network is no news then.
  const look = () => readAttended(id).then(took, () => undefined);
  const answer = (given: { code?: string; chosen?: number[] }) =>
    work(async () => {
      if (check.value === null) return;
      const result = await answerAttended(id, { checkId: check.value.id, ...given });
      said.value = { outcome: result.outcome, sentence: result.sentence };
      check.value = result.check;
      run.follow(result.session);
    });
  const waits = () =>
    check.value === null || (check.value.code !== null && check.value.code.state !== 'sent');
  useIntervalFn(() => (now.value = run.serverNow()), 500);
  useIntervalFn(() => waits() && !busy.value && void look(), LOOK_MS);
  watch(() => [run.state.value, run.view.value.due?.id, run.view.value.due?.answerBy], look);
  const until = (instant: string | null | undefined) =>
    instant ? Math.max(0, Math.ceil((Date.parse(instant) - now.value) / 1000)) : null;
  return {
    ...{ check, said, error, busy, answer },
    load: () => work(async () => took(await readAttended(id))),
    codeAgain: () => work(async () => took(await askAttendedCode(id))),
    secondsLeft: computed(() => until(check.value?.answerBy)),
    againIn: computed(() => until(check.value?.code?.again) ?? 0),
  };
};
