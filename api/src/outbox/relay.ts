import type { Command } from '@xuzheng/workflows';
import type { Db } from '../db/connect.ts';
import { delayOutbox, leaseOutbox, noteOutboxSent, type OutboxRow } from '../db/outbox.ts';
import { sendCommand, startLifecycle, type Temporal } from '../temporal/index.ts';

const BATCH = 50;
const LEASE_SECONDS = 30;
const WAIT_AT_MOST_SECONDS = 60;
/** A process that is slow to answer keeps the other rows of the round no longer than this. */
const COMMAND_WITHIN_MS = 5_000;

/**
 * Tells waiting facts to their processes, once round. The call to Temporal lies outside any
 * transaction; a fact told twice is told once too often and changes nothing. Gives how many were told.
 */
export async function relayOutbox(db: Db, temporal: Temporal): Promise<number> {
  const rows = await leaseOutbox(db, BATCH, LEASE_SECONDS);
  const groups = Map.groupBy(rows, (row) => row.enrolmentId);
  const told = await Promise.all([...groups].map(([id, group]) => tell(db, temporal, id, group)));
  return told.reduce((sum, n) => sum + n, 0);
}

async function tell(
  db: Db,
  temporal: Temporal,
  enrolmentId: string,
  rows: readonly OutboxRow[],
): Promise<number> {
  const ids = rows.map((row) => row.id);
  try {
    await startLifecycle(temporal, enrolmentId, Math.max(...ids));
    for (const { command } of rows) {
      if (command !== null) await give(temporal, enrolmentId, command as Command);
    }
  } catch {
    const tried = Math.max(...rows.map((row) => row.attempts));
    await delayOutbox(db, ids, Math.min(WAIT_AT_MOST_SECONDS, 2 ** Math.min(tried, 6) / 2));
    return 0;
  }
  await noteOutboxSent(db, ids);
  return ids.length;
}

/** A process that refuses the command, or is over, has heard it; only absence is a reason to come back. */
async function give(temporal: Temporal, enrolmentId: string, command: Command): Promise<void> {
  const heard = await sendCommand(temporal, enrolmentId, command, COMMAND_WITHIN_MS);
  if (!heard.ok && heard.refusal.code === 'process/unavailable') {
    throw new Error('the process is away');
  }
}
