import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { ok, REFUSAL_CODES, refuse, type RefusalCode, type Result } from '@xuzheng/engine';
import {
  commandUpdate,
  lifecycleIdOf,
  type Command,
  type CommandOutcome,
} from '@xuzheng/workflows';
import type { Temporal } from './connect.ts';

const WITHIN_MS = 15_000;

/**
 * Gives a command to an enrolment's process and waits until it is written down. Refuses with the
 * statechart's code; with `enrolment/closed` when the process is over; with `process/unavailable` when
 * nobody answers in time. Then nothing is lost: the same commandId sent again is the same command.
 */
export async function sendCommand(
  { client }: Temporal,
  enrolmentId: string,
  command: Command,
  withinMs = WITHIN_MS,
): Promise<Result<CommandOutcome>> {
  const handle = client.workflow.getHandle(lifecycleIdOf(enrolmentId));
  try {
    const outcome = await client.connection.withDeadline(Date.now() + withinMs, () =>
      handle.executeUpdate(commandUpdate, { args: [command], updateId: command.commandId }),
    );
    return ok(outcome);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return refuse(await whyNotFound(handle));
    return refuse(codeOf(error));
  }
}

const isCode = (text: string | null | undefined): text is RefusalCode =>
  (REFUSAL_CODES as readonly string[]).includes(text ?? '');

/** Refusals and absence become codes; anything else is a fault and thrown on. */
function codeOf(error: unknown): RefusalCode {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    if (cause instanceof ApplicationFailure && isCode(cause.type)) return cause.type;
    // The process ended while the command waited.
    if (cause instanceof ApplicationFailure && cause.type === 'AcceptedUpdateCompletedWorkflow')
      return 'enrolment/closed';
    throw error;
  }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isAbsence(error)) {
    return 'process/unavailable';
  }
  throw error;
}

/** A server that is away, too slow, or still starting. */
function isAbsence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return isGrpcServiceError(error) || isGrpcServiceError(error.cause);
}

/** Asks Temporal for something that is no command. Refuses `process/unavailable` while it is away. */
export async function whenReachable<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask();
  } catch (error) {
    if (isAbsence(error)) return refuse('process/unavailable');
    throw error;
  }
}

async function whyNotFound(handle: { describe(): Promise<unknown> }): Promise<RefusalCode> {
  // A process that exists but takes no command is over; one that does not exist has yet to start.
  return handle.describe().then(
    () => 'enrolment/closed' as const,
    () => 'process/unavailable' as const,
  );
}
