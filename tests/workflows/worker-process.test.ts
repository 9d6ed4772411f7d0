import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { completeHours, enrol, furnish, untilTag } from '../api/process/people.ts';
import { processGround } from '../api/process/process-ground.ts';

const inApi = (file: string): string =>
  fileURLToPath(new URL(`../../api/src/${file}`, import.meta.url));

const node = (args: readonly string[], env: Record<string, string>) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

test('the working process works from a bundle made ahead, and ends in peace', async () => {
  const ground = await processGround();
  await furnish(ground);
  const folder = await mkdtemp(join(tmpdir(), 'xuzheng-worker-'));
  const bundle = join(folder, 'bundle.js');
  try {
    const [bundled] = await once(node([inApi('bundle-workflows.ts'), bundle], {}), 'exit');
    expect(bundled).toBe(0);
    const worker = node([inApi('worker.ts')], { ...ground.env, XUZHENG_WORKFLOW_BUNDLE: bundle });
    const ended = once(worker, 'exit');
    await once(worker.stdout, 'data');
    const id = await enrol(ground, { post: 'materials', examRequired: false });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    worker.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
