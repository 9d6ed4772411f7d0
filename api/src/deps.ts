import type { Config } from './config.ts';
import { createVault } from './crypto/vault.ts';
import type { Vault } from './crypto/vault.ts';
import { connectDb } from './db/connect.ts';
import type { Db } from './db/connect.ts';
import { listenToStudyNews } from './db/study-news.ts';
import type { StudyNews } from './db/study-news.ts';
import { createFacePool } from './faces/index.ts';
import type { FacePool } from './faces/index.ts';
import { createSms } from './notices/create-sms.ts';
import type { SmsPort } from './notices/sms-port.ts';
import { createRegistry } from './registry/index.ts';
import type { Registry } from './registry/index.ts';
import { createStorage } from './storage/index.ts';
import type { Storage } from './storage/index.ts';
import { connectTemporal } from './temporal/index.ts';
import type { Temporal } from './temporal/index.ts';

/** The only source of time in the api. Tests and the seed bring their own. */
export type Clock = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Everything the api stands on; made once per process and handed down. */
export type Deps = {
  readonly config: Config;
  readonly db: Db;
  readonly studyNews: StudyNews;
  readonly vault: Vault;
  readonly temporal: Temporal;
  readonly faces: FacePool;
  readonly storage: Storage;
  readonly sms: SmsPort;
  readonly registry: Registry;
  readonly clock: Clock;
};

export const systemClock: Clock = { now: () => Date.now() };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * The parts of a running process, server and worker alike. Nothing is connected before it is used;
 * `replace` puts in parts of one's own, such as a real SMS gateway or registry.
 */
export async function createDeps(config: Config, replace: Partial<Deps> = {}): Promise<Deps> {
  const vault = replace.vault ?? createVault(config.keys);
  const db =
    replace.db ??
    connectDb(config.databaseUrl, { onError: () => say('database connection lost; reconnecting') });
  return {
    config,
    vault,
    db,
    studyNews:
      replace.studyNews ??
      listenToStudyNews(config.databaseUrl, () => say('study news interrupted; listening again')),
    temporal: replace.temporal ?? (await connectTemporal(config)),
    faces: replace.faces ?? createFacePool({ threads: config.faceThreads }),
    storage: replace.storage ?? createStorage({ storageDir: config.storageDir }),
    // A newcomer reads the code where the process writes; production writes no message anywhere.
    sms: replace.sms ?? createSms(config.sms, config.mode === 'development' ? say : undefined),
    registry: replace.registry ?? createRegistry({ db, vault, config }),
    clock: replace.clock ?? systemClock,
  };
}

/** Closes what `createDeps` opened. */
export async function closeDeps(deps: Deps): Promise<void> {
  await deps.faces.close();
  await deps.temporal.close();
  await deps.studyNews.close();
  await deps.db.destroy();
}
