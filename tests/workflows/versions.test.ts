import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporal as proto } from '@temporalio/proto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildIdOf,
  currentBuild,
  failureConverterPath,
  promoteBuild,
} from '../../api/src/temporal/index.ts';
import { createLifecycleWorker, type LifecycleWorker } from '../../api/src/temporal/worker.ts';
import { workflowBundle } from '../support/temporal.ts';
import { acceptHours, completeHours, enrol, furnish, untilTag } from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';
import { bytesOf, rawHistory, type History } from './histories.ts';

const command = fileURLToPath(new URL('../../api/src/promote-worker.ts', import.meta.url));
const run = promisify(execFile);

let ground: ProcessGround;
let old: { readonly code: string };
let fresh: { readonly code: string };
beforeAll(async () => {
  ground = await processGround({ environment: { XUZHENG_WORKER_VERSIONING: '1' } });
  await furnish(ground);
  old = await workflowBundle({ failureConverterPath });
  // The source map must stay the last of the file: what follows it would be read as a part of it.
  fresh = { code: `// the build after it\n${old.code}` };
});

const buildA = (): string => buildIdOf(old.code);
const buildB = (): string => buildIdOf(fresh.code);

/** The builds that took the steps of a life, in their order, each change once. */
const buildsIn = ({ events }: History): string[] =>
  (events ?? [])
    .flatMap(({ workflowTaskCompletedEventAttributes: step }) => step ?? [])
    .map((step) => step.deploymentVersion?.buildId ?? 'no build')
    .filter((build, n, all) => build !== all[n - 1]);

const { VersioningBehavior } = proto.api.enums.v1;

/** How the steps of a life say they are to be routed, each way once; an unversioned step says nothing. */
const behavioursIn = ({ events }: History): string[] => {
  const steps = (events ?? []).flatMap(
    ({ workflowTaskCompletedEventAttributes: step }) => step ?? [],
  );
  const said = steps.flatMap(({ versioningBehavior: way }) =>
    way ? [VersioningBehavior[way]] : [],
  );
  return [...new Set(said)].map((name) => name.replace('VERSIONING_BEHAVIOR_', ''));
};

/** The command an operator types, with the bundle it is given. */
async function promoteByCommand(code: string): Promise<string> {
  const bundle = join(ground.env.STORAGE_DIR, 'bundle.js');
  await writeFile(bundle, code);
  const env = { ...process.env, ...ground.env, XUZHENG_WORKFLOW_BUNDLE: bundle };
  const { stdout } = await run(process.execPath, ['--no-warnings', command], { env });
  return stdout;
}

/** The worker as it runs without versioning: its build is told, and stands on no step. */
const unversionedWorker = (its: ProcessGround): Promise<LifecycleWorker> => {
  const { config } = its.shell;
  const temporal = { ...config.temporal, workerVersioning: false };
  return createLifecycleWorker({ ...its.shell, config: { ...config, temporal } }, old);
};

describe('a process begun before versioning was switched on', () => {
  test('was taken by no build, and follows the promoted one from its next step on', async () => {
    const its = await processGround({ environment: { XUZHENG_WORKER_VERSIONING: '1' } });
    await furnish(its);
    const before = await unversionedWorker(its);
    const running = before.run();
    const id = await enrol(its, { post: 'materials', examRequired: false });
    await untilTag(its, id, 'hours.studying');
    const begun = await rawHistory(its, id);
    expect(behavioursIn(begun)).toEqual([]);

    // As an operator turns it on: the new worker beside the one that knows nothing of builds.
    await its.startWorker(fresh);
    expect(await promoteBuild(its.temporal, buildB(), 30_000)).toMatchObject({ promoted: true });
    await completeHours(its, id);
    await untilTag(its, id, 'audit.open');
    expect(await acceptHours(its, id)).toMatchObject({ ok: true });
    await untilTag(its, id, 'renewal.available');
    await before.stop();
    await running;
    const after = await rawHistory(its, id);
    expect(buildsIn(after).at(-1)).toBe(buildB());
    expect(behavioursIn(after)).toEqual(['AUTO_UPGRADE']);
    const events = after.events?.slice(0, begun.events?.length) ?? [];
    expect(Buffer.from(bytesOf({ events })).equals(bytesOf(begun))).toBe(true);
  });
});

describe('workers of two builds', () => {
  test('a life begun on one build ends on the promoted one; what is written stays as it is', async () => {
    await ground.startWorker(old);
    expect(await promoteBuild(ground.temporal, buildA(), 30_000)).toEqual({
      ...{ promoted: true, before: null },
    });
    await ground.startWorker(fresh);
    const id = await enrol(ground, { post: 'materials', examRequired: false });
    await untilTag(ground, id, 'hours.studying');
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    const before = await rawHistory(ground, id);
    // Both poll; only the promoted one is given work.
    expect(buildsIn(before)).toEqual([buildA()]);

    expect(await promoteByCommand(fresh.code)).toContain(`${buildA()} → ${buildB()}`);
    expect(await currentBuild(ground.temporal)).toBe(buildB());
    expect(await acceptHours(ground, id)).toMatchObject({ ok: true });
    await untilTag(ground, id, 'renewal.available');
    const after = await rawHistory(ground, id);
    expect(buildsIn(after)).toEqual([buildA(), buildB()]);
    const events = after.events?.slice(0, before.events?.length) ?? [];
    expect(Buffer.from(bytesOf({ events })).equals(bytesOf(before))).toBe(true);
  });

  test('a build that no worker runs is not promoted: the processes would stand still', async () => {
    const current = await currentBuild(ground.temporal);
    const refused = await promoteBuild(ground.temporal, '2-nobody', 0);
    expect(refused).toMatchObject({ promoted: false });
    expect(await currentBuild(ground.temporal)).toBe(current);
  });
});
