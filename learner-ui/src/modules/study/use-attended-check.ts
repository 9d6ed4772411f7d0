import { useIntervalFn } from '@vueuse/core';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Bilingual } from '../../look/index.ts';
import { answerAttended, askAttendedCode, readAttended, type AttendedCheck } from './api.ts';
import type { StudyRun } from './study-run.ts';

/** How often the page looks whether the message has left, or whether one can come again. */
const LOOK_MS = 3000;

const secondsTo = (instant: string | null | undefined, now: number): number | null =>
  instant ? Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000)) : null;

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

  // A look changes nothing of the session: its answer may be older than what the learner did meanwhile,
  // and beats and news bring the state. A fault of the network is no news either: it looks again.
  const look = () =>
    readAttended(id).then(
      (answer) => void (check.value = answer.check),
      () => undefined,
    );
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
  // Plain values, each by itself: an array of them, or a shallow ref as a source, would be news with
  // every answer, and every answer would ask again.
  watch(
    [() => run.state.value, () => run.view.value.due?.id, () => run.view.value.due?.answerBy],
    () => void look(),
  );
  return {
    ...{ check, said, error, busy, answer },
    load: () => work(async () => void (check.value = (await readAttended(id)).check)),
    codeAgain: () =>
      work(async () => {
        const answer = await askAttendedCode(id);
        check.value = answer.check;
        run.follow(answer.session);
      }),
    secondsLeft: computed(() => secondsTo(check.value?.answerBy, now.value)),
    againIn: computed(() => secondsTo(check.value?.code?.again, now.value) ?? 0),
  };
};
