import { DAY_MS, type LivenessPrompt } from '@xuzheng/engine';
import {
  burstOf,
  recheckOf,
  snapshotOf,
  type BurstPicture,
  type Performer,
} from '../faces/index.ts';
import { myEnrolment } from './learner.ts';
import type { Pace } from './pace.ts';
import { part, type Visitor } from './visitor.ts';

/** What a scenario needs of the answers; the whole shapes are the API's. */
interface Progress {
  readonly id: string;
  readonly state: string;
  readonly positionSeconds: number;
  readonly lessonComplete: boolean;
  readonly hoursComplete: boolean;
  readonly due: { readonly kind: 'snapshot' | 'recheck' | 'question' } | null;
}
interface Session extends Progress {
  readonly leaseToken: number;
  readonly beatEverySeconds: number;
  readonly lesson: { readonly durationSeconds: number };
}
interface CheckResult {
  readonly outcome: string;
  readonly reason: string | null;
  readonly session: Session | null;
}

export interface Studying {
  readonly pace: Pace;
  /** Who sits before the camera. */
  readonly performer: Performer;
  /** Who sits there from this many seconds of the lesson on: a swap during study. */
  readonly swap?: { readonly afterSeconds: number; readonly performer: Performer };
  /** Stop, and leave the session to itself, after so many seconds of the lesson. */
  readonly stopAfterSeconds?: number;
}

const formOf = (meta: object, pictures: readonly BurstPicture[]): FormData => {
  const form = new FormData();
  form.set('meta', JSON.stringify(meta));
  for (const { bytes } of pictures) form.append('frame', part(bytes, 'image/jpeg'), 'frame.jpg');
  return form;
};

const inPath = (id: string) => ({ params: { path: { id } } });

/** Nobody sits twice in exactly the same way: the same bytes again would be a replay. */
const sittingAt = (performer: Performer, now: number): Performer => ({
  draw: (pose, seconds) => performer.draw(pose, seconds + (now % DAY_MS) / 1000),
});

/** Draws a challenge and answers it with the performer before the camera. */
async function faceCheck(
  learner: Visitor,
  sessionId: string,
  sitter: Performer,
  pace: Pace,
): Promise<CheckResult> {
  const { api } = learner;
  const challenge = await api.take(
    api.POST('/api/me/study-sessions/{id}/challenge', { ...inPath(sessionId), body: {} }),
  );
  const actions = challenge.actions as LivenessPrompt[];
  const performer = sittingAt(sitter, pace.now());
  const pictures = actions.length === 0 ? recheckOf(performer) : burstOf(performer, { actions });
  const frames = pictures.map(({ atMs, action }) => ({ atMs, action }));
  await pace.wait(pictures.at(-1)?.atMs ?? 0);
  const form = formOf({ nonce: challenge.nonce, frames }, pictures);
  return learner.send('POST', `/api/me/study-sessions/${sessionId}/face-check`, form);
}

async function snapshot(learner: Visitor, id: string, performer: Performer, seconds: number) {
  const form = new FormData();
  form.set('frame', part(snapshotOf(performer, seconds), 'image/jpeg'), 'frame.jpg');
  await learner.send('POST', `/api/me/study-sessions/${id}/snapshots`, form);
}

/** 开始学习 and the face check at the door; the session that is playing. */
export async function enterLesson(
  learner: Visitor,
  at: { readonly enrolmentId: string; readonly lessonId: string },
  { performer, pace }: Pick<Studying, 'performer' | 'pace'>,
): Promise<Session> {
  const { api } = learner;
  const opened: Session = await api.take(
    api.POST('/api/me/study-sessions', { body: { ...at, device: 'scenario', takeOver: true } }),
  );
  for (let tries = 3; ; tries--) {
    const result = await faceCheck(learner, opened.id, performer, pace);
    if (result.session && result.outcome === 'matched') return result.session;
    if (tries === 0) throw new Error(`the door stays closed: ${result.outcome} ${result.reason}`);
  }
}

/**
 * Watches one lesson to its end (or to where the scenario stops), beat by beat. Whoever takes the
 * learner's place leaves when the player asks for the face, and the learner comes back.
 */
export async function studyLesson(
  learner: Visitor,
  at: { readonly enrolmentId: string; readonly lessonId: string },
  studying: Studying,
): Promise<Progress> {
  const entered = await enterLesson(learner, at, studying);
  const { pace, swap, stopAfterSeconds = Infinity } = studying;
  let session: Progress = entered;
  let swapIsOver = false;
  for (let seq = 1; !session.lessonComplete; seq++) {
    await pace.wait(entered.beatEverySeconds * 1000);
    const next = session.positionSeconds + entered.beatEverySeconds;
    const position = Math.min(next, entered.lesson.durationSeconds);
    session = await beat(learner, entered, seq, position);
    if (session.positionSeconds >= stopAfterSeconds) break;
    const sitting: Performer =
      swap && !swapIsOver && position >= swap.afterSeconds ? swap.performer : studying.performer;
    if (session.due?.kind === 'snapshot')
      await snapshot(learner, entered.id, sitting, pace.now() / 1000);
    if (session.lessonComplete || session.state === 'playing') continue;
    swapIsOver ||= sitting !== studying.performer;
    await faceCheck(learner, entered.id, studying.performer, pace);
  }
  await learner.api.take(
    learner.api.POST('/api/me/study-sessions/{id}/end', { ...inPath(entered.id), body: null }),
  );
  return session;
}

async function beat(
  learner: Visitor,
  { id, leaseToken }: Session,
  seq: number,
  positionSeconds: number,
): Promise<Progress> {
  const beats = [{ seq, positionSeconds, playing: true, visible: true }];
  const receipt = await learner.api.take(
    learner.api.POST('/api/me/study-sessions/{id}/beats', {
      ...inPath(id),
      body: { leaseToken, beats },
    }),
  );
  return receipt.session;
}

/** Studies every lesson that is not complete yet, in order. */
export async function studyAll(
  learner: Visitor,
  enrolmentId: string,
  studying: Studying,
): Promise<void> {
  const { courses } = await myEnrolment(learner, enrolmentId);
  for (const lesson of courses.flatMap((course) => course.lessons)) {
    if (lesson.completedAt !== null) continue;
    await studyLesson(learner, { enrolmentId, lessonId: lesson.id }, studying);
  }
}
