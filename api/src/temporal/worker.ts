import { readFile } from 'node:fs/promises';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerDeploymentOptions,
} from '@temporalio/worker';
import { createActivities, type Shell } from '../activities/index.ts';
import { dataConverterFor, failureConverterPath, workflowsPath } from './data-converter.ts';
import { buildIdOf, DEPLOYMENT } from './deployment.ts';

export type LifecycleWorker = {
  /** Works until `stop`; a fault of the worker is thrown from here. */
  readonly run: () => Promise<void>;
  /** Ends gracefully: what runs may finish, what waits stays with the server. */
  readonly stop: () => Promise<void>;
};

export type WorkflowBundle = { readonly code: string };

/** The bundle made ahead that the environment names, or one made now. */
export async function bundleOf(env: NodeJS.ProcessEnv): Promise<WorkflowBundle> {
  const ahead = env['XUZHENG_WORKFLOW_BUNDLE'];
  return ahead ? readBundle(ahead) : bundleWorkflows();
}

const GRACE = '10 seconds';

/** Bundles the workflows' code. Takes seconds: production does it ahead (`bundle-workflows.ts`). */
export async function bundleWorkflows(): Promise<WorkflowBundle> {
  const quiet = (): void => undefined;
  const logger = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, log: quiet };
  const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath, logger });
  return { code };
}

/** Lets only errors of the worker's runtime speak: for commands whose output is for people. */
export const hushTemporal = (): void =>
  void Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

/** A bundle made ahead. */
export const readBundle = async (file: string): Promise<WorkflowBundle> => ({
  code: await readFile(file, 'utf8'),
});

// Histories follow new code by patches, proved by replay, so no process is pinned to the build it began
// on. Without versioning the build only tells operators which worker is which.
function deploymentOf(versioned: boolean, { code }: WorkflowBundle): WorkerDeploymentOptions {
  const version = { deploymentName: DEPLOYMENT, buildId: buildIdOf(code) };
  return versioned
    ? { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' }
    : { version, useWorkerVersioning: false };
}

/**
 * A worker for the processes of one namespace and queue. Any number may run; each holds nothing that
 * is not in Postgres or in the histories.
 */
export async function createLifecycleWorker(
  shell: Shell,
  bundle: WorkflowBundle,
): Promise<LifecycleWorker> {
  const { address, namespace, taskQueue } = shell.config.temporal;
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    ...{ connection, namespace, taskQueue, workflowBundle: bundle },
    activities: createActivities(shell),
    dataConverter: dataConverterFor(shell.config.keys.master),
    shutdownGraceTime: GRACE,
    workerDeploymentOptions: deploymentOf(shell.config.temporal.workerVersioning, bundle),
  });
  const ended = Promise.withResolvers<void>();
  return {
    run: async () => {
      try {
        await worker.run();
      } finally {
        await connection.close();
        ended.resolve();
      }
    },
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.promise;
    },
  };
}
