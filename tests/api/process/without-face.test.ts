import { setTimeout as sleep } from 'node:timers/promises';
import { fastPolicy } from '@xuzheng/engine';
import { beforeAll, expect, test } from 'vitest';
import { answerAttended } from '../../../api/src/commands/study/answer-attended.ts';
import { showAttended } from '../../../api/src/commands/study/ask-attended.ts';
import { startStudy } from '../../../api/src/commands/study/start-study.ts';
import { takeBeats } from '../../../api/src/commands/study/take-beats.ts';
import type { PortraitDeps } from '../../../api/src/commands/judge-own-portrait.ts';
import type { StudyDeps } from '../../../api/src/commands/study/study-work.ts';
import { insertPolicy } from '../../../api/src/db/policies.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { acceptHours, commandBy, enrol, enrolmentOf, furnish, until, untilTag } from './people.ts';
import { scriptedFaces } from '../study/scripted-faces.ts';
import { processGround, type ProcessGround } from './process-ground.ts';

const POLICY = fastPolicy({
  id: 'without-face',
  leaseSeconds: 60,
  snapshotEverySeconds: 1,
  recheckEverySeconds: 2,
  checkJitter: 0.1,
});
const RIGHT = '系好安全带';
/** A lesson is complete three seconds before its end. */
const SECONDS = 7;

let ground: ProcessGround;
let deps: StudyDeps & PortraitDeps;
let lessonId: string;

beforeAll(async () => {
  ground = await processGround();
  const { db, vault, shell } = ground;
  deps = { ...shell, db, vault, faces: scriptedFaces() };
  await furnish(ground);
  await insertPolicy(db, POLICY, '2020-01-01');
  const published = { posts: ['documents'], publishedAt: new Date(0) };
  const { id: courseId } = await db
    .insertInto('courses')
    .values({ title: '资料员安全', kind: 'professional', studyYear: 2020, ...published })
    .returning('id')
    .executeTakeFirstOrThrow();
  const lesson = { courseId, position: 1, title: '短课', topic: '高处作业' };
  const row = await db
    .insertInto('lessons')
    .values({ ...lesson, durationSeconds: SECONDS, webmKey: 'plain/none' })
    .returning('id')
    .executeTakeFirstOrThrow();
  lessonId = row.id;
  const question = { code: 'q', version: 1, kind: 'single', topic: '高处作业', post: null };
  const options = JSON.stringify(['什么也不做', RIGHT]);
  await db
    .insertInto('questions')
    .values({ ...question, stem: '作业前应当怎样做', options, answer: [1] })
    .execute();
  await ground.startWorker();
});

/** Answers whatever is asked for, with the phone and what was learnt; says what it was. */
async function answerCheck(learnerId: string, session: SessionView): Promise<string | null> {
  const shown = await showAttended(deps, learnerId, session.id);
  if (!shown.ok) return null;
  const { check } = shown.value;
  if (check === null) return null;
  const given = { checkId: check.id };
  if (check.question !== null) {
    const chosen = [check.question.options.indexOf(RIGHT)];
    await answerAttended(deps, learnerId, session.id, { ...given, chosen });
    return 'question';
  }
  // The message may leave between two looks: only the check itself says that it has.
  await until('the code', async () => {
    const looked = await showAttended(deps, learnerId, session.id);
    return looked.ok && looked.value.check?.code?.state === 'sent';
  });
  const code = /\d{6}/.exec(ground.sent.at(-1)?.body ?? '')?.[0] ?? '';
  await answerAttended(deps, learnerId, session.id, { ...given, code });
  return 'code';
}

test('codes and questions lead to accepted hours, the certificate and the renewal, without a face', async () => {
  const id = await enrol(ground, { policy: POLICY, post: 'documents', examRequired: false });
  await untilTag(ground, id, 'hours.studying');
  const { learnerId } = await enrolmentOf(ground, id);
  const asked = { enrolmentId: id, lessonId, device: 'phone', attended: true };
  const started = await startStudy(deps, learnerId, asked);
  if (!started.ok) throw new Error(started.refusal.code);
  const session = started.value;
  const answered = new Set([await answerCheck(learnerId, session)]);
  let at = 0;
  for (let seq = 1, complete = false; !complete; seq++) {
    await sleep(300);
    at = Math.min(SECONDS, at + 0.3);
    const beats = [{ seq, positionSeconds: at, playing: true, visible: true }];
    const receipt = await takeBeats(deps, learnerId, session.id, {
      leaseToken: session.leaseToken,
      beats,
    });
    if (!receipt.ok) throw new Error(receipt.refusal.code);
    const now = receipt.value.session;
    complete = now.lessonComplete;
    if (now.due !== null) {
      answered.add(await answerCheck(learnerId, session));
      at = now.positionSeconds;
    }
    if (seq > 100) throw new Error('the lesson did not end');
  }
  expect(answered).toEqual(new Set(['code', 'question']));
  await untilTag(ground, id, 'audit.open');
  expect(await acceptHours(ground, id)).toMatchObject({ ok: true });
  await untilTag(ground, id, 'renewal.available');
  expect(await commandBy(ground, id, 'learner:x', { type: 'RENEW' })).toMatchObject({ ok: true });
  const kinds = async () =>
    (
      await ground.db
        .selectFrom('certificates')
        .select('kind')
        .where('enrolmentId', '=', id)
        .execute()
    )
      .map((row) => row.kind)
      .sort();
  await until('both certificates', async () => (await kinds()).join() === 'hours,training');
  for (const table of ['faceChecks', 'snapshots', 'faceTemplates', 'findings'] as const) {
    expect(await ground.db.selectFrom(table).selectAll().execute()).toEqual([]);
  }
  expect(ground.faults).toEqual([]);
});
