import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLeash } from './leash.ts';
import type { Leash } from './leash.ts';
import { anyFreePort } from './ports.ts';
import { databaseUrl, startPostgres } from './postgres.ts';
import { ensureTemplate } from './template.ts';
import { ensureTemporalCli } from './temporal-cli.ts';
import { startTemporal } from './temporal-server.ts';
import { bundleWorkflows } from './workflow-bundle.ts';
import { buildUi } from './ui-build.ts';

type Ask = (body: Record<string, string>) => Promise<object>;

export interface Asks {
  readonly answers: Readonly<Record<string, Ask>>;
  stop(): Promise<void>;
}

interface Keeping {
  readonly leash: Leash;
  readonly stops: (() => Promise<void>)[];
  /** A temporary folder for everything, made when first needed. */
  folder(): Promise<string>;
}

/** What the ground can be asked for; every answer is made once and remembered. */
export function createAsks(): Asks {
  const leash = startLeash();
  let folder: Promise<string> | undefined;
  const keeping: Keeping = {
    leash,
    stops: [],
    folder: () => (folder ??= makeFolder(leash)),
  };
  const postgres = once(() => openPostgres(keeping));
  return {
    answers: {
      '/postgres': postgres,
      '/template': once(async () => ensureTemplate((await postgres({})).url)),
      '/temporal': once(() => openTemporal(keeping)),
      '/bundle': openBundles(keeping),
      '/learner-ui': once(() => buildUi('learner-ui')),
      '/admin-ui': once(() => buildUi('admin-ui')),
    },
    stop: async () => {
      await Promise.allSettled(keeping.stops.map((stop) => stop()));
      if (folder) await rm(await folder, { recursive: true, force: true });
      leash.letGo();
    },
  };
}

async function openPostgres(keeping: Keeping): Promise<{ url: string }> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given };
  const password = randomBytes(12).toString('hex');
  const port = await anyFreePort();
  const folder = join(await keeping.folder(), 'postgres');
  const running = await startPostgres({ folder, port, password, throwaway: true });
  keeping.leash.holdProcess(running.child.process.pid, 'SIGINT');
  keeping.stops.push(running.stop);
  return { url: databaseUrl(port, password, 'postgres') };
}

async function openTemporal(keeping: Keeping): Promise<{ address: string }> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) return { address: given };
  const program = await ensureTemporalCli((words) => process.stderr.write(`${words}\n`));
  const running = await startTemporal({ program, port: await anyFreePort() });
  keeping.leash.holdProcess(running.child.process.pid, 'SIGINT');
  keeping.stops.push(running.stop);
  return { address: running.address };
}

function openBundles(keeping: Keeping): Ask {
  const made = new Map<string, Promise<object>>();
  return async (sources) => {
    const mark = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16);
    const file = join(await keeping.folder(), `${mark}.js`);
    const bundle = made.get(mark) ?? bundleWorkflows(sources, file);
    made.set(mark, bundle);
    return bundle;
  };
}

function once<T extends object>(
  make: () => Promise<T>,
): (body: Record<string, string>) => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function makeFolder(leash: Leash): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'xuzheng-ground-'));
  leash.holdFolder(made);
  // Postgres runs as another user when we are root: it must be able to pass.
  await chmod(made, 0o755);
  return made;
}
