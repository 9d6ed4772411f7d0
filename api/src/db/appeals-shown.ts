import type { Db } from './connect.ts';

const APPEAL_COLUMNS = [
  'p.id',
  'p.enrolmentId',
  'p.auditId',
  'p.textId',
  'p.filedAt',
  'p.dueAt',
  'p.state',
  'p.decidedAt',
  'p.decisionTextId',
  'e.post',
  'e.studyYear',
  'e.employer',
  'e.policyId',
  'e.policyVersion',
  'e.stateContext',
  'l.wrappedDataKey',
] as const;

const shown = (db: Db) =>
  db
    .selectFrom('appeals as p')
    .innerJoin('enrolments as e', 'e.id', 'p.enrolmentId')
    .innerJoin('learners as l', 'l.id', 'e.learnerId')
    .select(APPEAL_COLUMNS);

/** Undecided appeals, the soonest due first; the cursor is the last one's due instant and id. */
export async function openAppeals(db: Db, limit: number) {
  return shown(db)
    .where('p.state', '=', 'filed')
    .orderBy('p.dueAt')
    .orderBy('p.id')
    .limit(limit)
    .execute();
}

/** One appeal; null when there is none. */
export const appealShown = async (db: Db, id: string) =>
  (await shown(db).where('p.id', '=', id).executeTakeFirst()) ?? null;

/** The newest appeal of an enrolment; null when there is none. */
export const latestAppealOf = async (db: Db, enrolmentId: string) =>
  (await shown(db)
    .where('p.enrolmentId', '=', enrolmentId)
    .orderBy('p.filedAt', 'desc')
    .executeTakeFirst()) ?? null;
