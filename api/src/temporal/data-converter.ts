import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { createPayloadCodec } from './codec.ts';

const inWorkflows = (file: string): string =>
  fileURLToPath(new URL(file, import.meta.resolve('@xuzheng/workflows')));

/** Module of the failure converter: client, worker and workflow bundle must all be given it. */
export const failureConverterPath = inWorkflows('./failure-converter.ts');

/** The module whose exports are the workflows. */
export const workflowsPath = inWorkflows('./index.ts');

/** How values travel to Temporal: sealed, and failures' messages with them. */
export const dataConverterFor = (masterKey: Buffer): DataConverter => ({
  failureConverterPath,
  payloadCodecs: [createPayloadCodec(masterKey)],
});
