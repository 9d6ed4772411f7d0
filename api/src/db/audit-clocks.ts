import type { Db } from './connect.ts';

/** The clocks of all open audits, as far as deadlines are counted from them. */
export const runningClocks = (db: Db) =>
  db
    .selectFrom('audits as a')
    .innerJoin('enrolments as e', 'e.id', 'a.enrolmentId')
    .select([
      ...(['a.openedAt', 'a.clockFrom', 'a.pausedAt', 'a.standstills', 'a.clock'] as const),
      ...(['e.policyId', 'e.policyVersion'] as const),
    ])
    .where('a.closedAt', 'is', null)
    .execute();
