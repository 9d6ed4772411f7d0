import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Connection } from '@temporalio/client';
import { askGround } from './ground.ts';

/** A namespace of a test file's own on the run's Temporal server. */
export interface TestNamespace {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
}

const RETENTION_SECONDS = 24 * 60 * 60;

/** Registers a fresh namespace (some milliseconds) and names a task queue for the file's worker. */
export async function temporalNamespace(): Promise<TestNamespace> {
  const { address } = await askGround<{ address: string }>('temporal');
  const mark = randomBytes(6).toString('hex');
  const namespace = `test-${mark}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      // A protobuf duration; the generated type wants a Long where a number does.
      workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS as never },
    });
  } finally {
    await connection.close();
  }
  return { address, namespace, taskQueue: `queue-${mark}` };
}

/** Paths a workflow bundle is made from, all absolute; without any, it is the product's own. */
export interface BundleSources {
  readonly workflowsPath?: string;
  readonly payloadConverterPath?: string;
  readonly failureConverterPath?: string;
}

/**
 * The bundled workflow code, made once per run (it costs seconds) and shared by all test files:
 * `Worker.create({ workflowBundle: await workflowBundle(), … })`.
 */
export async function workflowBundle(sources: BundleSources = {}): Promise<{ code: string }> {
  const body = Object.fromEntries(Object.entries(sources).filter(([, path]) => path !== undefined));
  const { codePath } = await askGround<{ codePath: string }>('bundle', body);
  return { code: await readFile(codePath, 'utf8') };
}
