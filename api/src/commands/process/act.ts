import { ok, refuse, type Result } from '@xuzheng/engine';
import { troubleOf } from '../../db/process-troubles.ts';
import { enrolmentExists } from '../../db/stuck-processes.ts';
import type { MendingAct } from '../../schemas/processes.ts';
import { stateOfProcess, whenReachable } from '../../temporal/index.ts';
import { endOrphan, restartFromRecord, tellProcess, type MendDeps } from './mend.ts';

/** May a process be replaced? Only one that fails, that is lost, or that knows what nobody else does. */
async function mayRestart(deps: MendDeps, enrolmentId: string): Promise<boolean> {
  for (const kind of ['taskFailing', 'processAhead'] as const) {
    if ((await troubleOf(deps.db, enrolmentId, kind)) !== undefined) return true;
  }
  const { state } = await stateOfProcess(deps.temporal, enrolmentId);
  return state === 'lost' || state === 'absent';
}

async function act(
  deps: MendDeps,
  enrolmentId: string,
  what: MendingAct,
  staffId: string,
): Promise<Result<void>> {
  const actor = { kind: 'staff', id: staffId } as const;
  const exists = await enrolmentExists(deps.db, enrolmentId);
  if (what === 'end') {
    if (exists) return refuse('process/notStuck');
    return ok(await endOrphan(deps, enrolmentId, actor));
  }
  if (!exists) return refuse('enrolment/notFound');
  if (what === 'tell') return ok(await tellProcess(deps, enrolmentId));
  if (!(await mayRestart(deps, enrolmentId))) return refuse('process/notStuck');
  return ok(await restartFromRecord(deps, enrolmentId, actor));
}

/**
 * Does for one process what its row on the page of stuck processes offers. Refuses `process/notStuck`
 * where it goes its way meanwhile, `process/unavailable` while Temporal is away.
 */
export const mendProcess = (
  deps: MendDeps,
  enrolmentId: string,
  what: MendingAct,
  staffId: string,
): Promise<Result<void>> => whenReachable(() => act(deps, enrolmentId, what, staffId));
