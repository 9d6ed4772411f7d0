import { DAY_MS, dayOf, startOfDay } from '@xuzheng/engine';
import {
  askReconciliation,
  finishReconciliation,
  keepReconciliation,
  lastAskedAt,
  leaseReconciliation,
} from '../db/reconciliations.ts';
import { reconcile, type ReconcileCounts } from '../commands/process/reconcile.ts';
import type { MendDeps } from '../commands/process/mend.ts';

/** At night nobody studies: 03:00 in Shanghai. */
const NIGHTLY_AT_MS = 3 * 3_600_000;
const LEASE_MS = 120_000;

/** The newest instant at which a nightly reconciliation was due. */
function nightBefore(now: number): Date {
  const tonight = startOfDay(dayOf(now)) + NIGHTLY_AT_MS;
  return new Date(tonight <= now ? tonight : tonight - DAY_MS);
}

export type Reconciled = { readonly counts: ReconcileCounts; readonly fault: string | null };

/** Does the reconciliation that was asked for, unless none was or another process does it. */
export async function reconcileIfAsked(deps: MendDeps): Promise<Reconciled | null> {
  const { db, clock } = deps;
  const until = (): Date => new Date(clock.now() + LEASE_MS);
  const row = await leaseReconciliation(db, new Date(clock.now()), until());
  if (row === undefined) return null;
  let counts: ReconcileCounts | null = null;
  let fault: string | null = null;
  const onPage = (soFar: ReconcileCounts): Promise<void> => {
    counts = soFar;
    return keepReconciliation(db, row.id, soFar, until());
  };
  try {
    counts = await reconcile(deps, onPage);
  } catch (error) {
    // Messages may quote what must not be kept: the kind of the fault is enough.
    fault = error instanceof Error ? error.name : 'fault';
  }
  const done = { counts: counts ?? {}, ...(fault === null ? {} : { fault }) };
  await finishReconciliation(db, row.id, done, new Date(clock.now()));
  return { counts: done.counts as ReconcileCounts, fault };
}

/** Asks for the nightly reconciliation when it is due, and does what is asked. Gives 0: no hurry. */
export async function reconcileWhenDue(deps: MendDeps): Promise<number> {
  const now = deps.clock.now();
  const last = await lastAskedAt(deps.db);
  if (last === null || last < nightBefore(now)) {
    await askReconciliation(deps.db, 'nightly', new Date(now));
  }
  await reconcileIfAsked(deps);
  return 0;
}
