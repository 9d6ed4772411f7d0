import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createSupervisor, untilReady } from '../../tools/boot/supervisor.ts';
import type { Child } from '../../tools/ground/child.ts';
import { startLeash } from '../../tools/ground/leash.ts';
import { anyFreePort } from '../../tools/ground/ports.ts';
import { cloneDatabase } from './database.ts';
import { TEST_ENVIRONMENT } from './environment.ts';
import { askGround } from './ground.ts';
import { temporalNamespace } from './temporal.ts';
import type { TestNamespace } from './temporal.ts';

type Part = 'api' | 'worker';

const SCRIPTS: Readonly<Record<Part, string>> = {
  api: 'api/src/server.ts',
  worker: 'api/src/worker.ts',
};

/** The whole product as real processes, on a database, namespace and storage of its own. */
export interface Product {
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporal: TestNamespace;
  /** What both processes were started with: for scripts that join them (seed, first administrator). */
  readonly environment: NodeJS.ProcessEnv;
  readonly storageFolder: string;
  /** What both processes printed, a file each. */
  readonly logFolder: string;
  /** Starts a part, or another one of it; waits until it is ready. */
  start(part: Part, extra?: Record<string, string>): Promise<Child>;
  /** The part that was started last, to be killed. */
  newest(part: Part): Child | undefined;
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** Servers of the test's own, to be killed; the run's when left out. */
  readonly servers?: { readonly databaseUrl: string; readonly temporal: TestNamespace };
  /** Added to, or put in place of, the environment of both processes. */
  readonly environment?: Record<string, string>;
  /** Serve the built screens too; they are built once per run. */
  readonly screens?: boolean;
  /** Which parts to start at once; both when left out. */
  readonly parts?: readonly Part[];
  /** Goes on after the file that asked for it, and ends with the process that runs the files. */
  readonly lasting?: boolean;
}

/**
 * Starts API and worker for a test file and ends them when it is done, however it ends; those that
 * last end with the process.
 */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const { lasting = false } = options;
  const folder = await mkdtemp(join(tmpdir(), 'xuzheng-product-'));
  const leash = startLeash();
  leash.holdFolder(folder);
  const [databaseUrl, temporal, port, { codePath }, screens] = await Promise.all([
    options.servers?.databaseUrl ?? cloneDatabase({ lasting }).then(({ url }) => url),
    options.servers?.temporal ?? temporalNamespace(),
    anyFreePort(),
    askGround<{ codePath: string }>('bundle'),
    options.screens ? builtScreens(folder) : {},
  ]);
  const environment = {
    ...process.env,
    ...TEST_ENVIRONMENT,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    TEMPORAL_TASK_QUEUE: temporal.taskQueue,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    STORAGE_DIR: join(folder, 'storage'),
    XUZHENG_WORKFLOW_BUNDLE: codePath,
    ...screens,
    ...options.environment,
  };
  const logFolder = join(folder, 'logs');
  const supervisor = createSupervisor(logFolder);
  const started = new Map<Part, Child>();
  const start: Product['start'] = async (part, extra = {}) => {
    const child = supervisor.startScript(part, SCRIPTS[part], { ...environment, ...extra });
    await untilReady(child, logFolder);
    started.set(part, child);
    return child;
  };
  const stop = async (): Promise<void> => {
    await supervisor.stopAll();
    await rm(folder, { recursive: true, force: true });
    leash.letGo();
  };
  if (!lasting) afterAll(stop);
  await Promise.all((options.parts ?? ['worker', 'api']).map((part) => start(part)));
  return {
    url: environment.PUBLIC_URL,
    databaseUrl,
    temporal,
    environment,
    storageFolder: environment.STORAGE_DIR,
    logFolder,
    start,
    newest: (part) => started.get(part),
    stop,
  };
}

/**
 * Builds both screens when their sources have changed. The product under test gets a copy: another
 * build of the same tree, meanwhile, would take the pages away from under its browser.
 */
async function builtScreens(folder: string): Promise<Record<string, string>> {
  const copy = async (name: 'learner-ui' | 'admin-ui'): Promise<string> => {
    const built = await askGround<{ folder: string }>(name);
    await cp(built.folder, join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const [learner, admin] = await Promise.all([copy('learner-ui'), copy('admin-ui')]);
  return { LEARNER_UI_DIST: learner, ADMIN_UI_DIST: admin };
}
