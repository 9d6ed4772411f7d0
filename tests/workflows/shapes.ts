import { randomUUID } from 'node:crypto';
import { addDays, checkCharacter, dayOf, fastPolicy } from '@xuzheng/engine';
import { insertCalendar, newestCalendar } from '../../api/src/db/calendars.ts';
import { insertVoid } from '../../api/src/db/certificate-voids.ts';
import { voidCertificates } from '../../api/src/jobs/void-certificates.ts';
import { announceCalendar } from '../../api/src/outbox/index.ts';
import { restartFromRecord, SYSTEM } from '../../api/src/commands/process/mend.ts';
import type { Registry } from '../../api/src/registry/index.ts';
import {
  acceptHours,
  addEvidence,
  clearHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  LESSONS,
  passExam,
  STAFF,
  until,
  eventsOf,
  untilTag,
  writeText,
} from '../api/process/people.ts';
import type { ProcessGround } from '../api/process/process-ground.ts';

/** Lives a life of one shape and gives its enrolment. */
type Shape = (ground: ProcessGround, n: number) => Promise<string>;

/** The registry answers by post, so that lives of all shapes may be lived at once. */
export const registryByPost = (real: Registry): Registry => ({
  ...real,
  renew: async (asked) => {
    if (asked.post === 'labour') return { answer: 'refused', reason: '证书信息不一致' };
    if (asked.post === 'documents') throw new Error('no answer, and nothing was done');
    const answer = await real.renew(asked);
    if (asked.post === 'standards') throw new Error('no answer, but it was done');
    return answer;
  },
});

function person(n: number) {
  const digits = `99999919900303${String(200 + n)}`;
  return {
    idNumber: digits + checkCharacter(digits),
    name: '王小明',
    phone: `13${String(700_000_000 + n)}`,
  };
}

/** A command that is taken: a life of another shape than its name says is worth nothing. */
async function give(...[ground, id, actor, event]: Parameters<typeof commandBy>): Promise<void> {
  const answer = await commandBy(ground, id, actor, event);
  if (!answer.ok) throw new Error(`${event.type}: ${answer.refusal.code}`);
}

async function inAudit(ground: ProcessGround, n: number, post = 'materials'): Promise<string> {
  const id = await enrol(ground, { post, examRequired: false, person: person(n) });
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  return id;
}

async function renewed(ground: ProcessGround, n: number, post?: string): Promise<string> {
  const id = await inAudit(ground, n, post);
  await acceptHours(ground, id);
  await untilTag(ground, id, 'renewal.available');
  await give(ground, id, 'learner:x', { type: 'RENEW' });
  return id;
}

async function appealed(ground: ProcessGround, n: number): Promise<string> {
  const id = await inAudit(ground, n);
  await clearHours(ground, id);
  const textId = await writeText(ground, id, '我本人学习,请核对入场照片。');
  const appeal = { type: 'FILE_APPEAL', appealId: randomUUID(), textId } as const;
  await give(ground, id, 'learner:x', appeal);
  return id;
}

async function decide(ground: ProcessGround, id: string, type: 'GRANT' | 'DISMISS') {
  const textId = await writeText(ground, id, '照片已核对。');
  await give(ground, id, `staff:${STAFF.cho}`, { type, by: STAFF.cho, textId });
}

/** Two people open accepted hours again. */
async function reopen(ground: ProcessGround, id: string): Promise<void> {
  const textId = await writeText(ground, id, '举报材料待核实。');
  await give(ground, id, `staff:${STAFF.cho}`, {
    ...{ type: 'REOPEN', by: STAFF.cho, proposedBy: STAFF.dai, textId },
  });
}

/** A person has decided on the void of a renewed certificate; the registry carries it out. */
async function voidRenewed(ground: ProcessGround, enrolmentId: string): Promise<void> {
  const { db } = ground;
  const { id: certificateId } = await db
    .selectFrom('certificates')
    .select('id')
    .where('enrolmentId', '=', enrolmentId)
    .where('kind', '=', 'training')
    .executeTakeFirstOrThrow();
  const textId = await writeText(ground, enrolmentId, '学时经查实非本人学习，已清除。');
  const at = new Date();
  const approval = { certificateId, textId, approvedBy: STAFF.dai, approvedAt: at };
  await insertVoid(db, { ...approval, nextAttemptAt: at });
  await voidCertificates({ ...ground, clock: { now: () => Date.now() } });
}

/** Working days by the calendar: only their deadlines are moved by a newer one. */
export const CALENDAR_POLICY = fastPolicy({
  id: 'by-calendar',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: null },
});

/** A calendar in which so many of the coming days are a holiday, told to whatever runs. */
async function publishHoliday({ db }: ProcessGround, days: number): Promise<void> {
  const today = dayOf(Date.now());
  const coming = Array.from({ length: days }, (_, n) => [addDays(today, n + 1), '国庆节']);
  const { version } = (await newestCalendar(db)) ?? { version: 0 };
  await db.transaction().execute(async (trx) => {
    await insertCalendar(trx, {
      ...{ version: version + 1, publishedThrough: '2099-12-31', extraWorkdays: {} },
      holidays: Object.fromEntries(coming),
    });
    await announceCalendar(trx);
  });
}

const hasEvent = (ground: ProcessGround, id: string, type: string) =>
  until(type, async () => (await eventsOf(ground, id)).includes(type));

/** One life for each way through the workflow's code. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'withdrawn-in-audit': async (ground, n) => {
    const id = await inAudit(ground, n);
    await give(ground, id, 'learner:x', { type: 'WITHDRAW' });
    return id;
  },
  expired: async (ground, n) => {
    const options = { yearEndsOn: '2020-06-01', person: person(n) };
    const id = await enrol(ground, options);
    await untilTag(ground, id, 'closed.expired');
    return id;
  },
  'phone-changed-while-waiting': async (ground, n) => {
    const id = await enrol(ground, { ready: false, person: person(n) });
    await untilTag(ground, id, 'verifyingPhone');
    await give(ground, id, 'system', { type: 'PHONE_CHANGED' });
    return id;
  },
  'stale-verdict': async (ground, n) => {
    const id = await inAudit(ground, n);
    await addEvidence(ground, id, { told: false });
    const accept = { type: 'ACCEPT', by: STAFF.ana, evidenceVersion: 0 } as const;
    await commandBy(ground, id, `staff:${STAFF.ana}`, accept);
    await hasEvent(ground, id, 'STALE');
    return id;
  },
  'proposal-rejected': async (ground, n) => {
    const id = await inAudit(ground, n);
    const textId = await writeText(ground, id, '抓拍照片与头像不是同一人。');
    const { evidenceVersion } = await enrolmentOf(ground, id);
    await give(ground, id, `staff:${STAFF.ana}`, {
      ...{ type: 'PROPOSE_CLEAR', by: STAFF.ana, reasonCode: 'impersonation' },
      ...{ textId, findingIds: [], evidenceVersion },
    });
    await give(ground, id, 'staff:x', { type: 'REJECT_PROPOSAL', by: STAFF.ben });
    return id;
  },
  'overdue-with-exam-open': async (ground, n) => {
    const id = await enrol(ground, { person: person(n) });
    await completeHours(ground, id);
    await untilTag(ground, id, 'exam.open');
    await passExam(ground, id);
    await untilTag(ground, id, 'audit.clock.overdue');
    return id;
  },
  'audit-paused-and-resumed': async (ground, n) => {
    const id = await inAudit(ground, n);
    const pause = { reasonCode: 'systemFault', textId: null, workingDays: 3 } as const;
    await give(ground, id, 'staff:x', { type: 'PAUSE_AUDIT', by: STAFF.ana, ...pause });
    await give(ground, id, 'staff:x', { type: 'RESUME_AUDIT', by: STAFF.ana });
    return id;
  },
  'registry-refused': (ground, n) => renewed(ground, n, 'labour'),
  'registry-unknown-not-found': async (ground, n) => {
    const id = await renewed(ground, n, 'documents');
    await hasEvent(ground, id, 'REGISTRY_NOT_FOUND');
    return id;
  },
  'registry-unknown-adopted': async (ground, n) => {
    const id = await renewed(ground, n, 'standards');
    await hasEvent(ground, id, 'REGISTRY_CONFIRMED');
    return id;
  },
  'appeal-withdrawn': async (ground, n) => {
    const id = await appealed(ground, n);
    await give(ground, id, 'learner:x', { type: 'WITHDRAW_APPEAL' });
    return id;
  },
  'appeal-dismissed': async (ground, n) => {
    const id = await appealed(ground, n);
    await decide(ground, id, 'DISMISS');
    return id;
  },
  'appeal-granted-superseding': async (ground, n) => {
    const id = await appealed(ground, n);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.clock.paused');
    await decide(ground, id, 'GRANT');
    return id;
  },
  reopened: async (ground, n) => {
    const id = await inAudit(ground, n);
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    await reopen(ground, id);
    return id;
  },
  'renewed-again-after-void': async (ground, n) => {
    const id = await renewed(ground, n, 'machinery');
    await untilTag(ground, id, 'renewal.renewed');
    await reopen(ground, id);
    await untilTag(ground, id, 'audit.open');
    await clearHours(ground, id);
    await voidRenewed(ground, id);
    await untilTag(ground, id, 'renewal.unavailable');
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.open');
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    await give(ground, id, 'learner:x', { type: 'RENEW' });
    await untilTag(ground, id, 'renewal.renewed');
    return id;
  },
  'evidence-changed': async (ground, n) => {
    const id = await inAudit(ground, n);
    await addEvidence(ground, id);
    await hasEvent(ground, id, 'EVIDENCE_CHANGED');
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    return id;
  },
  'part-cleared': async (ground, n) => {
    const id = await inAudit(ground, n);
    const textId = await writeText(ground, id, '第一节课件由他人代学。');
    const { evidenceVersion } = await enrolmentOf(ground, id);
    await give(ground, id, `staff:${STAFF.ana}`, {
      ...{ type: 'PROPOSE_CLEAR', by: STAFF.ana, reasonCode: 'impersonation', evidenceVersion },
      ...{ textId, findingIds: [], scope: { kind: 'lesson', ids: [LESSONS[0]] } },
    });
    await give(ground, id, `staff:${STAFF.ben}`, {
      ...{ type: 'SIGN_CLEAR', by: STAFF.ben, evidenceVersion },
    });
    await untilTag(ground, id, 'hours.studying');
    return id;
  },
  'pause-ended-by-itself': async (ground, n) => {
    const id = await inAudit(ground, n);
    const pause = { reasonCode: 'systemFault', textId: null, workingDays: 1 } as const;
    await give(ground, id, 'staff:x', { type: 'PAUSE_AUDIT', by: STAFF.ana, ...pause });
    await hasEvent(ground, id, 'PAUSE_ENDED');
    return id;
  },
  'calendar-changed': async (ground, n) => {
    await publishHoliday(ground, 0);
    const audited = { post: 'materials', examRequired: false, policy: CALENDAR_POLICY };
    const id = await enrol(ground, { ...audited, person: person(n) });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    await publishHoliday(ground, 7);
    await hasEvent(ground, id, 'CALENDAR_CHANGED');
    await clearHours(ground, id);
    await untilTag(ground, id, 'hours.studying');
    await publishHoliday(ground, 14);
    await hasEvent(ground, id, 'APPEAL_WINDOW');
    return id;
  },
  'accepted-while-paused': async (ground, n) => {
    const id = await inAudit(ground, n);
    const pause = { reasonCode: 'systemFault', textId: null, workingDays: 3 } as const;
    await give(ground, id, 'staff:x', { type: 'PAUSE_AUDIT', by: STAFF.ana, ...pause });
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    return id;
  },
  'taken-up-from-record': async (ground, n) => {
    const id = await inAudit(ground, n);
    await restartFromRecord({ ...ground, clock: { now: () => Date.now() } }, id, SYSTEM);
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    return id;
  },
};
