import type { Deps } from '../../deps.ts';
import { writeJournal } from '../../db/journal.ts';
import { endTrouble, noteTrouble, type Trouble } from '../../db/process-troubles.ts';
import { beginAgain, endProcess, startLifecycle, stateOfProcess } from '../../temporal/index.ts';

export type MendDeps = Pick<Deps, 'db' | 'temporal' | 'clock'>;
type Actor = { readonly kind: 'staff' | 'system'; readonly id?: string };

export const SYSTEM: Actor = { kind: 'system' };

/** From so many tries of one piece of work on, the process does not merely wait for its turn. */
const FAILS_FROM = 3;

const journal = (
  { db, clock }: Pick<MendDeps, 'db' | 'clock'>,
  actor: Actor,
  action: string,
  enrolmentId: string,
) => writeJournal(db, { at: new Date(clock.now()), actor, action, enrolmentId });

/** Tells a process that facts may have changed, and starts one that was never begun. */
export async function tellProcess(deps: MendDeps, enrolmentId: string): Promise<void> {
  await startLifecycle(deps.temporal, enrolmentId);
}

/**
 * Puts a process in the place of one that was lost, knows less than the database, or knows what the
 * database has forgotten. The database holds the facts: the process begins where it was last written.
 */
export async function restartFromRecord(
  deps: MendDeps,
  enrolmentId: string,
  actor: Actor,
): Promise<void> {
  const { state } = await stateOfProcess(deps.temporal, enrolmentId);
  if (state === 'running') await endProcess(deps.temporal, enrolmentId, 'begun again from record');
  await beginAgain(deps.temporal, enrolmentId);
  await endTrouble(deps.db, enrolmentId, 'processAhead');
  await endTrouble(deps.db, enrolmentId, 'taskFailing');
  await journal(deps, actor, 'process.restarted', enrolmentId);
}

/** Ends a process that no enrolment belongs to. */
export async function endOrphan(deps: MendDeps, enrolmentId: string, actor: Actor): Promise<void> {
  await endProcess(deps.temporal, enrolmentId, 'no enrolment belongs to it');
  await endTrouble(deps.db, enrolmentId, 'withoutEnrolment');
  await journal(deps, actor, 'process.ended', enrolmentId);
}

/** Notes a trouble; the first time somebody must hear of it, so it is journalled. */
export async function raiseTrouble(deps: MendDeps, trouble: Trouble): Promise<boolean> {
  return deps.db.transaction().execute(async (db) => {
    const isNew = await noteTrouble(db, trouble, new Date(deps.clock.now()));
    const { clock } = deps;
    if (isNew) await journal({ db, clock }, SYSTEM, `process.${trouble.kind}`, trouble.enrolmentId);
    return isNew;
  });
}

/**
 * Looks whether a process's code fails again and again, raises the alarm or takes it back. Gives what
 * it found; an absent Temporal is no trouble of the process.
 */
export async function lookForFailing(
  deps: MendDeps,
  enrolmentId: string,
): Promise<'raised' | 'known' | 'fine'> {
  const { taskAttempts } = await stateOfProcess(deps.temporal, enrolmentId);
  if (taskAttempts >= FAILS_FROM) {
    const trouble = { enrolmentId, kind: 'taskFailing', attempts: taskAttempts } as const;
    return (await raiseTrouble(deps, trouble)) ? 'raised' : 'known';
  }
  await deps.db.transaction().execute(async (db) => {
    if (!(await endTrouble(db, enrolmentId, 'taskFailing'))) return;
    await journal({ db, clock: deps.clock }, SYSTEM, 'process.recovered', enrolmentId);
  });
  return 'fine';
}
