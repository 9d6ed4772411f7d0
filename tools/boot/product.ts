import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from '../ground/child.ts';
import type { LocalSecrets } from '../ground/keys.ts';
import { NODE_24, ROOT } from '../ground/paths.ts';
import { plainFault } from '../ground/plain-fault.ts';
import { keptBundle } from '../ground/workflow-bundle.ts';
import type { BootOptions } from './options.ts';
import { productEnvironment } from './stage.ts';
import type { Entrance, Stage } from './stage.ts';
import { untilReady } from './supervisor.ts';
import type { Supervisor } from './supervisor.ts';

/** Everything one start knows. */
export interface BootState {
  readonly options: BootOptions;
  readonly supervisor: Supervisor;
  readonly secrets: LocalSecrets;
  readonly entrance: Entrance;
  readonly stage: Stage;
  readonly logFolder: string;
  /** Text messages of the trial are shown in the terminal once the farewell has been printed. */
  readonly talk: { on: boolean };
  /** The sandbox beside the product, once it stands. */
  sandbox?: { readonly url: string; readonly apiKey: string };
}

/** How the default SMS gateway begins its lines outside production. */
const SMS_LINE = '[短信]';

/** Where the seed writes the accounts it made. */
export function accountsFile(options: BootOptions): string {
  return join(options.dataFolder, 'demo-accounts.json');
}

function environmentOf(state: BootState): NodeJS.ProcessEnv {
  const { options, stage, entrance, secrets } = state;
  // Production takes its keys from the operator or not at all.
  return productEnvironment(options, stage, entrance, options.production ? undefined : secrets);
}

/** Starts worker and API and waits until both are ready. */
export async function startProduct(state: BootState): Promise<void> {
  const bundle = await keptBundle(join(state.options.dataFolder, 'bundles'));
  const env = { XUZHENG_WORKFLOW_BUNDLE: bundle, ...environmentOf(state) };
  await rm(join(state.logFolder, 'worker.log'), { force: true });
  await rm(join(state.logFolder, 'api.log'), { force: true });
  const echo = (line: string): void => {
    if (state.talk.on && line.startsWith(SMS_LINE)) console.log(line);
  };
  const worker = state.supervisor.startScript('worker', 'api/src/worker.ts', env, echo);
  const api = state.supervisor.startScript('api', 'api/src/server.ts', env, echo);
  await Promise.all([untilReady(worker, state.logFolder), untilReady(api, state.logFolder)]);
}

/** Makes the demonstration people by driving the product; does nothing when they are there. */
export async function runSeed(state: BootState, say: (words: string) => void): Promise<void> {
  const env = {
    XUZHENG_WORKFLOW_BUNDLE: await keptBundle(join(state.options.dataFolder, 'bundles')),
    ...environmentOf(state),
    DEMO_ACCOUNTS_FILE: accountsFile(state.options),
  };
  const child = startChild('seed', NODE_24, [join(ROOT, 'tools/seed/seed.ts')], {
    cwd: ROOT,
    env,
    onLine: say,
  });
  state.supervisor.lend('seed', child);
  if ((await child.ended) === 0) return;
  const last = child.lastLines().slice(-6).join(' / ');
  throw plainFault(
    `演示数据没有建好:${last};可用 npm start -- --no-seed 先不建演示数据,或删去 ${state.options.dataFolder} 重来。`,
    `The demonstration data could not be made: ${last}; leave it out with npm start -- --no-seed, or remove ${state.options.dataFolder} and begin anew.`,
  );
}
