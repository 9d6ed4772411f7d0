import { balanceOf } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../api/src/db/hour-ledger.ts';
import {
  acceptHours,
  addEvidence,
  auditsOf,
  clearHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  passExam,
  STAFF,
  until,
  untilTag,
  writeText,
} from './people.ts';
import { processGround, type ProcessGround } from './process-ground.ts';

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
  await ground.startWorker();
});

async function inAudit(post: string, examRequired = false): Promise<string> {
  const id = await enrol(ground, { post, examRequired });
  await completeHours(ground, id);
  if (examRequired) {
    await untilTag(ground, id, 'exam.open');
    await passExam(ground, id);
  }
  await untilTag(ground, id, 'audit.open');
  return id;
}

const CLEAR = { reasonCode: 'impersonation', findingIds: [], evidenceVersion: 0 };

describe.concurrent('clearing hours', () => {
  test('hours go to zero, the exam stays, the SMS is the handbook’s word for word', async () => {
    const id = await inAudit('construction-civil', true);
    await clearHours(ground, id);
    const cleared = await enrolmentOf(ground, id);
    expect(cleared).toMatchObject({ epoch: 2, hoursCompletedAt: null });
    expect(cleared.examPassedAt).not.toBeNull();
    expect(cleared.stateTags).toEqual(
      expect.arrayContaining(['audit.cleared', 'hours.studying', 'exam.passed']),
    );
    const balance = balanceOf(await ledgerOf(ground.db, id));
    expect(balance).toMatchObject({ studiedSeconds: 0, creditedSeconds: 0, clearedSeconds: 5_400 });
    const sms =
      '尊敬的王小明学员您好，因您在继续教育学习课程中存在作弊行为，按照有关要求，' +
      '您的土建施工员岗位2020年度学时将被清除，请重新学习（教育培训网）';
    await until('the SMS is sent', () => ground.sent.some(({ body }) => body === sms));
  });

  test('after a clear: relearn, a second audit with a fresh due date, accepted, renewed', async () => {
    const id = await inAudit('construction-decoration', true);
    await clearHours(ground, id);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.open');
    const [first, second] = await auditsOf(ground, id);
    expect(first).toMatchObject({ n: 1, epoch: 1, closedAs: 'cleared' });
    expect(second).toMatchObject({ n: 2, epoch: 2, closedAt: null });
    expect(second?.dueAt.getTime()).toBeGreaterThan(first?.dueAt.getTime() ?? 0);
    expect((await enrolmentOf(ground, id)).stateTags).toContain('exam.passed');
    expect((await acceptHours(ground, id)).ok).toBe(true);
    await untilTag(ground, id, 'renewal.available');
    expect(balanceOf(await ledgerOf(ground.db, id))).toMatchObject({ creditedSeconds: 5_400 });
    expect((await commandBy(ground, id, 'learner:x', { type: 'RENEW' })).ok).toBe(true);
    expect((await enrolmentOf(ground, id)).stateTags).toContain('renewal.renewed');
  });

  test('hours of the cleared epoch, told late, open nothing', async () => {
    const id = await inAudit('construction-equipment');
    await clearHours(ground, id);
    await ground.db
      .updateTable('enrolments')
      .set({ hoursCompletedAt: new Date(), epoch: 1 })
      .where('id', '=', id)
      .execute();
    await addEvidence(ground, id);
    await until('the new evidence is heard', async () =>
      (await eventsOf(ground, id)).includes('EVIDENCE_CHANGED'),
    );
    expect((await enrolmentOf(ground, id)).stateTags).toContain('hours.studying');
  });

  test('whoever proposed a clear does not sign it', async () => {
    const id = await inAudit('construction-municipal');
    const textId = await writeText(ground, id, '抓拍照片与头像不是同一人。');
    const by = STAFF.ana;
    await commandBy(ground, id, `staff:${by}`, { type: 'PROPOSE_CLEAR', by, textId, ...CLEAR });
    const signed = await commandBy(ground, id, `staff:${by}`, {
      ...{ type: 'SIGN_CLEAR', by, evidenceVersion: 0 },
    });
    expect(signed).toMatchObject({ ok: false, refusal: { code: 'audit/sameSigner' } });
    expect((await enrolmentOf(ground, id)).epoch).toBe(1);
  });
});

describe.concurrent('a verdict on evidence that has changed', () => {
  test('is refused before anything is written, and the audit is open again', async () => {
    const id = await inAudit('quality-civil');
    const by = STAFF.ana;
    await addEvidence(ground, id, { told: false });
    const stale = await commandBy(ground, id, `staff:${by}`, {
      ...{ type: 'ACCEPT', by, evidenceVersion: 0 },
    });
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'audit/evidenceStale' } });
    const verdicts = await ground.db.selectFrom('verdicts').selectAll().execute();
    expect(verdicts.filter((row) => row.enrolmentId === id)).toEqual([]);
    expect((await enrolmentOf(ground, id)).stateTags).toContain('audit.open');
    expect((await acceptHours(ground, id)).ok).toBe(true);
  });

  test('new evidence takes a proposed clear off the table', async () => {
    const id = await inAudit('quality-decoration');
    const textId = await writeText(ground, id, '抓拍照片与头像不是同一人。');
    const by = STAFF.ana;
    await commandBy(ground, id, `staff:${by}`, { type: 'PROPOSE_CLEAR', by, textId, ...CLEAR });
    await addEvidence(ground, id);
    await untilTag(ground, id, 'audit.decision.undecided');
    const [audit] = await auditsOf(ground, id);
    expect(audit).toMatchObject({ proposedBy: null, proposal: null });
  });

  test('two auditors at once: one verdict stands, the other is refused', async () => {
    const id = await inAudit('quality-equipment');
    const results = await Promise.all([
      acceptHours(ground, id, STAFF.ana),
      acceptHours(ground, id, STAFF.ben),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const verdicts = await ground.db.selectFrom('verdicts').selectAll().execute();
    expect(verdicts.filter((row) => row.enrolmentId === id)).toHaveLength(1);
  });
});
