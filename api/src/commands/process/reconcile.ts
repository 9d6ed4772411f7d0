import type { Db } from '../../db/connect.ts';
import { endTroublesNotSeenSince } from '../../db/process-troubles.ts';
import {
  livingUnsighted,
  noteSightings,
  openSightings,
  sightedElsewhere,
  sightedWithoutEnrolment,
  staleEnrolments,
  type After,
} from '../../db/process-sightings.ts';
import { runningProcesses, seqOfProcess, stateOfProcess } from '../../temporal/index.ts';
import {
  lookForFailing,
  raiseTrouble,
  restartFromRecord,
  SYSTEM,
  tellProcess,
  type MendDeps,
} from './mend.ts';

/** What a reconciliation looked at and did. The last three ask for a person. */
export type ReconcileCounts = {
  processes: number;
  begun: number;
  restarted: number;
  told: number;
  unanswered: number;
  ahead: number;
  withoutEnrolment: number;
  failing: number;
};

const NOTHING: ReconcileCounts = {
  ...{ processes: 0, begun: 0, restarted: 0, told: 0, unanswered: 0 },
  ...{ ahead: 0, withoutEnrolment: 0, failing: 0 },
};

/** Counts that ask for a person. */
export const troublesIn = (counts: ReconcileCounts): number =>
  counts.ahead + counts.withoutEnrolment + counts.failing;

/** Rows looked at in one go. */
const PAGE = 500;
const AT_ONCE = 8;
/** One row that cannot be treated holds up no other; so many are an absent server. */
const FAULTS_AT_MOST = 100;
/** Deadlines are heard within a minute after them; what is younger than this is only busy. */
export const BUSY_MS = 180_000;

type Its = {
  readonly deps: MendDeps;
  readonly connection: Db;
  readonly counts: ReconcileCounts;
  readonly before: Date;
  /** Called after every page: whoever waits sees the counts, and the lease is kept. */
  readonly onPage: (counts: ReconcileCounts) => Promise<void>;
};

type Row = { readonly enrolmentId: string };

/** Reads page after page and treats each row, a few at once. */
async function eachRow<R extends Row>(
  its: Its,
  read: (after: After) => Promise<readonly R[]>,
  treat: (row: R) => Promise<void>,
): Promise<void> {
  let after: After = null;
  for (;;) {
    const rows = await read(after);
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      const some = rows.slice(i, i + AT_ONCE);
      for (const done of await Promise.allSettled(some.map(treat))) {
        if (done.status === 'rejected' && ++its.counts.unanswered > FAULTS_AT_MOST) {
          throw done.reason;
        }
      }
    }
    await its.onPage(its.counts);
    after = rows.at(-1)?.enrolmentId ?? null;
    if (rows.length < PAGE) return;
  }
}

async function lookAtProcesses({ deps, connection, counts, onPage }: Its): Promise<void> {
  await openSightings(connection);
  for await (const page of runningProcesses(deps.temporal)) {
    await noteSightings(connection, page);
    counts.processes += page.length;
    await onPage(counts);
  }
}

/** A list may still show what has just ended: only a process that runs is a trouble. */
const reportOrphans = (its: Its) =>
  eachRow(
    its,
    (after) => sightedWithoutEnrolment(its.connection, after, PAGE),
    async ({ enrolmentId }) => {
      const { state } = await stateOfProcess(its.deps.temporal, enrolmentId);
      if (state !== 'running') return;
      its.counts.withoutEnrolment++;
      await raiseTrouble(its.deps, { enrolmentId, kind: 'withoutEnrolment' });
    },
  );

/**
 * A process that has written more than the database says: the database was restored to an earlier
 * moment and forgot decisions, which only a person may give up. One that knows less than the database:
 * Temporal was restored, and nothing is lost by beginning again from what is written.
 */
const levelSteps = (its: Its) =>
  eachRow(
    its,
    (after) => sightedElsewhere(its.connection, after, PAGE),
    async ({ enrolmentId, seq, stateSeq }) => {
      const { deps, counts } = its;
      if (seq !== null && seq > stateSeq) {
        counts.ahead++;
        await raiseTrouble(deps, { enrolmentId, kind: 'processAhead' });
        return;
      }
      const stands = await seqOfProcess(deps.temporal, enrolmentId);
      if (stands === null) {
        const { state } = await stateOfProcess(deps.temporal, enrolmentId);
        if (state === 'running') counts.unanswered++;
      } else if (stands < stateSeq) {
        await restartFromRecord(deps, enrolmentId, SYSTEM);
        counts.restarted++;
      }
    },
  );

const beginMissing = (its: Its) =>
  eachRow(
    its,
    (after) => livingUnsighted(its.connection, its.before, after, PAGE),
    async ({ enrolmentId, hasStood }) => {
      const { deps, counts } = its;
      const { state } = await stateOfProcess(deps.temporal, enrolmentId);
      if (state === 'running') return;
      if (state === 'completed') {
        counts.ahead++;
        await raiseTrouble(deps, { enrolmentId, kind: 'processAhead' });
      } else if (state === 'absent' && !hasStood) {
        await tellProcess(deps, enrolmentId);
        counts.begun++;
      } else {
        await restartFromRecord(deps, enrolmentId, SYSTEM);
        counts.restarted++;
      }
    },
  );

const tellStale = (its: Its) =>
  eachRow(
    its,
    (after) => staleEnrolments(its.connection, its.before, after, PAGE),
    async ({ enrolmentId }) => {
      const { deps, counts } = its;
      await tellProcess(deps, enrolmentId);
      counts.told++;
      if ((await lookForFailing(deps, enrolmentId)) !== 'fine') counts.failing++;
    },
  );

/**
 * Compares the enrolments with the processes, once, and mends what can be mended without giving up
 * anything: begins what is missing, takes up what was lost, tells what has not been heard. What only a
 * person may decide is noted as a trouble. All lists are read in pages.
 */
export async function reconcile(
  deps: MendDeps,
  onPage: Its['onPage'] = () => Promise.resolve(),
): Promise<ReconcileCounts> {
  const began = new Date(deps.clock.now());
  const counts = { ...NOTHING };
  await deps.db.connection().execute(async (connection) => {
    const before = new Date(began.getTime() - BUSY_MS);
    const its: Its = { deps, connection, counts, before, onPage };
    await lookAtProcesses(its);
    await reportOrphans(its);
    await levelSteps(its);
    await beginMissing(its);
    await tellStale(its);
  });
  await endTroublesNotSeenSince(deps.db, ['processAhead', 'withoutEnrolment'], began);
  return counts;
}
