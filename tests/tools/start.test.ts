import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownFolder, runScript } from './run-script.ts';

let busy: Server;
let busyPort: string;
beforeAll(async () => {
  busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  busyPort = String((busy.address() as AddressInfo).port);
});
afterAll(() => new Promise((resolve) => busy.close(resolve)));

function start(env: Record<string, string | undefined>, args: readonly string[] = []) {
  return runScript('tools/boot.ts', env, args);
}

describe('npm start says in one sentence what to do', () => {
  test('when the port asked for is busy', async () => {
    const folder = await ownFolder();
    const { code, words } = await start({ PORT: busyPort, XUZHENG_DATA_DIR: folder });
    expect(code).toBe(1);
    expect(words).toContain(`端口 ${busyPort} 已被占用;请关掉占用它的程序`);
    expect(words).toContain(`Port ${busyPort} is busy`);
    expect(words).not.toMatch(/\n\s+at /);
  });

  test('when PORT is no port', async () => {
    const { code, words } = await start({ PORT: 'front-door' });
    expect(code).toBe(1);
    expect(words).toContain('PORT=front-door 不是端口号;请给 1 至 65535 之间的整数');
  });

  test('when an option is unknown', async () => {
    const { code, words } = await start({}, ['--wide']);
    expect(code).toBe(1);
    expect(words).toContain('不认识参数 --wide');
  });

  test('when the data folder is closed', async () => {
    const folder = await ownFolder();
    await writeFile(join(folder, 'a-file'), '');
    const closed = join(folder, 'a-file', 'data');
    const { code, words } = await start({ XUZHENG_DATA_DIR: closed });
    expect(code).toBe(1);
    expect(words).toContain(`数据文件夹 ${closed} 不能写入;请给当前用户写权限`);
  });

  test('when it already runs on the same data', async () => {
    const folder = await ownFolder();
    const note = JSON.stringify({ pid: process.pid, url: 'http://127.0.0.1:5180' });
    await writeFile(join(folder, 'running.json'), note);
    const { code, words } = await start({ XUZHENG_DATA_DIR: folder });
    expect(code).toBe(1);
    expect(words).toContain(`续证已在运行(进程 ${process.pid},http://127.0.0.1:5180)`);
    expect(await readFile(join(folder, 'running.json'), 'utf8')).toBe(note);
  });

  test('when its key file is spoiled: new keys could not open old data', async () => {
    const folder = await ownFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'keys.json'), '{');
    const { code, words } = await start({ XUZHENG_DATA_DIR: folder });
    expect(code).toBe(1);
    expect(words).toContain('keys.json 读不出来;请恢复它的备份');
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe('{');
  });

  test('when the database in DATABASE_URL is away', async () => {
    const folder = await ownFolder();
    const { code, words } = await start({
      XUZHENG_DATA_DIR: folder,
      DATABASE_URL: 'postgres://nobody:none@127.0.0.1:9/none',
    });
    expect(code).toBe(1);
    expect(words).toContain('请检查 DATABASE_URL 与其权限后重试,已有数据没有改变');
    await expect(stat(join(folder, 'running.json'))).rejects.toThrow();
  });
});
