import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { migrateToLatest } from '../../api/src/db/migrate.ts';
import type { Child } from '../../tools/ground/child.ts';
import { startLeash } from '../../tools/ground/leash.ts';
import { anyFreePort } from '../../tools/ground/ports.ts';
import { databaseUrl, startPostgres } from '../../tools/ground/postgres.ts';
import { ensureTemporalCli } from '../../tools/ground/temporal-cli.ts';
import { startTemporal } from '../../tools/ground/temporal-server.ts';
import type { TestNamespace } from './temporal.ts';

/** A server that a test may kill without a word and start again on the same data and port. */
export interface KillableServer {
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

type Running = { readonly child: Child; stop(): Promise<void> };

const leash = startLeash();
const TRIES = 20;

/** What still held the data or the port of a killed server lets go within a moment. */
async function startAgain(start: () => Promise<Running>): Promise<Running> {
  for (let tries = 1; ; tries++) {
    try {
      return await start();
    } catch (error) {
      if (tries === TRIES) throw error;
      await pause(250);
    }
  }
}

async function killable(start: () => Promise<Running>): Promise<KillableServer> {
  let running = await start();
  const hold = (): void => leash.holdProcess(running.child.process.pid, 'SIGKILL');
  hold();
  return {
    kill: async () => {
      running.child.process.kill('SIGKILL');
      await running.child.ended;
    },
    restart: async () => {
      running = await startAgain(start);
      hold();
    },
    stop: () => running.stop(),
  };
}

async function ownFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `xuzheng-${name}-`));
  leash.holdFolder(folder);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A migrated Postgres of the test's own that keeps its promises: what is committed is on disk. */
export async function ownPostgres(): Promise<KillableServer & { readonly databaseUrl: string }> {
  // Its OS user gets the folder itself: nobody but the owner may look into a temporary folder.
  const folder = await ownFolder('postgres');
  const port = await anyFreePort();
  const password = randomBytes(12).toString('hex');
  const server = await killable(() => startPostgres({ folder, port, password }));
  const url = databaseUrl(port, password, 'postgres');
  await migrateToLatest(url);
  return { ...server, databaseUrl: url };
}

/** A Temporal server of the test's own that keeps its histories in a file. */
export async function ownTemporal(): Promise<KillableServer & { readonly place: TestNamespace }> {
  const program = await ensureTemporalCli(() => undefined);
  const databaseFile = join(await ownFolder('temporal'), 'temporal.db');
  const port = await anyFreePort();
  const server = await killable(() => startTemporal({ program, port, databaseFile }));
  const place = { address: `127.0.0.1:${port}`, namespace: 'default', taskQueue: 'chaos' };
  return { ...server, place };
}
