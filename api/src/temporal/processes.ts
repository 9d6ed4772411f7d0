import { WorkflowNotFoundError, type WorkflowHandle } from '@temporalio/client';
import {
  LIFECYCLE_WORKFLOW,
  lifecycleIdOf,
  SEQ_MEMO,
  snapshotQuery,
  type learnerLifecycle,
} from '@xuzheng/workflows';
import type { Temporal } from './connect.ts';

const WITHIN_MS = 5_000;
const PAGE = 1_000;
const ID_PREFIX = lifecycleIdOf('');

/** A running process as a list shows it. */
export type Sighting = {
  readonly enrolmentId: string;
  /** Its newest written step; null when it was begun before processes told it. */
  readonly seq: number | null;
};

/** The running processes in pages, in no order anybody may rely on. */
export async function* runningProcesses({ client }: Temporal): AsyncGenerator<Sighting[]> {
  const query = `WorkflowType = '${LIFECYCLE_WORKFLOW}' AND ExecutionStatus = 'Running'`;
  let page: Sighting[] = [];
  for await (const { workflowId, memo } of client.workflow.list({ query, pageSize: PAGE })) {
    if (!workflowId.startsWith(ID_PREFIX)) continue;
    const seq = memo?.[SEQ_MEMO];
    const enrolmentId = workflowId.slice(ID_PREFIX.length);
    page.push({ enrolmentId, seq: typeof seq === 'number' ? seq : null });
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Whose process a run is, by the ids that logs carry; null when nobody knows. */
export async function enrolmentOfRun({ client }: Temporal, runId: string): Promise<string | null> {
  const query = `RunId = '${runId.replace(/[^0-9a-f-]/gi, '')}'`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 1 })) {
    return workflowId.startsWith(ID_PREFIX) ? workflowId.slice(ID_PREFIX.length) : null;
  }
  return null;
}

export type ProcessState = {
  /** `lost` is any end but the process's own: terminated, failed, timed out. */
  readonly state: 'running' | 'completed' | 'lost' | 'absent';
  /** How often its waiting piece of work has been tried: more than one means that its code fails. */
  readonly taskAttempts: number;
};

const handleOf = (
  { client }: Temporal,
  enrolmentId: string,
): WorkflowHandle<typeof learnerLifecycle> => client.workflow.getHandle(lifecycleIdOf(enrolmentId));

const within = <T>({ client }: Temporal, call: () => Promise<T>): Promise<T> =>
  client.connection.withDeadline(Date.now() + WITHIN_MS, call);

/** How a process stands, from Temporal's own record and not from a list that may lag behind. */
export async function stateOfProcess(
  temporal: Temporal,
  enrolmentId: string,
): Promise<ProcessState> {
  try {
    const handle = handleOf(temporal, enrolmentId);
    const { status, raw } = await within(temporal, () => handle.describe());
    const taskAttempts = raw.pendingWorkflowTask?.attempt ?? 0;
    if (status.name === 'RUNNING') return { state: 'running', taskAttempts };
    return { state: status.name === 'COMPLETED' ? 'completed' : 'lost', taskAttempts: 0 };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { state: 'absent', taskAttempts: 0 };
    throw error;
  }
}

/** The newest step a process has taken; null when nobody answers for it just now. */
export async function seqOfProcess(
  temporal: Temporal,
  enrolmentId: string,
): Promise<number | null> {
  const handle = handleOf(temporal, enrolmentId);
  return within(temporal, () => handle.query(snapshotQuery)).then(
    (snapshot) => snapshot?.seq ?? null,
    () => null,
  );
}

/** Ends a process by force. One that is over or unknown already is ended. */
export async function endProcess(
  temporal: Temporal,
  enrolmentId: string,
  reason: string,
): Promise<void> {
  try {
    await within(temporal, () => handleOf(temporal, enrolmentId).terminate(reason));
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/**
 * Begins the process of an enrolment whose earlier one was lost or ended by force. It takes the life up
 * where it was last written down; the only place where a process id is used a second time.
 */
export async function beginAgain(
  { client, taskQueue }: Temporal,
  enrolmentId: string,
): Promise<void> {
  await client.connection.withDeadline(Date.now() + WITHIN_MS, () =>
    client.workflow.start<typeof learnerLifecycle>(LIFECYCLE_WORKFLOW, {
      taskQueue,
      workflowId: lifecycleIdOf(enrolmentId),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ enrolmentId }],
    }),
  );
}
