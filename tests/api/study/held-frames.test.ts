import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { forgetFrames } from '../../../api/src/jobs/forget-frames.ts';
import {
  epochOf,
  ground,
  keptOf,
  now,
  pass,
  rowsOf,
  studied,
  studyWithPictures,
  wang,
  withdraw,
} from './frames-ground.ts';
import type { Student } from './study-ground.ts';

studyWithPictures();

async function openAudit(who: Student): Promise<{ id: string; n: number }> {
  const { db } = ground.deps;
  const { enrolmentId } = who;
  const before = await db
    .selectFrom('audits')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('enrolmentId', '=', enrolmentId)
    .executeTakeFirstOrThrow();
  return db
    .insertInto('audits')
    .values({
      ...{ enrolmentId, epoch: await epochOf(who), n: Number(before.n) + 1, openedAt: now() },
      ...{ dueAt: new Date(ground.clock.now() + 3 * 86_400_000), calendarVersion: 1 },
      overdueAt: new Date(ground.clock.now() + 5 * 86_400_000),
    })
    .returning(['id', 'n'])
    .executeTakeFirstOrThrow();
}

const closeAudit = (id: string, closedAs: 'accepted' | 'cleared') =>
  ground.deps.db
    .updateTable('audits')
    .set({ closedAt: now(), closedAs })
    .where('id', '=', id)
    .execute();

const setContext = (who: Student, clear: object | null) =>
  ground.deps.db
    .updateTable('enrolments')
    .set({ stateContext: JSON.stringify({ clear }) })
    .where('id', '=', who.enrolmentId)
    .execute();

describe('what somebody has yet to decide by', () => {
  const held = async () => (await keptOf(wang)).held.map(({ heldFor, until }) => [heldFor, until]);

  test('stays while the audit is open, with the day it is due, and goes after the verdict', async () => {
    const { id } = await studied(wang);
    const { id: auditId } = await openAudit(wang);
    const due = new Date(ground.clock.now() + 3 * 86_400_000).toISOString();
    await withdraw(wang);
    expect(await forgetFrames(ground.deps)).toBe(0);
    const view = await keptOf(wang);
    expect(view.leaving).toBe(0);
    expect(view.held).toMatchObject([{ heldFor: 'audit', studyYear: 2026, until: due }]);
    const standing = (pausedAt: Date | null) =>
      ground.deps.db.updateTable('audits').set({ pausedAt }).where('id', '=', auditId).execute();
    await standing(now());
    expect(await held()).toEqual([['audit', null]]);
    await standing(null);
    await closeAudit(auditId, 'accepted');
    expect(await forgetFrames(ground.deps)).toBe(view.held[0]?.frames);
    expect((await rowsOf(id)).snapshots[0]?.storageKey).toBeNull();
    expect(await held()).toEqual([]);
  });

  test('stays while an appeal may be filed, while it waits, and goes when it is decided', async () => {
    await studied(wang);
    const { db } = ground.deps;
    const { id: auditId, n } = await openAudit(wang);
    await closeAudit(auditId, 'cleared');
    const appealUntil = ground.clock.now() + 7 * 86_400_000;
    await setContext(wang, { auditN: n, appealUntil, appealed: false });
    await withdraw(wang);
    expect(await forgetFrames(ground.deps)).toBe(0);
    expect(await held()).toEqual([['appealWindow', new Date(appealUntil).toISOString()]]);
    const { enrolmentId } = wang;
    const text = { enrolmentId, writtenBy: 'learner:x', textSealed: Buffer.alloc(1) };
    const { id: textId } = await db
      .insertInto('caseTexts')
      .values({ ...text, writtenAt: now() })
      .returning('id')
      .executeTakeFirstOrThrow();
    const dueAt = new Date(ground.clock.now() + 5 * 86_400_000);
    const { id: appealId } = await db
      .insertInto('appeals')
      .values({ enrolmentId, auditId, textId, filedAt: now(), dueAt })
      .returning('id')
      .executeTakeFirstOrThrow();
    await setContext(wang, { auditN: n, appealUntil, appealed: true });
    expect(await forgetFrames(ground.deps)).toBe(0);
    expect(await held()).toEqual([['appeal', dueAt.toISOString()]]);
    await db
      .updateTable('appeals')
      .set({ state: 'dismissed', decidedAt: now() })
      .where('id', '=', appealId)
      .execute();
    expect(await forgetFrames(ground.deps)).toBeGreaterThan(0);
    await setContext(wang, null);
  });

  test('a clear nobody appealed against: it goes when the window has ended', async () => {
    await studied(wang);
    const { id: auditId, n } = await openAudit(wang);
    await closeAudit(auditId, 'cleared');
    await setContext(wang, {
      auditN: n,
      appealUntil: ground.clock.now() + 60_000,
      appealed: false,
    });
    await withdraw(wang);
    expect(await forgetFrames(ground.deps)).toBe(0);
    pass(61);
    expect(await forgetFrames(ground.deps)).toBeGreaterThan(0);
    await setContext(wang, null);
  });

  test('a window that rests on an unpublished year holds them past its guessed end', async () => {
    await studied(wang);
    const { id: auditId, n: auditN } = await openAudit(wang);
    await closeAudit(auditId, 'cleared');
    const appealUntil = ground.clock.now() + 60_000;
    const clear = { auditN, appealUntil, appealed: false, appealProvisional: true };
    await setContext(wang, clear);
    await withdraw(wang);
    pass(61);
    expect(await forgetFrames(ground.deps)).toBe(0);
    expect(await held()).toEqual([['appealWindow', null]]);
    await setContext(wang, { ...clear, appealProvisional: false });
    expect(await forgetFrames(ground.deps)).toBeGreaterThan(0);
    await setContext(wang, null);
  });

  test('of a doubt nobody has judged only the pictures it rests on stay', async () => {
    const { id } = await studied(wang, 'other');
    const { snapshots, checks } = await rowsOf(id);
    const { db } = ground.deps;
    await db
      .insertInto('findings')
      .values({
        ...{ enrolmentId: wang.enrolmentId, epoch: await epochOf(wang), kind: 'impersonation' },
        ...{ strength: 'strong', sentence: '', ruleVersion: '1', key: randomUUID() },
        evidence: JSON.stringify({ sessions: [id], checks: [snapshots[0]?.id] }),
      })
      .execute();
    await withdraw(wang);
    await forgetFrames(ground.deps);
    const after = await rowsOf(id);
    expect(after.snapshots[0]?.storageKey).toBe(snapshots[0]?.storageKey);
    expect(checks.some((check) => check.frameKeys.length > 0)).toBe(true);
    expect(after.checks.every((check) => check.frameKeys.length === 0)).toBe(true);
    expect(await held()).toEqual([['finding', null]]);
    const { id: auditId } = await openAudit(wang);
    expect((await held()).map(([why]) => why)).toEqual(['audit']);
    await closeAudit(auditId, 'accepted');
    expect(await forgetFrames(ground.deps)).toBe(1);
  });

  test('a doubt of an enrolment that ended without a decision holds nothing', async () => {
    const { id } = await studied(wang, 'other');
    const { snapshots } = await rowsOf(id);
    const { db } = ground.deps;
    await db
      .insertInto('findings')
      .values({
        ...{ enrolmentId: wang.enrolmentId, epoch: await epochOf(wang), kind: 'impersonation' },
        ...{ strength: 'weak', sentence: '', ruleVersion: '1', key: randomUUID() },
        evidence: JSON.stringify({ sessions: [id], checks: [snapshots[0]?.id] }),
      })
      .execute();
    await db
      .updateTable('enrolments')
      .set({ stateTags: ['closed.withdrawn'] })
      .where('id', '=', wang.enrolmentId)
      .execute();
    await withdraw(wang);
    await forgetFrames(ground.deps);
    expect((await rowsOf(id)).snapshots[0]?.storageKey).toBeNull();
  });
});
