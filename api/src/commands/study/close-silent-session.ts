import type { Deps } from '../../deps.ts';
import { silentSessions } from '../../db/study-sessions.ts';
import { end, lapseAnswers } from './study-events.ts';
import type { StudyState } from './study-state.ts';
import { beginWork, finishWork, type StudyWork } from './study-work.ts';

type SilentDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'vault'>;

/** Sessions closed in one go; the next go takes the next ones. */
const AT_A_TIME = 50;
/** No policy's lease and grace together are shorter: what beat more recently is not looked at. */
const SILENT_AT_LEAST_MS = 10_000;

/** When a silent session is over: its lease and the grace for a lost network have passed. */
const overAt = ({ policy, before }: StudyWork): number =>
  before.row.lastBeatAt.getTime() + (policy.leaseSeconds + policy.offlineGraceSeconds) * 1000;

function closed(work: StudyWork, at: number): StudyState {
  return end(lapseAnswers(work.before, at), at, 'expired');
}

/**
 * Ends sessions that nothing was heard of any more. Their books close at the end of lease and grace,
 * not at the moment somebody looked: two workers, or one that was late, write the same. Gives how many.
 */
export async function closeSilentSessions(deps: SilentDeps): Promise<number> {
  const since = new Date(deps.clock.now() - SILENT_AT_LEAST_MS);
  const rows = await silentSessions(deps.db, since, AT_A_TIME);
  let count = 0;
  for (const row of rows) {
    const done = await deps.db.transaction().execute(async (trx) => {
      const begun = await beginWork(trx, deps, row.learnerId, row.id);
      if (!begun.ok || begun.value.before.endedAt !== null) return false;
      const at = overAt(begun.value);
      if (begun.value.now < at) return false;
      await finishWork(begun.value, closed(begun.value, at));
      return true;
    });
    if (done) count++;
  }
  return count;
}
