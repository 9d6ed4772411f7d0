import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporal as proto } from '@temporalio/proto';
import { lifecycleIdOf } from '@xuzheng/workflows';
import type { ProcessGround } from '../api/process/process-ground.ts';

const { History } = proto.api.history.v1;
export type History = proto.api.history.v1.IHistory;

const FOLDER = fileURLToPath(new URL('../fixtures/histories/', import.meta.url));

/** A history as the server keeps it: nothing decoded. */
export async function rawHistory(ground: ProcessGround, enrolmentId: string): Promise<History> {
  const { history } = await ground.temporal.client.workflowService.getWorkflowExecutionHistory({
    namespace: ground.place.namespace,
    execution: { workflowId: lifecycleIdOf(enrolmentId) },
  });
  if (history == null) throw new Error('no history');
  return history;
}

export const bytesOf = (history: History): Uint8Array => History.encode(history).finish();

/**
 * Keeps a history for replay on later code, sealed with the keys of the tests. Recorded when a new
 * kind of life is worth keeping; one that fails on new code is never recorded again: the code is wrong.
 */
export async function keepHistory(name: string, history: History): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `${name}.bin`), bytesOf(history));
}

/** All kept histories by name. */
export async function keptHistories(): Promise<[string, History][]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.bin')).sort();
  const read = async (file: string): Promise<[string, History]> => [
    file.replace('.bin', ''),
    History.decode(await readFile(join(FOLDER, file))),
  ];
  return Promise.all(files.map(read));
}
