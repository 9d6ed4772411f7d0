import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { isAlive } from '../../tools/ground/child.ts';
import { ROOT } from '../../tools/ground/paths.ts';
import { anyFreePort } from '../../tools/ground/ports.ts';
import { ownFolder } from '../tools/run-script.ts';

interface Start {
  readonly process: ChildProcess;
  readonly words: () => string;
  readonly ended: Promise<number | null>;
}

/** `npm start` as a person types it, with a data folder of the test's own. */
function npmStart(folder: string, port: number): Start {
  const lines: string[] = [];
  const { DATABASE_URL: _db, TEMPORAL_ADDRESS: _temporal, ...env } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'tools/start.mjs')], {
    cwd: ROOT,
    env: { ...env, XUZHENG_DATA_DIR: folder, PORT: String(port), CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { process: child, words: () => lines.join(''), ended };
}

async function untilSaid(start: Start, words: string, seconds: number): Promise<void> {
  for (let tenths = 0; tenths < seconds * 10; tenths += 1) {
    if (start.words().includes(words)) return;
    if (start.process.exitCode !== null) break;
    await pause(100);
  }
  throw new Error(`npm start never said ${words}:\n${start.words()}`);
}

/** Processes whose command line names this folder: Postgres and Temporal carry it. */
async function processesOf(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      const ours = command.includes(folder) || environment.includes(`XUZHENG_DATA_DIR=${folder}`);
      return ours && pid !== process.pid ? [pid] : [];
    }),
  );
  return found.flat();
}

async function allGone(folder: string): Promise<number[]> {
  for (let tenths = 0; tenths < 200; tenths += 1) {
    const alive = (await processesOf(folder)).filter(isAlive);
    if (alive.length === 0) return [];
    await pause(100);
  }
  return processesOf(folder);
}

const READY = '续证已就绪';

describe('npm start, as a newcomer types it', () => {
  const starts: Start[] = [];
  afterAll(() => {
    for (const { process: child } of starts) child.kill('SIGKILL');
  });
  function begin(folder: string, port: number): Start {
    const start = npmStart(folder, port);
    starts.push(start);
    return start;
  }

  test('serves both apps, ends with Ctrl-C, and finds its data again', async () => {
    const folder = await ownFolder();
    const port = await anyFreePort();
    const first = begin(folder, port);
    await untilSaid(first, READY, 600);
    for (const path of ['/', '/admin/']) {
      const page = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { accept: 'text/html' },
      });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<!doctype html>');
    }
    const accounts = await readFile(join(folder, 'demo-accounts.json'), 'utf8');
    expect(first.words()).toContain('工作人员');
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await allGone(folder)).toEqual([]);

    const second = begin(folder, port);
    await untilSaid(second, READY, 120);
    expect(await readFile(join(folder, 'demo-accounts.json'), 'utf8')).toBe(accounts);
    second.process.kill('SIGTERM');
    await second.ended;
    expect(await allGone(folder)).toEqual([]);
  });

  test('leaves nothing running when it is killed outright', async () => {
    const folder = await ownFolder();
    const start = begin(folder, await anyFreePort());
    await untilSaid(start, 'Temporal', 120);
    for (const pid of await processesOf(folder)) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes('tools/boot.ts')) process.kill(pid, 'SIGKILL');
    }
    await start.ended;
    expect(await allGone(folder)).toEqual([]);
  });

  test('a child that dies is told in one sentence and takes the rest with it', async () => {
    const folder = await ownFolder();
    const start = begin(folder, await anyFreePort());
    await untilSaid(start, READY, 600);
    for (const pid of await processesOf(folder)) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes('api/src/server.ts')) process.kill(pid, 'SIGKILL');
    }
    expect(await start.ended).toBe(1);
    expect(start.words()).toContain('api 进程意外退出');
    expect(await allGone(folder)).toEqual([]);
  });
});
