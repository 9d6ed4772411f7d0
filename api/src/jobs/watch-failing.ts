import { lifecycleIdOf } from '@xuzheng/workflows';
import { lookForFailing, type MendDeps } from '../commands/process/mend.ts';
import { troublesOfKind } from '../db/process-troubles.ts';
import { enrolmentOfRun } from '../temporal/index.ts';

/** Runs of processes that the worker's own log complains about: looked at more closely. */
export type Suspects = {
  /** Takes note of what a log line names. */
  readonly note: (named: { readonly workflowId?: unknown; readonly runId?: unknown }) => void;
  /** Hands them over, once. */
  readonly take: () => string[];
};

const AT_MOST = 1_000;

export function createSuspects(): Suspects {
  const noted = new Set<string>();
  return {
    note: ({ workflowId, runId }) => {
      const name = workflowId ?? runId;
      if (typeof name === 'string' && noted.size < AT_MOST) noted.add(name);
    },
    take: () => {
      const names = [...noted];
      noted.clear();
      return names;
    },
  };
}

const LOOKED_AT_AGAIN = 50;
const PREFIX = lifecycleIdOf('');

/**
 * Looks at the processes whose code is said to fail, and again at those known to: the alarm is raised
 * when a piece of work fails repeatedly, and taken back when it succeeds. `raise` hears of new ones.
 */
export async function watchFailing(
  deps: MendDeps,
  suspects: Suspects,
  raise: (enrolmentId: string) => void,
): Promise<number> {
  const known = await troublesOfKind(deps.db, 'taskFailing', LOOKED_AT_AGAIN);
  const ids = new Set(known.map((row) => row.enrolmentId));
  for (const name of suspects.take()) {
    const id = name.startsWith(PREFIX)
      ? name.slice(PREFIX.length)
      : await enrolmentOfRun(deps.temporal, name);
    if (id !== null) ids.add(id);
  }
  for (const id of ids) {
    if ((await lookForFailing(deps, id)) === 'raised') raise(id);
  }
  return 0;
}
