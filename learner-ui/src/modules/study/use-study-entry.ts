import { useQueryClient } from '@tanstack/vue-query';
import { onScopeDispose, ref, shallowRef } from 'vue';
import { deviceWords } from '../../app/device-words.ts';
import { withoutFace } from '../../app/study-path.ts';
import type { Burst, Camera } from '../../camera/index.ts';
import { problemOf } from '../../look/index.ts';
import { askChallenge, sendFaceCheck, startStudy, type Challenge, type FaceResult } from './api.ts';
import { resumeStudy, type Resumed } from './resume-study.ts';
import { forgetStudy, holdStudy } from './study-memory.ts';
import { createStudyRun, type StudyRun } from './study-run.ts';

type Where = { readonly enrolmentId: string; readonly lessonId: string };

type How = { readonly takeOver: boolean; readonly attended: boolean };

const inputOf = (where: Where, camera: Camera, { takeOver, attended }: How) => ({
  ...where,
  device: deviceWords(navigator.userAgent) ?? 'browser',
  ...(attended ? { attended } : {}),
  ...(camera.label.value ? { cameraLabel: camera.label.value } : {}),
  ...(camera.microphone.value === 'notAsked'
    ? {}
    : {
        microphone:
          camera.microphone.value === 'allowed' ? ('granted' as const) : ('refused' as const),
      }),
  ...(takeOver ? { takeOver } : {}),
});

/** The session this browser had, or a new one; also a new one when it is to go the other way. */
const begin = async (where: Where, camera: Camera, how: How): Promise<Resumed> => {
  const resumed = how.takeOver ? null : await resumeStudy(where.lessonId);
  const sameWay = resumed?.view.replay === true || resumed?.view.attended === how.attended;
  if (resumed !== null && sameWay) return resumed;
  resumed?.release();
  const takeOver = how.takeOver || resumed !== null;
  const view = await startStudy(inputOf(where, camera, { ...how, takeOver }));
  return { view, release: (await holdStudy(view.id)) ?? (() => undefined) };
};

/** From 开始学习 to a running session: opened, taken over, or refused with the reason. */
export const useStudyEntry = (where: Where, camera: Camera, eye: () => HTMLVideoElement | null) => {
  const client = useQueryClient();
  const run = shallowRef<StudyRun | null>(null);
  const problem = shallowRef<unknown>(null);
  const opening = ref(false);
  let release: () => void = () => undefined;

  const stop = () => {
    run.value?.stop();
    release();
  };
  const open = async (takeOver = false) => {
    opening.value = true;
    problem.value = null;
    try {
      stop();
      const begun = await begin(where, camera, { takeOver, attended: withoutFace.value });
      release = begun.release;
      run.value = createStudyRun(begun.view, eye);
    } catch (error) {
      problem.value = error;
    } finally {
      opening.value = false;
    }
  };
  const leave = async () => {
    const current = run.value;
    if (current === null) return;
    if (!current.view.value.ended) await current.end().catch(() => undefined);
    stop();
    forgetStudy();
    await client.invalidateQueries({ queryKey: ['enrolments'] });
    await client.invalidateQueries({ queryKey: ['passport'] });
  };
  onScopeDispose(stop);
  return { run, problem, opening, open, leave, door: () => doorOf(run.value, () => void open()) };
};

/** The device that studies now, when that is why this one may not begin. */
export const heldElsewhere = (problem: unknown): { device: string } | null => {
  const found = problemOf(problem);
  if (found?.code !== 'study/leaseHeld') return null;
  const device = found.details?.device;
  return { device: typeof device === 'string' ? device : '' };
};

/**
 * The face check of a session: the challenge it came with first, then new ones. A session that was
 * ended because nobody came to its door is opened anew: the learner only presses once more.
 */
const doorOf = (run: StudyRun | null, reopen: () => void) => {
  let given: Challenge | null = run?.view.value.challenge ?? null;
  return {
    challenge: async (another: boolean): Promise<Challenge> => {
      const first = given;
      given = null;
      const fresh =
        first !== null && Date.parse(first.expiresAt) - (run?.serverNow() ?? 0) > 20_000;
      if (fresh && !another) return first;
      return askChallenge(run?.view.value.id ?? '', another).catch((error: unknown) => {
        if (problemOf(error)?.code === 'study/sessionEnded') reopen();
        throw error;
      });
    },
    judge: async (challenge: Challenge, burst: Burst): Promise<FaceResult> =>
      sendFaceCheck(run?.view.value.id ?? '', challenge.nonce, burst),
  };
};
