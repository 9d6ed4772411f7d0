import { CONSENT_VERSION } from '@xuzheng/engine';
import { beforeAll, beforeEach } from 'vitest';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import type { KeptFramesView } from '../../../api/src/schemas/kept-frames.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { CHECKED, receiptOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

// Set before the tests of the file that calls `studyWithPictures`.
export let ground: StudyGround;
export let wang: Student;
export let li: Student;
let lesson = -1;

export const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);
export const now = (): Date => new Date(ground.clock.now());
export const nextLesson = (): void => void (lesson += 1);

/** Two learners with both consents; each test in a lesson and an epoch of its own. */
export function studyWithPictures(): void {
  beforeAll(async () => {
    ground = await studyGround(Array.from({ length: 16 }, () => 3000));
    wang = await ground.student('wang', CHECKED);
    li = await ground.student('li', CHECKED);
  });
  beforeEach(async () => {
    nextLesson();
    pass(3600);
    await ground.deps.db
      .updateTable('enrolments')
      .set((eb) => ({ epoch: eb('epoch', '+', 1) }))
      .execute();
    for (const who of [wang, li]) await agree(who);
  });
}

export const agree = (who: Student) =>
  who.browser.put('/api/me/consents/keepFrames', { version: CONSENT_VERSION });
export const withdraw = (who: Student) => who.browser.delete('/api/me/consents/keepFrames');
export const keptOf = async (who: Student): Promise<KeptFramesView> =>
  (await who.browser.get('/api/me/kept-frames')).json<KeptFramesView>();

/** Studies until a snapshot was taken and looked at; gives the session, ended. */
export async function studied(who: Student, sitter: 'me' | 'other' = 'me'): Promise<SessionView> {
  const session = await who.enter(lesson, { takeOver: true });
  let at = 0;
  for (let seq = 1; ; seq++) {
    pass(10);
    at += 10;
    const { session: told } = receiptOf(await who.beat(session, [seq, at]));
    if (told.due?.kind === 'snapshot') break;
    if (told.due?.kind === 'recheck') {
      const url = `/api/me/study-sessions/${session.id}/challenge`;
      const challenge = (await who.browser.post(url)).json<SessionView['challenge']>();
      await who.face({ ...session, challenge }, 'me');
    }
  }
  await who.snapshot(session.id, sitter);
  await checkSnapshots(ground.deps);
  await who.browser.post(`/api/me/study-sessions/${session.id}/end`);
  return session;
}

export const rowsOf = async (sessionId: string) => ({
  snapshots: await ground.deps.db
    .selectFrom('snapshots')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .execute(),
  checks: await ground.deps.db
    .selectFrom('faceChecks')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('outcome', 'is not', null)
    .execute(),
});

export const epochOf = async (who: Student): Promise<number> =>
  (await ground.enrolment(who.enrolmentId)).epoch;
