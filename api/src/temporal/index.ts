export { connectTemporal, type Temporal, type TemporalConfig } from './connect.ts';
export { dataConverterFor, failureConverterPath, workflowsPath } from './data-converter.ts';
export { sendCommand } from './send-command.ts';
export { startLifecycle } from './start-lifecycle.ts';
