import { useQueryClient } from '@tanstack/vue-query';
import { onScopeDispose, ref, shallowRef } from 'vue';
import { deviceWords } from '../../app/device-words.ts';
import type { Burst, Camera } from '../../camera/index.ts';
import { problemOf } from '../../look/index.ts';
import {
  askChallenge,
  readStudy,
  sendFaceCheck,
  startStudy,
  type Challenge,
  type FaceResult,
  type SessionView,
} from './api.ts';
import { createStudyRun, type StudyRun } from './study-run.ts';

type Where = { readonly enrolmentId: string; readonly lessonId: string };

const KEY = 'xz.study';
const remembered = (lessonId: string): string | null => {
  const [lesson, session] = (sessionStorage.getItem(KEY) ?? '').split(' ');
  return lesson === lessonId ? (session ?? null) : null;
};

/** The session this tab had of the lesson, if it still runs: a reload goes on where it was. */
const resumed = async (lessonId: string): Promise<SessionView | null> => {
  const id = remembered(lessonId);
  if (id === null) return null;
  const view = await readStudy(id).catch(() => null);
  return view !== null && !view.ended && view.lesson.id === lessonId ? view : null;
};

const inputOf = (where: Where, camera: Camera, takeOver: boolean) => ({
  ...where,
  device: deviceWords(navigator.userAgent) ?? 'browser',
  ...(camera.label.value ? { cameraLabel: camera.label.value } : {}),
  ...(camera.microphone.value === 'notAsked'
    ? {}
    : {
        microphone:
          camera.microphone.value === 'allowed' ? ('granted' as const) : ('refused' as const),
      }),
  ...(takeOver ? { takeOver } : {}),
});

/** From 开始学习 to a running session: opened, taken over, or refused with the reason. */
export const useStudyEntry = (where: Where, camera: Camera, eye: () => HTMLVideoElement | null) => {
  const client = useQueryClient();
  const run = shallowRef<StudyRun | null>(null);
  const problem = shallowRef<unknown>(null);
  const opening = ref(false);

  const open = async (takeOver = false) => {
    opening.value = true;
    problem.value = null;
    try {
      const view =
        (takeOver ? null : await resumed(where.lessonId)) ??
        (await startStudy(inputOf(where, camera, takeOver)));
      sessionStorage.setItem(KEY, `${where.lessonId} ${view.id}`);
      run.value?.stop();
      run.value = createStudyRun(view, eye);
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
    current.stop();
    sessionStorage.removeItem(KEY);
    await client.invalidateQueries({ queryKey: ['enrolments'] });
    await client.invalidateQueries({ queryKey: ['passport'] });
  };
  onScopeDispose(() => run.value?.stop());
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
