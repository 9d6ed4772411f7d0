import type { Config } from './config.ts';
import type { Vault } from './crypto/vault.ts';
import type { Db } from './db/connect.ts';
import type { createFacePool } from './faces/index.ts';
import type { SmsPort } from './notices/sms-port.ts';
import type { createRegistry } from './registry/index.ts';
import type { createStorage } from './storage/index.ts';
import type { connectTemporal } from './temporal/index.ts';

/** The only source of time in the api. Tests and the seed bring their own. */
export type Clock = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Everything the api stands on; made once per process and handed down. */
export type Deps = {
  readonly config: Config;
  readonly db: Db;
  readonly vault: Vault;
  readonly temporal: Awaited<ReturnType<typeof connectTemporal>>;
  readonly faces: ReturnType<typeof createFacePool>;
  readonly storage: ReturnType<typeof createStorage>;
  readonly sms: SmsPort;
  readonly registry: ReturnType<typeof createRegistry>;
  readonly clock: Clock;
};

export const systemClock: Clock = { now: () => Date.now() };
