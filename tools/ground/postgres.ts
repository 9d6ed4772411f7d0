import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, runToEnd, startChild, stopChild } from './child.ts';
import type { Child } from './child.ts';
import { canEnter, postgresBinaries, postgresUser } from './postgres-binaries.ts';
import type { PostgresBinaries, PostgresUser } from './postgres-binaries.ts';
import { plainFault } from './plain-fault.ts';

const SUPERUSER = 'postgres';
const READY = 'database system is ready to accept connections';
const STOP_MS = 15_000;

export interface PostgresOptions {
  /** Data folder; made when missing. */
  readonly folder: string;
  readonly port: number;
  /** Password of the superuser, set when the folder is first made. */
  readonly password: string;
  /** For tests: nothing is synced to disk. */
  readonly throwaway?: boolean;
  readonly onLine?: (line: string) => void;
}

export interface RunningPostgres {
  /** Connection string of the maintenance database `postgres`. */
  readonly url: string;
  readonly child: Child;
  stop(): Promise<void>;
}

/**
 * Starts Postgres on a data folder, making the folder when it has no cluster yet.
 * Listens on 127.0.0.1 only. Throws a plain fault when it cannot.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = await postgresUser();
  const binaries = await postgresBinaries(user);
  await openFolder(options.folder, user);
  await endLeftover(options.folder);
  if (!(await hasCluster(options.folder))) await initialise(binaries, options, user);
  const child = startServer(binaries, options, user);
  await untilReady(child, options);
  return {
    url: databaseUrl(options.port, options.password, 'postgres'),
    child,
    // What is thrown away need not be written down first.
    stop: () => stopChild(child, options.throwaway ? 'SIGQUIT' : 'SIGINT', STOP_MS),
  };
}

/** Connection string of one database of our own server. */
export function databaseUrl(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Where Postgres may keep its data: the wished folder, or, when its OS user cannot get there
 * (a clone under a closed home folder), one under /var/lib made from the same name.
 */
export async function reachableFolder(wished: string, mark: string): Promise<string> {
  const user = await postgresUser();
  if (!user || (await canEnter(join(wished, '..'), user))) return wished;
  return `/var/lib/xuzheng-${mark}/postgres`;
}

/** True when the folder already holds a cluster. */
export async function hasCluster(folder: string): Promise<boolean> {
  return stat(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

async function openFolder(folder: string, user: PostgresUser | undefined): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: user ? 0o755 : 0o700 });
    if (user) await chown(folder, user.uid, user.gid);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw plainFault(
      `数据文件夹 ${folder} 打不开(${reason});请让当前用户对它有写权限,或删去后重试。`,
      `The data folder ${folder} cannot be opened (${reason}); give this user write permission, or remove it and try again.`,
    );
  }
}

/** A server that outlived its starter still holds the folder: it is asked to stop. */
async function endLeftover(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!pid || !isAlive(pid)) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  if (!command.includes('postgres')) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < STOP_MS && isAlive(pid); waited += 100) await pause(100);
}

async function initialise(
  binaries: PostgresBinaries,
  options: PostgresOptions,
  user: PostgresUser | undefined,
): Promise<void> {
  const passwordFile = join(tmpdir(), `xuzheng-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  // The built-in C.UTF-8 makes results the same on every machine; Chinese order is asked for by column.
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const rest = ['--locale=C', '--no-instructions', ...(options.throwaway ? ['--no-sync'] : [])];
  try {
    const args = [`--pgdata=${options.folder}`, ...flags, ...access, ...rest];
    const made = await runToEnd(binaries.initdb, args, {
      ...user,
      env: quietEnvironment(),
      cwd: '/',
    });
    if (made.code !== 0) throw notStarted(options.folder, made.lines);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function startServer(
  binaries: PostgresBinaries,
  options: PostgresOptions,
  user: PostgresUser | undefined,
): Child {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    log_checkpoints: 'off',
    ...(options.throwaway
      ? {
          ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
          ...{ max_wal_size: '4GB', autovacuum: 'off', jit: 'off' },
        }
      : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', options.folder, '-p', String(options.port), ...flags];
  return startChild('Postgres', binaries.postgres, args, {
    ...user,
    env: quietEnvironment(),
    cwd: '/',
    // Its own process group: Ctrl-C reaches us first, and we stop things in order.
    detached: true,
    ...(options.onLine ? { onLine: options.onLine } : {}),
  });
}

function quietEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };
}

async function untilReady(child: Child, options: PostgresOptions): Promise<void> {
  const ready = new Promise<'ready'>((resolve) => {
    const look = (chunk: string): void => {
      if (chunk.includes(READY)) resolve('ready');
    };
    child.process.stderr?.on('data', look);
  });
  const outcome = await Promise.race([ready, child.ended]);
  if (outcome !== 'ready') throw notStarted(options.folder, child.lastLines());
}

function notStarted(folder: string, lines: readonly string[]): Error {
  const last = lines.slice(-4).join(' / ');
  return plainFault(
    `Postgres 没有启动(数据在 ${folder}):${last};请按这句话处理后重试,或在 DATABASE_URL 中给出您自己的 Postgres。`,
    `Postgres did not start (data in ${folder}): ${last}; settle that and try again, or give your own Postgres in DATABASE_URL.`,
  );
}
