import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { codeAt } from '../../tools/boot/accounts.ts';
import { createSupervisor, untilReady } from '../../tools/boot/supervisor.ts';
import { countsFrom } from '../../tools/check/run-vitest.ts';
import { ensureBrowser } from '../../tools/ground/browser.ts';
import { isAlive, startChild } from '../../tools/ground/child.ts';
import { TRIAL_MARK, localSecrets } from '../../tools/ground/keys.ts';
import { lanCertificate } from '../../tools/ground/lan.ts';
import { NODE_24, ROOT } from '../../tools/ground/paths.ts';
import { anyFreePort, nextFreePort } from '../../tools/ground/ports.ts';
import { databaseUrl, startPostgres } from '../../tools/ground/postgres.ts';
import { ensureTemporalCli } from '../../tools/ground/temporal-cli.ts';
import { ownFolder } from './run-script.ts';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

describe('ports', () => {
  test('a busy port is passed over for the next free one', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as AddressInfo;
    expect(await nextFreePort(port)).toBeGreaterThan(port);
    await new Promise((resolve) => busy.close(resolve));
    expect(await nextFreePort(port)).toBe(port);
  });
});

describe('programs are looked for in their order', () => {
  test('a temporal on PATH comes first', async () => {
    const folder = await ownFolder();
    await writeFile(join(folder, 'temporal'), '');
    await chmod(join(folder, 'temporal'), 0o755);
    process.env['PATH'] = folder;
    expect(await ensureTemporalCli(() => undefined, [])).toBe(join(folder, 'temporal'));
  });

  test('then the cache, then each source until one delivers', async () => {
    const folder = await ownFolder();
    process.env['PATH'] = '';
    process.env['XDG_CACHE_HOME'] = folder;
    const asked: string[] = [];
    const path = await ensureTemporalCli(
      () => undefined,
      [
        async () => {
          asked.push('download');
          return false;
        },
        async (target) => {
          asked.push('go');
          await mkdir(join(target, '..'), { recursive: true });
          await writeFile(target, '');
          await chmod(target, 0o755);
          return true;
        },
      ],
    );
    expect(asked).toEqual(['download', 'go']);
    expect(await ensureTemporalCli(() => undefined, [])).toBe(path);
  });

  test('a temporal found nowhere is one sentence that says what to do', async () => {
    process.env['PATH'] = '';
    process.env['XDG_CACHE_HOME'] = await ownFolder();
    await expect(ensureTemporalCli(() => undefined, [])).rejects.toThrow(
      '请安装 temporal 并放到 PATH,或在 TEMPORAL_ADDRESS 中给出您自己的 Temporal',
    );
  });

  test('a browser path that leads nowhere is said, not silently replaced', async () => {
    process.env['XUZHENG_BROWSER'] = '/nowhere/chromium';
    await expect(ensureBrowser(() => undefined)).rejects.toThrow(
      'XUZHENG_BROWSER 指向的 /nowhere/chromium 不存在',
    );
  });
});

describe('secrets of a trial', () => {
  test('are made once, are for their owner alone and carry the mark production refuses', async () => {
    const file = join(await ownFolder(), 'keys.json');
    const made = await localSecrets(file);
    expect(await localSecrets(file)).toEqual(made);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const master = Buffer.from(made.XUZHENG_MASTER_KEY, 'base64');
    expect(master).toHaveLength(32);
    expect(master.subarray(0, TRIAL_MARK.length)).toEqual(TRIAL_MARK);
    expect(new Set(Object.values(made)).size).toBe(5);
  });

  test('the certificate for a phone names the address and is kept while it fits', async () => {
    const folder = join(await ownFolder(), 'tls');
    const { certFile } = await lanCertificate(folder, '192.168.7.5');
    const first = await readFile(certFile, 'utf8');
    expect(new X509Certificate(first).checkIP('192.168.7.5')).toBe('192.168.7.5');
    await lanCertificate(folder, '192.168.7.5');
    expect(await readFile(certFile, 'utf8')).toBe(first);
    await lanCertificate(folder, '192.168.7.6');
    expect(await readFile(certFile, 'utf8')).not.toBe(first);
  });

  test('printed one-time codes are those of RFC 6238, appendix B', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(codeAt(secret, 59_000)).toBe('287082');
    expect(codeAt(secret, 1_111_111_109_000)).toBe('081804');
  });
});

describe('nothing outlives its starter', () => {
  test('a process and a folder on the leash go when their holder is killed', async () => {
    const folder = join(await ownFolder(), 'held');
    await mkdir(folder);
    const script = `
      import { spawn } from 'node:child_process';
      import { startLeash } from ${JSON.stringify(join(ROOT, 'tools/ground/leash.ts'))};
      const held = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
      const leash = startLeash();
      leash.holdProcess(held.pid);
      leash.holdFolder(${JSON.stringify(folder)});
      console.log(held.pid);
      setInterval(() => {}, 1000);`;
    let heldPid = 0;
    const told = new Promise<void>((resolve) => {
      const args = ['--input-type=module', '-e', script];
      const holder = startChild('holder', NODE_24, args, {
        onLine: (line) => {
          heldPid = Number(line);
          setTimeout(() => holder.process.kill('SIGKILL'), 200);
        },
      });
      void holder.ended.then(() => resolve());
    });
    await told;
    expect(heldPid).toBeGreaterThan(0);
    for (let i = 0; i < 100 && isAlive(heldPid); i += 1) await pause(50);
    await pause(300);
    expect(isAlive(heldPid)).toBe(false);
    await expect(stat(folder)).rejects.toThrow();
  });

  test('Postgres finds its data again, also when its last server was left running', async () => {
    const folder = join(await ownFolder(), 'postgres');
    await chmod(join(folder, '..'), 0o755);
    const password = 'only-for-this-test';
    const ports = [await anyFreePort(), await anyFreePort()] as const;
    const first = await startPostgres({ folder, port: ports[0], password });
    await query(databaseUrl(ports[0], password, 'postgres'), 'CREATE TABLE kept AS SELECT 7 AS n');
    const second = await startPostgres({ folder, port: ports[1], password });
    const url = databaseUrl(ports[1], password, 'postgres');
    expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await second.stop();
    expect(isAlive(first.child.process.pid ?? 0)).toBe(false);
    expect(isAlive(second.child.process.pid ?? 0)).toBe(false);
  });
});

describe('a child of npm start that dies', () => {
  async function startSick(text: string) {
    const folder = await ownFolder();
    const script = join(folder, 'sick.mjs');
    await writeFile(script, text);
    const supervisor = createSupervisor(join(folder, 'logs'));
    const child = supervisor.startScript('sick', relative(ROOT, script), process.env);
    return { supervisor, child, logs: join(folder, 'logs') };
  }

  test('before it was ready is told with its last words and where its log is', async () => {
    const { child, logs } = await startSick(`console.error('disk is full'); process.exit(3);`);
    await expect(untilReady(child, logs)).rejects.toThrow(
      `sick 进程意外退出:disk is full;全部日志在 ${join(logs, 'sick.log')},处理后请重新运行 npm start。`,
    );
    expect(await readFile(join(logs, 'sick.log'), 'utf8')).toBe('disk is full\n');
  });

  test('afterwards is noticed; one that was asked to stop is not', async () => {
    const text = `console.log('ready'); setInterval(() => {}, 1000);`;
    const first = await startSick(text);
    await untilReady(first.child, first.logs);
    first.child.process.kill('SIGKILL');
    expect((await first.supervisor.firstDeath).name).toBe('sick');

    const second = await startSick(text);
    await untilReady(second.child, second.logs);
    let noticed = false;
    void second.supervisor.firstDeath.then(() => {
      noticed = true;
    });
    await second.supervisor.stopAll();
    await second.child.ended;
    await pause(20);
    expect(noticed).toBe(false);
  });
});

async function query(url: string, text: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<object>(text);
  await client.end();
  return rows;
}

describe('the last line of npm test counts everything', () => {
  const file = { status: 'passed', assertionResults: [{}] };
  const clean = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numFailedTestSuites: 0,
    success: true,
    testResults: [file],
  };

  test('passed tests are passed', () => {
    expect(countsFrom(clean, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  test('a file that could not be loaded is a failure', () => {
    const broken = { ...clean, testResults: [file, { status: 'failed', assertionResults: [] }] };
    expect(countsFrom(broken, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  test('a run that died without a report is a failure', () => {
    expect(countsFrom(undefined, null).failed).toBe(1);
  });

  test('an error outside every test is a failure', () => {
    expect(countsFrom(clean, 1).failed).toBe(1);
  });
});
