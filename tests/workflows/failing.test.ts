import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { troublesOfKind } from '../../api/src/db/process-troubles.ts';
import { failureConverterPath } from '../../api/src/temporal/index.ts';
import { workflowBundle } from '../support/temporal.ts';
import { completeHours, enrol, furnish, until, untilTag } from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const POISONED = 'dead0000-0000-7000-8000-000000000001';

let ground: ProcessGround;
let folder: string;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
  folder = await mkdtemp(join(tmpdir(), 'xuzheng-failing-'));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The product's working process on this workflow code; what it logs is kept. */
async function worker(workflowsPath?: string) {
  const bundleFile = join(folder, `${children.size}.js`);
  const sources = { failureConverterPath, ...(workflowsPath ? { workflowsPath } : {}) };
  await writeFile(bundleFile, (await workflowBundle(sources)).code);
  const env = { ...process.env, ...ground.env, XUZHENG_WORKFLOW_BUNDLE: bundleFile };
  const script = fileOf('../../api/src/worker.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { ...env, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await until('the worker works', () => lines.includes('working'));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { lines, stop };
}

const journalled = async (): Promise<string[]> =>
  (
    await ground.db
      .selectFrom('journal')
      .select('action')
      .where('enrolmentId', '=', POISONED)
      .orderBy('id')
      .execute()
  ).map((row) => row.action);

test('a process whose code fails raises an alarm a person sees, while the others go on', async () => {
  const broken = await worker(fileOf('../fixtures/workflows/poisoned.ts'));
  const options = { examRequired: false };
  const poisoned = await enrol(ground, { ...options, post: 'materials', id: POISONED });
  const sound = await enrol(ground, { ...options, post: 'machinery' });
  await completeHours(ground, poisoned);
  await completeHours(ground, sound);
  await untilTag(ground, sound, 'audit.open');
  await until('the alarm is raised', async () => {
    const [trouble] = await troublesOfKind(ground.db, 'taskFailing', 10);
    return trouble?.enrolmentId === POISONED;
  });
  expect(await journalled()).toEqual(['process.taskFailing']);
  const alarms = (): string[] => broken.lines.filter((line) => line.includes('cannot go on'));
  await until('the alarm is logged', () => alarms().length > 0);
  expect(alarms().join()).toContain(POISONED);
  expect(broken.lines.join()).not.toContain('a fault in the code');
  await broken.stop();

  const mended = await worker();
  await untilTag(ground, poisoned, 'audit.open', 60_000);
  await until(
    'the alarm is taken back',
    async () => (await troublesOfKind(ground.db, 'taskFailing', 10)).length === 0,
    60_000,
  );
  // Meanwhile the waiting audit may have become overdue, which is told as well.
  expect(await journalled()).toContain('process.recovered');
  await mended.stop();
}, 150_000);
