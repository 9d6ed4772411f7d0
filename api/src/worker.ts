// The working process: lifecycles, outbox, notices and the jobs of study. Any number may run.
import { setTimeout as pause } from 'node:timers/promises';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { pino, type Logger } from 'pino';
import { enterInstallation } from './commands/enter-installation.ts';
import { ConfigFault, readConfig } from './config.ts';
import { closeDeps, createDeps, type Deps } from './deps.ts';
import { forgetExpired } from './jobs/forget-expired.ts';
import { NOTICE_JOBS } from './jobs/notice-jobs.ts';
import { reconcileWhenDue } from './jobs/reconcile.ts';
import { STUDY_JOBS } from './jobs/study-jobs.ts';
import { tellForgotten } from './jobs/tell-forgotten.ts';
import { createSuspects, watchFailing, type Suspects } from './jobs/watch-failing.ts';
import { sendDueNotices } from './notices/index.ts';
import { relayOutbox, repeat, type Repeated } from './outbox/index.ts';
import { bundleOf, createLifecycleWorker } from './temporal/worker.ts';

const STOP_WITHIN_MS = 20_000;
const RETRY_MS = 2_000;

/** What this process does again and again beside the lifecycles. */
const tasksOf = (deps: Deps, log: Logger, suspects: Suspects): Repeated[] => [
  { name: 'outbox', once: () => relayOutbox(deps.db, deps.temporal), everyMs: 200 },
  { name: 'notices', once: () => sendDueNotices(deps), everyMs: 500 },
  { name: 'reconcile', once: () => reconcileWhenDue(deps), everyMs: 5_000 },
  {
    name: 'failing',
    everyMs: 5_000,
    once: () =>
      watchFailing(deps, suspects, (enrolmentId) =>
        log.error({ enrolmentId }, 'a process cannot go on: its code fails again and again'),
      ),
  },
  { name: 'forgotten', once: () => tellForgotten(deps), everyMs: 60_000 },
  { name: 'expired', once: () => forgetExpired(deps), everyMs: 600_000 },
  ...[...STUDY_JOBS, ...NOTICE_JOBS].map(({ name, everyMs, run }) => ({
    name,
    everyMs,
    once: () => run(deps),
  })),
];

/** Messages of faults may quote what must not be logged: their kind and place are enough. */
const faultOf = (error: unknown) => {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  return { fault: name, code, place: stack?.split('\n').find((line) => /^\s+at /.test(line)) };
};

function installLogger(log: Logger, suspects: Suspects): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    const named = (meta ?? {}) as Record<string, unknown>;
    const { workflowId, activityType, error } = named;
    if (activityType === undefined) suspects.note(named);
    const place = { workflowId, activityType, ...(error ? faultOf(error) : {}) };
    log[level === 'ERROR' ? 'error' : 'warn'](place, message);
  });
  const filter = makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' });
  const telemetryOptions = { logging: { filter, forward: {} } };
  Runtime.install({ logger, telemetryOptions, shutdownSignals: [] });
}

/** A process that starts before its servers do waits for them. */
async function patiently<T>(log: Logger, what: string, make: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await make();
    } catch (error) {
      // Patience mends no mistake of the operator's.
      if (error instanceof ConfigFault) throw error;
      log.warn(faultOf(error), `${what} is away; trying again`);
      await pause(RETRY_MS);
    }
  }
}

async function work(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: { process: 'worker' } });
  const suspects = createSuspects();
  installLogger(log, suspects);
  const deps = await createDeps(config);
  await patiently(log, 'Postgres', () => enterInstallation(deps.db, config));
  const bundle = await bundleOf(process.env);
  const loops = tasksOf(deps, log, suspects).map((task) =>
    repeat(task, (name, error) => log.error({ task: name, ...faultOf(error) }, 'task failed')),
  );
  const worker = await patiently(log, 'Temporal', () => createLifecycleWorker(deps, bundle));
  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void Promise.all([worker.stop(), ...loops.map((loop) => loop.stop())]);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write('working\n');
  await worker.run();
  await Promise.all(loops.map((loop) => loop.stop()));
  // Only now may the pool close: activities used it to their end.
  await closeDeps(deps);
}

try {
  await work();
  process.exit(0);
} catch (error) {
  const plain = error instanceof ConfigFault;
  process.stderr.write(`${plain ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
