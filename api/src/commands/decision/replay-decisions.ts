import {
  digestOf,
  replayEvents,
  replayGrounds,
  type EventOnRecord,
  type Grounds,
  type LifecycleInput,
} from '@xuzheng/engine';
import { birthOf } from '../../activities/load.ts';
import type { Db } from '../../db/connect.ts';
import { enrolmentForProcess } from '../../db/enrolments.ts';
import { policyOf } from '../../db/policies.ts';
import {
  enrolmentsWithEvents,
  eventsOnRecord,
  groundsPage,
  judgedNow,
  verdictsWithoutGrounds,
  verdictWithAudit,
  type GroundsCursor,
} from '../../db/verdict-grounds.ts';
import { decisionOf } from './keep-grounds.ts';

/** Where something on record does not come out as it was written. */
export type FoundDifference = {
  readonly auditId: string | null;
  readonly enrolmentId: string;
  readonly what: string;
  readonly id: string;
  readonly was: string;
  readonly is: string;
};

export type Replay = {
  decisions: number;
  /** Decisions from before what they rested on was kept: only their events are run again. */
  withoutGrounds: number;
  checks: number;
  /** Checks whose rows were deleted after their time: judged again from what was kept. */
  forgotten: number;
  lifecycles: number;
  events: number;
  readonly differences: FoundDifference[];
};

const PAGE = 100;

type Row = Awaited<ReturnType<typeof groundsPage>>[number];

/** The rows of today against what was kept: changed by whoever, it is found. */
async function rowDifferences(db: Db, row: Row, grounds: Grounds, replay: Replay) {
  const found: Omit<FoundDifference, 'auditId' | 'enrolmentId'>[] = [];
  const digest = digestOf(grounds);
  if (digest !== row.digest) found.push({ what: 'grounds', id: '', was: row.digest, is: digest });
  const decision = digestOf(decisionOf(await verdictWithAudit(db, row.auditId)));
  const kept = digestOf(grounds.decision);
  if (decision !== kept) found.push({ what: 'verdict', id: '', was: kept, is: decision });
  const { checks } = grounds.evidence;
  const now = new Map(
    (
      await judgedNow(
        db,
        checks.map((check) => check.id),
      )
    ).map((one) => [one.id, one]),
  );
  for (const check of checks) {
    const row = now.get(check.id);
    replay.checks++;
    if (row === undefined) replay.forgotten++;
    // What still waited to be judged has been judged since, and rightly differs.
    else if (check.outcome !== 'pending' && row.outcome !== check.outcome)
      found.push({ what: 'checkRow', id: check.id, was: check.outcome, is: row.outcome });
  }
  return found;
}

async function replayOne(db: Db, row: Row, replay: Replay): Promise<void> {
  const grounds = row.grounds as unknown as Grounds;
  const policy = await policyOf(db, row);
  const found = [
    ...(await rowDifferences(db, row, grounds, replay)),
    ...replayGrounds(grounds, policy),
  ];
  const { auditId, enrolmentId } = row;
  replay.decisions++;
  replay.differences.push(...found.map((one) => ({ ...one, auditId, enrolmentId })));
}

/** How the enrolment began: what had been passed by then leaves no event. */
function inputFor(birth: LifecycleInput, events: readonly EventOnRecord[]): LifecycleInput {
  const tags = events[0]?.tags ?? [];
  const waits = (type: EventOnRecord['event']['type'], tag: string): boolean =>
    tags.includes(tag) || events.some(({ event }) => event.type === type);
  return {
    ...birth,
    phoneVerifiedAt: waits('PHONE_VERIFIED', 'verifyingPhone')
      ? null
      : (birth.phoneVerifiedAt ?? birth.at),
    profileCompletedAt: waits('PROFILE_COMPLETED', 'completingProfile')
      ? null
      : (birth.profileCompletedAt ?? birth.at),
  };
}

async function replayLife(db: Db, enrolmentId: string, replay: Replay): Promise<void> {
  const events = (await eventsOnRecord(db, enrolmentId)).map(({ seq, event, stateTags }) => ({
    ...{ seq, tags: stateTags },
    event: event as unknown as EventOnRecord['event'],
  }));
  if (events.length === 0) return;
  const enrolment = await enrolmentForProcess(db, enrolmentId);
  const { input } = birthOf(enrolment, await policyOf(db, enrolment));
  const departure = replayEvents(inputFor(input, events), events);
  replay.lifecycles++;
  replay.events += events.length;
  if (departure === null) return;
  const { seq, type, was, is } = departure;
  replay.differences.push({
    ...{ auditId: null, enrolmentId, what: 'event', id: `${seq} ${type}`, was, is },
  });
}

/**
 * Runs every past decision again: checks by their distances, rules and risk on the evidence of its day,
 * under its day's policy; every lifecycle's guards, event by event; and the rows of today against what
 * was kept. Reads in pages, changes nothing.
 */
export async function replayDecisions(db: Db): Promise<Replay> {
  const replay: Replay = {
    ...{ decisions: 0, withoutGrounds: await verdictsWithoutGrounds(db), checks: 0, forgotten: 0 },
    ...{ lifecycles: 0, events: 0, differences: [] },
  };
  for (let after: GroundsCursor = null; ;) {
    const rows: Row[] = await groundsPage(db, after, PAGE);
    for (const row of rows) await replayOne(db, row, replay);
    after = rows.at(-1) ?? null;
    if (rows.length < PAGE) break;
  }
  for (let after: string | null = null; ;) {
    const rows: { id: string }[] = await enrolmentsWithEvents(db, after, PAGE);
    for (const { id } of rows) await replayLife(db, id, replay);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < PAGE) break;
  }
  return replay;
}
