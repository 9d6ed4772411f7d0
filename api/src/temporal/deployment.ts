import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isGrpcServiceError } from '@temporalio/client';
import { LIFECYCLE_VERSION } from '@xuzheng/engine';
import type { Temporal } from './connect.ts';

/** All workers of the processes together, whatever their build. */
export const DEPLOYMENT = 'xuzheng-lifecycle';

const RETRY_MS = 250;
/** gRPC: what is asked for is not there, or not yet in a state in which it can be had. */
const NOT_YET = [5, 9];
const NO_DEPLOYMENT = 5;

/** The mark of a build: the version of the statechart and the content of the bundle. */
export const buildIdOf = (code: string): string =>
  `${LIFECYCLE_VERSION}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}`;

/** The build that takes the work; null while none was ever promoted. */
export async function currentBuild({ client }: Temporal): Promise<string | null> {
  const { namespace } = client.options;
  try {
    const { workerDeploymentInfo } = await client.workflowService.describeWorkerDeployment({
      ...{ namespace, deploymentName: DEPLOYMENT },
    });
    return workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? null;
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === NO_DEPLOYMENT) return null;
    throw error;
  }
}

export type Promotion =
  | { readonly promoted: true; readonly before: string | null }
  /** No worker of that build has been seen; `why` is the server's word. */
  | { readonly promoted: false; readonly why: string };

/**
 * Gives the work to a build: processes open under another go on under it with their next step. Waits
 * until a worker of that build has been seen: without one, all processes would stand still.
 */
export async function promoteBuild(
  temporal: Temporal,
  buildId: string,
  withinMs: number,
): Promise<Promotion> {
  const { client } = temporal;
  const { namespace, identity } = client.options;
  const before = await currentBuild(temporal);
  for (const end = Date.now() + withinMs; ; await pause(RETRY_MS)) {
    try {
      await client.workflowService.setWorkerDeploymentCurrentVersion({
        ...{ namespace, identity, deploymentName: DEPLOYMENT, buildId },
      });
      return { promoted: true, before };
    } catch (error) {
      if (!isGrpcServiceError(error) || !NOT_YET.includes(Number(error.code))) throw error;
      if (Date.now() > end) return { promoted: false, why: error.details };
    }
  }
}
