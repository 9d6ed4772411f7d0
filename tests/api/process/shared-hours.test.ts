import { randomUUID } from 'node:crypto';
import { balanceOf, fastPolicy, studiedEntry } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedViews } from '../../../api/src/commands/audit/case-parts.ts';
import { completeHours, shareWithOthers } from '../../../api/src/commands/study/share-hours.ts';
import { appendLedger, ledgerOf } from '../../../api/src/db/hour-ledger.ts';
import { saveProgress } from '../../../api/src/db/lesson-progress.ts';
import { lockSameYear, sharedInto } from '../../../api/src/db/shared-hours.ts';
import {
  clearHours,
  commandBy,
  enrol,
  enrolmentOf,
  furnish,
  STAFF,
  untilTag,
  writeText,
} from './people.ts';
import { idOf, processGround, type ProcessGround } from './process-ground.ts';

const POLICY = fastPolicy({
  id: 'sharing',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 60_000 },
});
const PUBLIC = idOf('public lesson');
const POSTS = { origin: 'materials', other: 'machinery' };

let ground: ProcessGround;
let origin: string;
let other: string;

beforeAll(async () => {
  ground = await processGround();
  await furnish(ground, POLICY);
  const courseId = idOf('public course');
  const course = { id: courseId, title: '法律法规', kind: 'public', studyYear: 2020 };
  const posts = Object.values(POSTS);
  await ground.db
    .insertInto('courses')
    .values({ ...course, posts, publishedAt: new Date(0) })
    .execute();
  const lesson = { id: PUBLIC, courseId, position: 1, title: '安全生产法' };
  await ground.db
    .insertInto('lessons')
    .values({ ...lesson, durationSeconds: 2_700, webmKey: 'plain/none' })
    .execute();
  await ground.startWorker();
  const options = { policy: POLICY, examRequired: false };
  origin = await enrol(ground, { ...options, post: POSTS.origin });
  other = await enrol(ground, { ...options, post: POSTS.other });
});

/** The lesson is completed for the first post, as the study command writes it. */
const complete = () =>
  ground.db.transaction().execute(async (trx) => {
    const now = Date.now();
    const sameYear = await lockSameYear(trx, origin);
    const own = sameYear.find((row) => row.id === origin)!;
    const studied = { lessonId: PUBLIC, epoch: 1, watchedSeconds: 2_700 };
    const entry = studiedEntry(await ledgerOf(trx, origin), studied, now);
    await appendLedger(trx, origin, 1, entry === null ? [] : [entry]);
    const whole = { watched: [[0, 2_700] as const], pending: [], watchedSeconds: 2_700 };
    const key = { enrolmentId: origin, epoch: 1, lessonId: PUBLIC };
    await saveProgress(trx, key, { ...whole, completedAt: new Date(now) });
    await shareWithOthers(trx, own, sameYear, now);
    await completeHours(trx, own, now);
  });

const findingsOfOther = () =>
  ground.db
    .selectFrom('findings')
    .select(['kind', 'strength', 'sentence', 'seconds', 'epoch'])
    .where('enrolmentId', '=', other)
    .execute();
const balanceOfOther = async () => balanceOf(await ledgerOf(ground.db, other));

describe('a clear for one post', () => {
  test('both posts reach their audit by the same hour', async () => {
    await untilTag(ground, other, 'hours.studying');
    await complete();
    await untilTag(ground, origin, 'audit.open');
    await untilTag(ground, other, 'audit.open');
    expect(await balanceOfOther()).toMatchObject({ studiedSeconds: 2_700 });
  });

  test('is a finding for the other, never a clear: its hours and its epoch stand', async () => {
    const before = await enrolmentOf(ground, other);
    await clearHours(ground, origin);
    const [finding] = await findingsOfOther();
    expect(finding).toMatchObject({ kind: 'originCleared', strength: 'strong', seconds: 2_700 });
    expect(finding?.sentence).toContain('材料员岗位 2020 年度(《安全生产法》)');
    const after = await enrolmentOf(ground, other);
    expect(after.epoch).toBe(1);
    expect(after.stateTags).toContain('audit.open');
    expect(after.evidenceVersion).toBe(before.evidenceVersion + 1);
    expect(await balanceOfOther()).toMatchObject({ studiedSeconds: 2_700, clearedSeconds: 0 });
    const own = balanceOf(await ledgerOf(ground.db, origin));
    expect(own.studiedSeconds).toBe(0);
    const [shown] = sharedViews(await sharedInto(ground.db, other), 1);
    expect(shown).toMatchObject({
      ...{ lessonTitle: '安全生产法', originState: 'cleared', seconds: 2_700 },
      originPostLabel: { zh: '材料员' },
    });
    // Whoever has seen the case without it decides nothing.
    const { evidenceVersion } = before;
    const event = { type: 'ACCEPT', by: STAFF.ana, evidenceVersion } as const;
    expect(await commandBy(ground, other, `staff:${STAFF.ana}`, event)).toMatchObject({
      ok: false,
    });
  });

  test('restored on appeal stays on record as a note that weighs no more', async () => {
    const before = await enrolmentOf(ground, other);
    const filed = await writeText(ground, origin, '我本人学习,请核对入场照片。');
    const appeal = { type: 'FILE_APPEAL', appealId: randomUUID(), textId: filed } as const;
    expect(await commandBy(ground, origin, 'learner:x', appeal)).toMatchObject({ ok: true });
    const textId = await writeText(ground, origin, '照片核对一致,申诉成立。');
    const grant = { type: 'GRANT', by: STAFF.cho, textId } as const;
    expect(await commandBy(ground, origin, `staff:${STAFF.cho}`, grant)).toMatchObject({
      ok: true,
    });
    const found = await findingsOfOther();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'originCleared', strength: 'note' });
    expect(found[0]?.sentence).toContain('经申诉');
    expect((await enrolmentOf(ground, other)).evidenceVersion).toBe(before.evidenceVersion + 1);
    expect(await balanceOfOther()).toMatchObject({ studiedSeconds: 2_700, clearedSeconds: 0 });
  });
});
