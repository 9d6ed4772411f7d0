import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fastPolicy } from '@xuzheng/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureConverterPath } from '../../api/src/temporal/index.ts';
import { workflowBundle } from '../support/temporal.ts';
import {
  auditsOf,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  until,
  untilTag,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';

/** A working day of two seconds: time to die and come back in the middle of it. */
const POLICY = fastPolicy({
  id: 'two-seconds',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 2_000 },
});

let ground: ProcessGround;
let folder: string;
let bundleFile: string;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground, POLICY);
  folder = await mkdtemp(join(tmpdir(), 'xuzheng-killed-'));
  bundleFile = join(folder, 'bundle.js');
  await writeFile(bundleFile, (await workflowBundle({ failureConverterPath })).code);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function worker(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./worker-child.ts', import.meta.url));
  const env = { ...process.env, ...ground.env, XUZHENG_WORKFLOW_BUNDLE: bundleFile };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
  children.delete(child);
}

describe('kill -9 of the worker', () => {
  test('the audit clock strikes at its instants all the same, once each', async () => {
    const first = await worker();
    const id = await enrol(ground, { post: 'materials', policy: POLICY, examRequired: false });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    await kill(first);
    const [audit] = await auditsOf(ground, id);
    await until('the due instant has passed', () => Date.now() > (audit?.dueAt.getTime() ?? 0));
    expect((await enrolmentOf(ground, id)).stateTags).toContain('audit.clock.waiting');
    await worker();
    await untilTag(ground, id, 'audit.clock.overdue', 40_000);
    expect(await eventsOf(ground, id)).toEqual(['HOURS_COMPLETED', 'DUE', 'OVERDUE']);
    const rows = await ground.db
      .selectFrom('lifecycleEvents')
      .select('at')
      .where('enrolmentId', '=', id)
      .where('type', '=', 'DUE')
      .execute();
    expect(rows.map((row) => row.at)).toEqual([audit?.dueAt]);
  });
});
