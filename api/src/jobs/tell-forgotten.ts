import { enrolmentsWithoutProcess } from '../db/enrolments.ts';
import type { Deps } from '../deps.ts';
import { startLifecycle } from '../temporal/index.ts';

const OLDER_THAN_MS = 60_000;
const AT_A_TIME = 100;

/**
 * Starts the process of every enrolment that should have one by now and has written nothing: one
 * database restored behind the other leaves such enrolments. Gives 0, so that it is not hurried.
 */
export async function tellForgotten({ db, temporal, clock }: Deps): Promise<number> {
  const before = new Date(clock.now() - OLDER_THAN_MS);
  for (const { id } of await enrolmentsWithoutProcess(db, before, AT_A_TIME)) {
    await startLifecycle(temporal, id);
  }
  return 0;
}
