import type { LedgerEntry, LedgerEntryKind } from '@xuzheng/engine';
import { sql } from 'kysely';
import type { Db } from './connect.ts';

export type YearLedger = {
  readonly studyYear: number;
  readonly creditHourSeconds: number;
  readonly entries: LedgerEntry[];
};

const entriesOf = (db: Db, learnerId: string, post: string) =>
  db
    .selectFrom('enrolments as e')
    .innerJoin('hourLedger as h', 'h.enrolmentId', 'e.id')
    .innerJoin('policies as p', (join) =>
      join.onRef('p.id', '=', 'e.policyId').onRef('p.version', '=', 'e.policyVersion'),
    )
    .select(['e.studyYear', 'h.entry', 'h.epoch', 'h.lessonId', 'h.seconds', 'h.auditId', 'h.at'])
    .select(sql<number>`(p.body ->> 'creditHourSeconds')::int`.as('creditHourSeconds'))
    .where('e.learnerId', '=', learnerId)
    .where('e.post', '=', post)
    .orderBy('e.studyYear', 'desc')
    .orderBy('h.id')
    .execute();

/** The ledgers of a learner and post, one per study year, the newest first. */
export async function ledgersByYear(
  db: Db,
  learnerId: string,
  post: string,
): Promise<YearLedger[]> {
  const years = new Map<number, YearLedger>();
  for (const row of await entriesOf(db, learnerId, post)) {
    const { studyYear, creditHourSeconds, lessonId, at, ...entry } = row;
    const year = years.get(studyYear) ?? { studyYear, creditHourSeconds, entries: [] };
    year.entries.push({
      ...entry,
      entry: entry.entry as LedgerEntryKind,
      lessonId: lessonId ?? '',
      at: at.getTime(),
    });
    years.set(studyYear, year);
  }
  return [...years.values()];
}
