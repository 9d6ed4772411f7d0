import { randomUUID } from 'node:crypto';
import { balanceOf, fastPolicy } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../api/src/db/hour-ledger.ts';
import { progressOfEnrolment } from '../../../api/src/db/lesson-progress.ts';
import {
  acceptHours,
  auditsOf,
  clearHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  furnish,
  STAFF,
  until,
  untilTag,
  writeText,
} from './people.ts';
import { processGround, type ProcessGround } from './process-ground.ts';

/** Windows long enough for a slow machine. */
const POLICY = fastPolicy({
  id: 'appealing',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 60_000 },
});

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground, POLICY);
  await ground.startWorker();
});

async function cleared(post: string): Promise<string> {
  const id = await enrol(ground, { post, policy: POLICY, examRequired: false });
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  await clearHours(ground, id);
  return id;
}

async function appeal(id: string): Promise<void> {
  const textId = await writeText(ground, id, '我本人学习,请核对入场照片。');
  const event = { type: 'FILE_APPEAL', appealId: randomUUID(), textId } as const;
  const filed = await commandBy(ground, id, 'learner:x', event);
  expect(filed).toMatchObject({ ok: true });
}

async function decide(id: string, type: 'GRANT' | 'DISMISS', by: string = STAFF.cho) {
  const textId = await writeText(ground, id, '照片核对一致,申诉成立。');
  return commandBy(ground, id, `staff:${by}`, { type, by, textId });
}

/** A clock that nothing stops, as it is written. */
const RUNNING = { clock: 'waiting', pausedAt: null, pause: null };

async function pause(id: string): Promise<void> {
  const paused = await commandBy(ground, id, `staff:${STAFF.ana}`, {
    ...{ type: 'PAUSE_AUDIT', by: STAFF.ana, reasonCode: 'systemFault', textId: null },
    workingDays: 2,
  });
  expect(paused).toMatchObject({ ok: true });
}

describe('an acceptance while the clock stands still', () => {
  test('ends the pause: the time it stood is written, and the deadlines moved by it', async () => {
    const id = await enrol(ground, {
      ...{ post: 'construction-equipment', policy: POLICY, examRequired: false },
    });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    const [before] = await auditsOf(ground, id);
    await pause(id);
    expect((await auditsOf(ground, id))[0]).toMatchObject({ clock: 'paused' });
    expect(await acceptHours(ground, id)).toMatchObject({ ok: true });
    const [audit] = await auditsOf(ground, id);
    expect(audit).toMatchObject({ closedAs: 'accepted', ...RUNNING });
    const [stood] = audit?.standstills as { cause: string; from: number; to: number }[];
    expect(stood?.cause).toBe('systemFault');
    const moved = (audit?.dueAt.getTime() ?? 0) - (before?.dueAt.getTime() ?? 0);
    expect(moved).toBe((stood?.to ?? 0) - (stood?.from ?? 0));
    const { stateContext } = await enrolmentOf(ground, id);
    expect(stateContext).toMatchObject({ audit: { pausedAt: null, pause: null } });
  });
});

describe.concurrent('an appeal', () => {
  test('granted: the cleared seconds return exactly, and the hours are accepted', async () => {
    const id = await cleared('materials');
    await appeal(id);
    expect(await decide(id, 'GRANT')).toMatchObject({ ok: true });
    const balance = balanceOf(await ledgerOf(ground.db, id));
    expect(balance).toMatchObject({ studiedSeconds: 5_400, creditedSeconds: 5_400 });
    expect(balance.clearedSeconds).toBe(0);
    const tags = (await enrolmentOf(ground, id)).stateTags;
    expect(tags).toEqual(expect.arrayContaining(['appeal.granted', 'audit.accepted']));
    const audits = await auditsOf(ground, id);
    expect(audits.map((audit) => audit.closedAs)).toEqual(['cleared', 'accepted']);
    await untilTag(ground, id, 'renewal.available');
  });

  test('granted after relearning: no second counts twice, the second audit is superseded', async () => {
    const id = await cleared('machinery');
    await appeal(id);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.clock.paused');
    expect(await decide(id, 'GRANT')).toMatchObject({ ok: true });
    const balance = balanceOf(await ledgerOf(ground.db, id));
    expect(balance).toMatchObject({ studiedSeconds: 5_400, creditedSeconds: 5_400 });
    const audits = await auditsOf(ground, id);
    expect(audits.map((audit) => audit.closedAs)).toEqual(['cleared', 'superseded', 'accepted']);
    const progress = await progressOfEnrolment(ground.db, { enrolmentId: id, epoch: 2 });
    expect([...progress.values()].map((lesson) => lesson.watchedSeconds)).toEqual([2_700, 2_700]);
  });

  test('dismissed: nothing is worse than before, the reason is told, relearning goes on', async () => {
    const id = await cleared('labour');
    const before = (await enrolmentOf(ground, id)).stateContext as {
      clear: { relearnUntil: number };
    };
    await appeal(id);
    expect(await decide(id, 'DISMISS')).toMatchObject({ ok: true });
    const after = await enrolmentOf(ground, id);
    expect(after.stateTags).toEqual(expect.arrayContaining(['appeal.dismissed', 'hours.studying']));
    const { clear } = after.stateContext as { clear: { relearnUntil: number } };
    expect(clear.relearnUntil).toBeGreaterThan(before.clear.relearnUntil);
    await until('the SMS is sent', () =>
      ground.sent.some(({ body }) => body.includes('申诉未成立')),
    );
  });

  test('accepted while a pause and an appeal hold the clock: neither is left open', async () => {
    const id = await cleared('quality-decoration');
    await appeal(id);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.clock.paused');
    await pause(id);
    expect(await acceptHours(ground, id, STAFF.dai)).toMatchObject({ ok: true });
    const [, second] = await auditsOf(ground, id);
    expect(second).toMatchObject({ closedAs: 'accepted', ...RUNNING });
    const causes = (second?.standstills as { cause: string }[]).map(({ cause }) => cause);
    expect(causes).toEqual(['systemFault', 'appeal']);
  });

  test('granted while a pause holds the second audit: superseded, its pause is over', async () => {
    const id = await cleared('construction-decoration');
    await appeal(id);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.clock.paused');
    await pause(id);
    expect(await decide(id, 'GRANT')).toMatchObject({ ok: true });
    const [, second] = await auditsOf(ground, id);
    expect(second).toMatchObject({ closedAs: 'superseded', ...RUNNING });
    const causes = (second?.standstills as { cause: string }[]).map(({ cause }) => cause);
    expect(causes).toEqual(['systemFault', 'appeal']);
  });

  test('is decided by nobody who touched the case', async () => {
    const id = await cleared('documents');
    await appeal(id);
    for (const by of [STAFF.ana, STAFF.ben]) {
      const refused = await decide(id, 'GRANT', by);
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'audit/involved' } });
    }
  });

  test('pending, keeps nobody from accepting relearned hours', async () => {
    const id = await cleared('standards');
    await appeal(id);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.open');
    expect(await acceptHours(ground, id, STAFF.dai)).toMatchObject({ ok: true });
    expect((await enrolmentOf(ground, id)).stateTags).toContain('audit.accepted');
  });

  test('withdrawn: its row says so', async () => {
    const id = await cleared('quality-civil');
    await appeal(id);
    const withdrawn = await commandBy(ground, id, 'learner:x', { type: 'WITHDRAW_APPEAL' });
    expect(withdrawn).toMatchObject({ ok: true });
    const row = await ground.db
      .selectFrom('appeals')
      .select('state')
      .where('enrolmentId', '=', id)
      .executeTakeFirst();
    expect(row?.state).toBe('withdrawn');
  });
});

describe('a reopening', () => {
  test('opens a new audit with fresh deadlines; a clear then voids the hours certificate', async () => {
    const id = await enrol(ground, {
      post: 'quality-equipment',
      policy: POLICY,
      examRequired: false,
    });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    const textId = await writeText(ground, id, '接到举报,需要重新核查。');
    const two = { by: STAFF.cho, proposedBy: STAFF.dai };
    const reopened = await commandBy(ground, id, 'staff:x', { type: 'REOPEN', ...two, textId });
    expect(reopened).toMatchObject({ ok: true });
    const [first, second] = await auditsOf(ground, id);
    expect(first?.closedAs).toBe('accepted');
    expect(second?.closedAt).toBeNull();
    const window = (second?.dueAt.getTime() ?? 0) - (second?.openedAt.getTime() ?? 0);
    expect(window).toBe(180_000);
    await clearHours(ground, id);
    const certificates = await ground.db
      .selectFrom('certificates')
      .select(['kind', 'status'])
      .where('enrolmentId', '=', id)
      .execute();
    expect(certificates).toEqual([{ kind: 'hours', status: 'void' }]);
    expect(balanceOf(await ledgerOf(ground.db, id))).toMatchObject({ creditedSeconds: 0 });
  });

  test('after a granted appeal over relearned hours, a second clear takes all that stands', async () => {
    const id = await cleared('quality-municipal');
    await appeal(id);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.clock.paused');
    expect(await decide(id, 'GRANT')).toMatchObject({ ok: true });
    await untilTag(ground, id, 'renewal.available');
    const textId = await writeText(ground, id, '接到举报,需要重新核查。');
    const two = { by: STAFF.cho, proposedBy: STAFF.dai };
    const reopened = await commandBy(ground, id, 'staff:x', { type: 'REOPEN', ...two, textId });
    expect(reopened).toMatchObject({ ok: true });
    await clearHours(ground, id);
    const empty = { studiedSeconds: 0, creditedSeconds: 0 };
    expect(balanceOf(await ledgerOf(ground.db, id))).toMatchObject(empty);
    await completeHours(ground, id, 3);
    await untilTag(ground, id, 'audit.open');
    expect(await acceptHours(ground, id, STAFF.dai)).toMatchObject({ ok: true });
    const balance = balanceOf(await ledgerOf(ground.db, id));
    expect(balance).toMatchObject({ studiedSeconds: 5_400, creditedSeconds: 5_400 });
  });

  test('of renewed hours: cleared, relearned and accepted they have a certificate again', async () => {
    const person = { idNumber: '110101199003078822', name: '李小红', phone: '13800138001' };
    const id = await enrol(ground, {
      ...{ person, post: 'materials', policy: POLICY, examRequired: false },
    });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    await commandBy(ground, id, 'learner:x', { type: 'RENEW' });
    await untilTag(ground, id, 'renewal.renewed');
    const textId = await writeText(ground, id, '接到举报,需要重新核查。');
    const two = { by: STAFF.cho, proposedBy: STAFF.dai };
    await commandBy(ground, id, 'staff:x', { type: 'REOPEN', ...two, textId });
    await clearHours(ground, id);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.open');
    expect(await acceptHours(ground, id, STAFF.dai)).toMatchObject({ ok: true });
    const certificates = await ground.db
      .selectFrom('certificates')
      .select(['kind', 'status'])
      .where('enrolmentId', '=', id)
      .orderBy('issuedAt')
      .execute();
    expect(certificates).toEqual([
      { kind: 'hours', status: 'void' },
      { kind: 'training', status: 'active' },
      { kind: 'hours', status: 'active' },
    ]);
  });
});
