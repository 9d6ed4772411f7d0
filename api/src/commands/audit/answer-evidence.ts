import { ok, refuse, type Result } from '@xuzheng/engine';
import type { CommandOutcome } from '@xuzheng/workflows';
import {
  endEvidenceRequest,
  latestEvidenceRequest,
  rehearsalSince,
} from '../../db/evidence-requests.ts';
import {
  findEnrolmentOf,
  lockEnrolment,
  raiseEvidenceVersion,
} from '../../db/enrolments-studied.ts';
import { writeJournal } from '../../db/journal.ts';
import type { Deps } from '../../deps.ts';
import { announce } from '../../outbox/index.ts';
import { sendCommand } from '../../temporal/index.ts';
import { keepCaseText } from '../case-text.ts';

const ANSWER_AT_LEAST = 4;
const ANSWER_AT_MOST = 2000;

export type Answer = {
  readonly enrolmentId: string;
  readonly learnerId: string;
  readonly commandId: string;
  readonly text: string;
};

/** Takes the answer once; the same one again is the same answer. */
async function take(deps: Deps, answer: Answer, text: string): Promise<Result<void>> {
  const { enrolmentId, learnerId, commandId } = answer;
  const now = deps.clock.now();
  const asked = await latestEvidenceRequest(deps.db, enrolmentId);
  if (asked?.answerTextId === commandId) return ok(undefined);
  const isOpen = asked?.state === 'asked' && now <= asked.answerUntil.getTime();
  if (asked === null || !isOpen) return refuse('audit/notAsked');
  const kept = { id: commandId, enrolmentId, writtenBy: `learner:${learnerId}`, text };
  const answerTextId = await keepCaseText(deps, kept);
  return deps.db.transaction().execute(async (trx) => {
    await lockEnrolment(trx, enrolmentId);
    const faceCheckId = await rehearsalSince(trx, learnerId, asked.askedAt);
    const end = { state: 'answered', endedAt: new Date(now), answerTextId, faceCheckId } as const;
    if (!(await endEvidenceRequest(trx, asked.id, end))) return refuse('audit/notAsked');
    await raiseEvidenceVersion(trx, enrolmentId);
    await announce(trx, enrolmentId, 'milestonesChanged');
    await writeJournal(trx, {
      ...{ at: new Date(now), actor: { kind: 'learner', id: learnerId } },
      ...{ action: 'audit.evidenceAnswered', learnerId, enrolmentId },
    });
    return ok(undefined);
  });
}

/**
 * The learner answers what the audit asked. The answer is a part of the case and a new version of its
 * evidence, so whoever had seen less must look again; the clock goes on. A rehearsal of the face check
 * since the question goes with it. Refuses `audit/answerMissing`, `audit/notAsked`.
 */
export async function answerEvidence(deps: Deps, answer: Answer): Promise<Result<CommandOutcome>> {
  const own = await findEnrolmentOf(deps.db, answer.enrolmentId, answer.learnerId);
  if (own === undefined) return refuse('enrolment/notFound');
  const text = answer.text.trim();
  const length = [...text].length;
  if (length < ANSWER_AT_LEAST || length > ANSWER_AT_MOST) return refuse('audit/answerMissing');
  const taken = await take(deps, answer, text);
  if (!taken.ok) return taken;
  const resumed = await sendCommand(deps.temporal, answer.enrolmentId, {
    ...{ commandId: answer.commandId, actor: `learner:${answer.learnerId}` },
    event: { type: 'RESUME_AUDIT', by: answer.learnerId },
  });
  // The clock may have gone on by itself meanwhile: the answer stands all the same.
  const isRunning = !resumed.ok && resumed.refusal.code !== 'process/unavailable';
  return isRunning ? ok({ seq: own.stateSeq, tags: own.stateTags }) : resumed;
}
