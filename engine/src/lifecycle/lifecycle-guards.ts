import { isWindowOpen } from './appeal-window.ts';
import type { LifecycleContext, LifecycleEvent } from './lifecycle-types.ts';

/** What a guard looks at: the context as it was before the event, and the event. */
export type GuardView = { readonly context: LifecycleContext; readonly event: LifecycleEvent };

/** Hours are reported with the epoch they belong to: those of a cleared epoch open nothing. */
export const sameEpoch = ({ context, event }: GuardView): boolean =>
  event.type === 'HOURS_COMPLETED' && event.epoch === context.epoch;

/** A decision counts only on the evidence its author saw (invariant 12). */
export const sameEvidence = ({ context, event }: GuardView): boolean =>
  'evidenceVersion' in event && event.evidenceVersion === context.evidenceVersion;

export const newerEvidence = ({ context, event }: GuardView): boolean =>
  event.type === 'EVIDENCE_CHANGED' && event.evidenceVersion > context.evidenceVersion;

/** Two people: whoever signs is not whoever proposed. */
export function otherSigner({ context, event }: GuardView): boolean {
  if (event.type === 'REOPEN') return event.by !== event.proposedBy;
  return event.type === 'SIGN_CLEAR' && event.by !== context.audit?.proposal?.by;
}

/** An appeal is decided by someone who touched none of the verdicts. */
export const notInvolved = ({ context, event }: GuardView): boolean =>
  'by' in event && !context.involved.includes(event.by);

/** One appeal for each clear, inside its window. */
export const inWindow = ({ context, event }: GuardView): boolean =>
  context.clear?.appealed === false && isWindowOpen(context.clear, event.at);

/** Later than what the learner was told, or no guess any more. */
export const windowMoves = ({ context: { clear }, event }: GuardView): boolean =>
  event.type === 'APPEAL_WINDOW' &&
  clear?.appealed === false &&
  (event.until > clear.appealUntil || event.provisional !== (clear.appealProvisional ?? false));

export const appealPending = ({ context }: GuardView): boolean => context.appeal?.pending === true;
export const noAppealOpen = (view: GuardView): boolean => !appealPending(view);
/** While an appeal's outcome is being written, nothing else is decided. */
export const noAppealRecording = ({ context }: GuardView): boolean =>
  !(context.appeal?.pending === true && context.appeal.decision !== null);
export const isPaused = ({ context }: GuardView): boolean => context.audit?.pause != null;
export const notPaused = (view: GuardView): boolean => !isPaused(view);

/** A pause ends, and not later than the policy allows: overdue is put off, never prevented. */
export const mayPause = (view: GuardView): boolean => {
  const { event } = view;
  return (
    event.type === 'PAUSE_AUDIT' &&
    notPaused(view) &&
    event.until > event.at &&
    event.until <= event.atMost
  );
};

export const pauseRunOut = ({ context, event }: GuardView): boolean =>
  context.audit?.pause != null && event.at >= context.audit.pause.until;

export const noVerdictRecording = ({ context }: GuardView): boolean =>
  context.audit === null || context.audit.verdict === null;

export const appealDue = ({ context, event }: GuardView): boolean =>
  context.appeal?.dueAt !== undefined &&
  context.appeal.dueProvisional !== true &&
  event.at >= context.appeal.dueAt;

export const examNotRequired = ({ context }: GuardView): boolean => !context.examRequired;
/** The exam was sat while it was open; a clear recorded meanwhile takes nothing from it. */
export const openedBefore = ({ context }: GuardView): boolean => context.epoch > 1;

const examDone = (context: LifecycleContext): boolean =>
  !context.examRequired || context.examPassedAt !== null;

/** Handbook §3: 学习与考核完成后; a policy may let the audit open on the hours alone. */
export const hoursOpenAudit = (view: GuardView): boolean =>
  sameEpoch(view) && (view.context.auditOpensAfter === 'hours' || examDone(view.context));

export const examOpensAudit = ({ context }: GuardView): boolean =>
  context.auditOpensAfter === 'hoursAndExam' && context.hoursCompletedAt !== null;

/** Handbook §4: 学时审核与考核全部通过后. */
export const acceptedAndExamDone = ({ context }: GuardView): boolean =>
  context.acceptedAt !== null && examDone(context);

export const clockDue = ({ context, event }: GuardView): boolean =>
  context.audit !== null && !context.audit.dueProvisional && event.at >= context.audit.dueAt;
export const clockOverdue = ({ context, event }: GuardView): boolean =>
  context.audit !== null && !context.audit.provisional && event.at >= context.audit.overdueAt;
export const dueNoted = ({ context }: GuardView): boolean => context.audit?.dueNotedAt != null;
export const overdueNoted = ({ context }: GuardView): boolean =>
  context.audit?.overdueNotedAt != null;

const recorded = (
  event: LifecycleEvent,
  what: 'verdict' | 'appealFiled' | 'appealDecided',
): boolean => event.type === 'RECORDED' && event.what === what;

export const verdictAccepted = ({ context, event }: GuardView): boolean =>
  recorded(event, 'verdict') && context.audit?.verdict?.verdict === 'accepted';
export const verdictCleared = ({ context, event }: GuardView): boolean =>
  recorded(event, 'verdict') && context.audit?.verdict?.verdict === 'cleared';
export const appealIsFiled = ({ event }: GuardView): boolean => recorded(event, 'appealFiled');
export const appealGranted = ({ context, event }: GuardView): boolean =>
  recorded(event, 'appealDecided') && context.appeal?.decision?.outcome === 'granted';
export const appealDismissed = ({ context, event }: GuardView): boolean =>
  recorded(event, 'appealDecided') && context.appeal?.decision?.outcome === 'dismissed';

/** The year is over and neither an appeal nor a relearn window keeps the hours open. */
export function mayExpire(view: GuardView): boolean {
  const { clear } = view.context;
  return noAppealOpen(view) && (clear === null || clear.relearnUntil <= view.event.at);
}
export const relearnEnded = (view: GuardView): boolean =>
  view.context.yearEndedAt !== null && view.context.clear !== null && mayExpire(view);

/** Renewed, the year over, and the time for a reopening past. */
export const settleDue = ({ context, event }: GuardView): boolean =>
  context.renewedAt !== null &&
  context.acceptedAt !== null &&
  event.at >= Math.max(context.renewedAt, context.yearEndsAt) + context.settleAfterMs;
