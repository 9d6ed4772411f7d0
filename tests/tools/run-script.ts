import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { startChild } from '../../tools/ground/child.ts';
import { NODE_24, ROOT } from '../../tools/ground/paths.ts';

/** A folder of the test file's own, removed when the file is done. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xuzheng-tools-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a script of the house as a real process to its end. */
export async function runScript(
  script: string,
  env: Record<string, string | undefined> = {},
  args: readonly string[] = [],
): Promise<{ code: number | null; words: string }> {
  const lines: string[] = [];
  const child = startChild(script, NODE_24, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    onLine: (line) => lines.push(line),
  });
  const code = await child.ended;
  return { code, words: lines.join('\n') };
}
