import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureConverterPath } from '../../api/src/temporal/index.ts';
import { workflowBundle } from '../support/temporal.ts';

export type WorkerChildren = Awaited<ReturnType<typeof workerChildren>>;

/** Workers in processes of their own, to be killed. Call `end` when the file is done. */
export async function workerChildren(environment: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'xuzheng-killed-'));
  const product = await workflowBundle({ failureConverterPath });
  let bundles = 0;
  const children = new Set<ChildProcess>();
  return {
    /** Starts one on the product's own code, or on another bundle. */
    start: async ({ code } = product): Promise<ChildProcess> => {
      const bundleFile = join(folder, `${bundles++}.js`);
      await writeFile(bundleFile, code);
      const script = fileURLToPath(new URL('./worker-child.ts', import.meta.url));
      const env = { ...process.env, ...environment, XUZHENG_WORKFLOW_BUNDLE: bundleFile };
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.add(child);
      await once(child.stdout, 'data');
      return child;
    },
    kill: async (child: ChildProcess): Promise<void> => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      children.delete(child);
    },
    end: async (): Promise<void> => {
      for (const child of children) child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
