import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { NODE_24 } from '../../tools/ground/paths.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the process that starts Postgres and Temporal when they are first asked for. */
    groundUrl: string;
  }
}

interface Ground {
  readonly url: string;
  stop(): Promise<void>;
}

/** One ground for all projects of a run: each project's setup is a module of its own. */
const place = globalThis as { xuzhengGround?: Promise<Ground> };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  place.xuzhengGround ??= startGround();
  const ground = await place.xuzhengGround;
  project.provide('groundUrl', ground.url);
  if (project.name === 'e2e') void buildScreensAhead(ground.url);
  return ground.stop;
}

/** The stories come last: their screens are built while the first tests wait for their timers. */
async function buildScreensAhead(url: string): Promise<void> {
  for (const screens of ['learner-ui', 'admin-ui']) {
    // A fault is told to the first story, which asks for the same.
    await fetch(`${url}/${screens}`, { method: 'POST' }).catch(() => undefined);
  }
}

async function startGround(): Promise<Ground> {
  const script = fileURLToPath(new URL('../../tools/ground/ground.ts', import.meta.url));
  const child = spawn(NODE_24, ['--disable-warning=ExperimentalWarning', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [first] = (await once(lines, 'line')) as [string];
  const { url } = JSON.parse(first) as { url: string };
  return { url, stop: () => stopGround(child) };
}

async function stopGround(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.exitCode !== null) return;
  child.stdin?.end();
  await once(child, 'exit');
}
