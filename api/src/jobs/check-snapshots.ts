import { judgeNextSnapshot, type SnapshotDeps } from '../commands/study/judge-snapshot.ts';

/** Snapshots judged in one go, so that other jobs of the process get their turn. */
const AT_A_TIME = 20;

/** Checks waiting snapshots, one after the other; any number of workers may run it. Gives how many. */
export async function checkSnapshots(deps: SnapshotDeps): Promise<number> {
  let count = 0;
  while (count < AT_A_TIME && (await judgeNextSnapshot(deps))) count++;
  return count;
}
