import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NODE_24, ROOT } from '../ground/paths.ts';
import type { Counts } from './run-checks.ts';

const REPORT = join(ROOT, 'tests/.artifacts/vitest.json');

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
  readonly testResults: readonly { status: string; assertionResults: readonly object[] }[];
}

/** Runs the named vitest projects with their output as it comes; counts what they report. */
export async function runVitest(
  projects: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Counts> {
  await mkdir(dirname(REPORT), { recursive: true });
  await rm(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const names = projects.map((name) => `--project=${name}`);
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  // Every file's process reads the same packages: compiled once, by whoever comes first.
  const compiled = { NODE_COMPILE_CACHE: join(dirname(REPORT), 'compiled') };
  const child = spawn(NODE_24, [vitest, 'run', '--passWithNoTests', ...names, ...reporters], {
    cwd: ROOT,
    env: { ...compiled, ...env },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return countsFrom(await readReport(), code);
}

async function readReport(): Promise<VitestReport | undefined> {
  const text = await readFile(REPORT, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as VitestReport);
}

/** A run that died, or a file that could not even be loaded, is a failure like any other. */
export function countsFrom(report: VitestReport | undefined, code: number | null): Counts {
  if (!report) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
