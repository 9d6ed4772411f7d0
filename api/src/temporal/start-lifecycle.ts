import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  lifecycleIdOf,
  milestonesChanged,
  LIFECYCLE_WORKFLOW,
  type learnerLifecycle,
} from '@xuzheng/workflows';
import type { Temporal } from './connect.ts';

const WITHIN_MS = 10_000;

/**
 * Starts an enrolment's process, or tells the running one that facts have changed. Already started and
 * already over are both success: ids are never used twice, so no process is ever begun again.
 */
export async function startLifecycle(
  { client, taskQueue }: Temporal,
  enrolmentId: string,
  upToSeq = 0,
): Promise<void> {
  try {
    await client.connection.withDeadline(Date.now() + WITHIN_MS, () =>
      client.workflow.signalWithStart<typeof learnerLifecycle, [{ upToSeq: number }]>(
        LIFECYCLE_WORKFLOW,
        {
          taskQueue,
          workflowId: lifecycleIdOf(enrolmentId),
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          args: [{ enrolmentId }],
          signal: milestonesChanged,
          signalArgs: [{ upToSeq }],
        },
      ),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
