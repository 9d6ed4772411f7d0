export { connectTemporal, type Temporal, type TemporalConfig } from './connect.ts';
export { dataConverterFor, failureConverterPath, workflowsPath } from './data-converter.ts';
export { buildIdOf, currentBuild, promoteBuild, type Promotion } from './deployment.ts';
export {
  beginAgain,
  endProcess,
  enrolmentOfRun,
  runningProcesses,
  seqOfProcess,
  stateOfProcess,
  type ProcessState,
  type Sighting,
} from './processes.ts';
export { sendCommand, whenReachable } from './send-command.ts';
export { startLifecycle } from './start-lifecycle.ts';
