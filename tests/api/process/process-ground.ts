import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { fastPolicy, type Policy } from '@xuzheng/engine';
import { afterAll } from 'vitest';
import type { Shell } from '../../../api/src/activities/index.ts';
import { readConfig } from '../../../api/src/config.ts';
import { createVault } from '../../../api/src/crypto/vault.ts';
import { connectDb } from '../../../api/src/db/connect.ts';
import { sendDueNotices } from '../../../api/src/notices/index.ts';
import { relayOutbox, repeat } from '../../../api/src/outbox/index.ts';
import { createRegistry, type Registry } from '../../../api/src/registry/index.ts';
import { createStorage } from '../../../api/src/storage/index.ts';
import {
  connectTemporal,
  failureConverterPath,
  sendCommand,
} from '../../../api/src/temporal/index.ts';
import {
  createLifecycleWorker,
  type LifecycleWorker,
  type WorkflowBundle,
} from '../../../api/src/temporal/worker.ts';
import { cloneDatabase } from '../../support/database.ts';
import { TEST_ENVIRONMENT } from '../../support/environment.ts';
import { temporalNamespace, workflowBundle, type TestNamespace } from '../../support/temporal.ts';

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  // Killed servers are what some tests are about: the core's complaints tell nothing new.
  telemetryOptions: {
    logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} },
  },
});

/** The handbook's policy where a working day lasts a second. */
export const FAST_POLICY: Policy = fastPolicy();
/** Working days by a real calendar, so that a changed calendar moves what is counted by it. */
export const CALENDAR_POLICY: Policy = fastPolicy({
  id: 'by-calendar',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: null },
});

export type ProcessGround = Awaited<ReturnType<typeof processGround>>;

/** An SMS that went out, as the gateway saw it. */
export type SentSms = { readonly phone: string; readonly body: string };

type Options = {
  readonly registry?: (real: Registry) => Registry;
  /** Another Temporal than the run's. */
  readonly place?: TestNamespace;
  /** Added to the environment of the processes. */
  readonly environment?: Readonly<Record<string, string>>;
};

/** Real Postgres, real Temporal, a real worker and relay; the gateway and the registry may be faked. */
export async function processGround(options: Options = {}) {
  const database = await cloneDatabase();
  const place = options.place ?? (await temporalNamespace());
  const storageDir = await mkdtemp(join(tmpdir(), 'xuzheng-process-'));
  const env = {
    ...TEST_ENVIRONMENT,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: place.address,
    TEMPORAL_NAMESPACE: place.namespace,
    TEMPORAL_TASK_QUEUE: place.taskQueue,
    STORAGE_DIR: storageDir,
    PUBLIC_URL: 'http://xuzheng.test',
    ...options.environment,
  };
  const config = readConfig(env);
  const db = connectDb(config.databaseUrl);
  const vault = createVault(config.keys);
  const temporal = await connectTemporal(config);
  const real = createRegistry({ db, vault });
  const registry = options.registry?.(real) ?? real;
  const clock = { now: () => Date.now() };
  const storage = createStorage({ storageDir });
  const shell: Shell = { config, db, vault, storage, registry, clock };
  const sent: SentSms[] = [];
  const sms = {
    name: 'test',
    send: async ({ phone, body }: SentSms) => {
      sent.push({ phone, body });
      return { state: 'delivered' as const };
    },
  };
  const faults: unknown[] = [];
  const onFault = (_: string, error: unknown): void => void faults.push(error);
  const relay = repeat(
    { name: 'outbox', once: () => relayOutbox(db, temporal), everyMs: 150 },
    onFault,
  );
  const sender = repeat(
    { name: 'notices', once: () => sendDueNotices({ db, vault, sms, clock }), everyMs: 150 },
    onFault,
  );
  const workers: LifecycleWorker[] = [];
  const startWorker = async (other?: WorkflowBundle): Promise<LifecycleWorker> => {
    const bundle = other ?? (await workflowBundle({ failureConverterPath }));
    const worker = await createLifecycleWorker(shell, bundle);
    workers.push(worker);
    void worker.run();
    return worker;
  };
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await relay.stop();
    await sender.stop();
    await Promise.all(workers.map((worker) => worker.stop()));
    await temporal.close();
    await db.destroy();
    await rm(storageDir, { recursive: true, force: true });
  };
  afterAll(close);
  return {
    ...{ db, vault, temporal, shell, env, place, sent, faults, startWorker, registry, close },
    command: (enrolmentId: string, command: Parameters<typeof sendCommand>[2]) =>
      sendCommand(temporal, enrolmentId, command),
  };
}

/** A uuid that is always the same for a word. */
export function idOf(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
