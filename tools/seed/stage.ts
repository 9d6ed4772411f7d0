import type { AddressInfo } from 'node:net';
import { DEMO_POLICY, HANDBOOK_POLICY, policyWith } from '@xuzheng/engine';
import { createApp } from '../../api/src/app.ts';
import { installShipped } from '../../api/src/commands/install-shipped.ts';
import { readConfig } from '../../api/src/config.ts';
import { insertPolicy } from '../../api/src/db/policies.ts';
import { closeDeps, createDeps, type Deps } from '../../api/src/deps.ts';
import { checkSnapshots } from '../../api/src/jobs/check-snapshots.ts';
import { collectDueFindings } from '../../api/src/jobs/collect-findings.ts';
import { sendDueNotices } from '../../api/src/notices/index.ts';
import { createOutboxSms } from '../../api/src/notices/sms-port.ts';
import { relayOutbox, repeat, type Loop } from '../../api/src/outbox/index.ts';
import {
  bundleWorkflows,
  createLifecycleWorker,
  readBundle,
  hushTemporal,
} from '../../api/src/temporal/worker.ts';
import { movedTime, type Pace } from '../scenario/pace.ts';

/** The whole product in one process, under a clock that only the seed moves. */
export interface Stage {
  readonly deps: Deps;
  readonly url: string;
  readonly pace: Pace;
  readonly close: () => Promise<void>;
}

/** So much of the past holds all that the people of the seed do one after the other. */
const BEGINS_AGO_MS = 3 * 3_600_000;

/** Lessons of a minute on the clocks of the handbook: an audit that stays open to be looked at. */
const ON_HANDBOOK_CLOCKS = policyWith(DEMO_POLICY, {
  id: 'demo-handbook-clock',
  audit: HANDBOOK_POLICY.audit,
  appealWorkingDays: HANDBOOK_POLICY.appealWorkingDays,
  relearnWindowDays: HANDBOOK_POLICY.relearnWindowDays,
});

async function work(deps: Deps): Promise<Loop> {
  const ahead = process.env['XUZHENG_WORKFLOW_BUNDLE'];
  const bundle = await (ahead ? readBundle(ahead) : bundleWorkflows());
  const worker = await createLifecycleWorker(deps, bundle);
  const faults: unknown[] = [];
  const note = (_: string, error: unknown): void => void faults.push(error);
  const loops = [
    repeat({ name: 'outbox', once: () => relayOutbox(deps.db, deps.temporal), everyMs: 100 }, note),
    repeat({ name: 'notices', once: () => sendDueNotices(deps), everyMs: 100 }, note),
  ];
  const running = worker.run();
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await worker.stop();
      await running;
      if (faults.length > 0) throw faults[0];
    },
  };
}

/** Does at once what the jobs of the working process do in the time that is skipped. */
async function meanwhile(deps: Deps): Promise<void> {
  while ((await checkSnapshots(deps)) > 0);
  while ((await collectDueFindings(deps)) > 0);
}

/** Opens the stage on the database, Temporal and storage that the environment names. */
export async function openStage(): Promise<Stage> {
  hushTemporal();
  const config = readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'warn' });
  const begin = Date.now() - BEGINS_AGO_MS;
  const pace = movedTime(begin, () => meanwhile(deps));
  const deps = await createDeps(config, { clock: { now: pace.now }, sms: createOutboxSms() });
  await installShipped(deps.db);
  await insertPolicy(deps.db, ON_HANDBOOK_CLOCKS, '2000-01-01');
  const app = await createApp(deps);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const loop = await work(deps);
  const { port } = app.server.address() as AddressInfo;
  const scheme = config.tls ? 'https' : 'http';
  return {
    deps,
    pace,
    url: `${scheme}://127.0.0.1:${port}`,
    close: async () => {
      await loop.stop();
      await app.close();
      await closeDeps(deps);
    },
  };
}
