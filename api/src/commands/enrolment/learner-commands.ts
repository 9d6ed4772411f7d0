import { parseAppealText, refuse, type Refused, type Result } from '@xuzheng/engine';
import type { CommandOutcome, CommandRequest } from '@xuzheng/workflows';
import type { Deps } from '../../deps.ts';
import { findEnrolmentOf } from '../../db/enrolments-studied.ts';
import { sendCommand } from '../../temporal/index.ts';
import { keepCaseText } from '../case-text.ts';

/** A learner's own command about their own enrolment. The same command id is one command. */
export type LearnerCommand = {
  readonly enrolmentId: string;
  readonly learnerId: string;
  readonly commandId: string;
};

const NOT_FOUND: Refused = refuse('enrolment/notFound');

async function give(
  deps: Deps,
  command: LearnerCommand,
  event: () => Promise<CommandRequest>,
): Promise<Result<CommandOutcome>> {
  const own = await findEnrolmentOf(deps.db, command.enrolmentId, command.learnerId);
  if (own === undefined) return NOT_FOUND;
  return sendCommand(deps.temporal, command.enrolmentId, {
    commandId: command.commandId,
    actor: `learner:${command.learnerId}`,
    event: await event(),
  });
}

/**
 * 【证书更新】: asks for the electronic certificate; the original becomes void in the same moment.
 * Handbook §5. Refuses while hours or exam are open and while a request is under way.
 */
export const renewCertificate = (deps: Deps, command: LearnerCommand) =>
  give(deps, command, async () => ({ type: 'RENEW' }));

/** Withdraws the enrolment. Refuses while the registry is being asked. */
export const withdrawEnrolment = (deps: Deps, command: LearnerCommand) =>
  give(deps, command, async () => ({ type: 'WITHDRAW' }));

/** Appeals against a clear within the window; one appeal for each clear. */
export async function fileAppeal(
  deps: Deps,
  command: LearnerCommand & { readonly text: string },
): Promise<Result<CommandOutcome>> {
  const text = parseAppealText(command.text);
  if (!text.ok) return text;
  return give(deps, command, async () => ({
    type: 'FILE_APPEAL',
    appealId: command.commandId,
    textId: await keepCaseText(deps, {
      id: command.commandId,
      enrolmentId: command.enrolmentId,
      writtenBy: `learner:${command.learnerId}`,
      text: text.value,
    }),
  }));
}

/** Takes an undecided appeal back. */
export const withdrawAppeal = (deps: Deps, command: LearnerCommand) =>
  give(deps, command, async () => ({ type: 'WITHDRAW_APPEAL' }));
