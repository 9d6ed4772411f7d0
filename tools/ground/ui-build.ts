import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { NODE_24, ROOT } from './paths.ts';
import { plainFault } from './plain-fault.ts';
import { markOf } from './source-mark.ts';

export type UiName = 'learner-ui' | 'admin-ui';

/** What a UI is made from: a change in any of these makes its build stale. */
const SOURCES: Readonly<Record<UiName, readonly string[]>> = {
  'learner-ui': ['learner-ui', 'api/client', 'engine/src', 'package-lock.json'],
  'admin-ui': ['admin-ui', 'learner-ui/src/look', 'api/client', 'engine/src', 'package-lock.json'],
};
const STAMP = '.built-from';

/**
 * Builds a UI with vite into its `dist` when its sources have changed since the last build.
 * Gives the folder and whether it was built now. Throws a plain fault with vite's last words.
 */
export async function buildUi(
  name: UiName,
  onLine: (line: string) => void = () => undefined,
): Promise<{ folder: string; built: boolean }> {
  const folder = join(ROOT, name, 'dist');
  const mark = await markOf(SOURCES[name]);
  const before = await readFile(join(folder, STAMP), 'utf8').catch(() => '');
  if (before === mark && existsSync(join(folder, 'index.html'))) return { folder, built: false };
  await rm(join(folder, STAMP), { force: true });
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const child = startChild(`vite ${name}`, NODE_24, [vite, 'build', '--logLevel', 'error'], {
    cwd: join(ROOT, name),
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    onLine,
  });
  if ((await child.ended) !== 0) {
    const telling = child.lastLines().filter((line) => line.trim() && !/^\s+at /.test(line));
    const last = telling.slice(0, 12).join('\n');
    throw plainFault(
      `界面 ${name} 没有构建成功,请先修好它再重试:\n${last}`,
      `The app ${name} could not be built; mend it and try again.`,
    );
  }
  await writeFile(join(folder, STAMP), mark);
  return { folder, built: true };
}
