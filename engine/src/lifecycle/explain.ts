import type { Instant } from '../calendar/day.ts';
import { asidesOf, clearedPart } from './explain-asides.ts';
import { reachedBy, type ExplainFacts } from './explain-facts.ts';
import { placeOf, type View } from './explain-places.ts';
import { sentences } from './explain-texts.ts';
import type { ActionName, Explanation } from './explain-types.ts';
import { permitted } from './lifecycle.ts';
import type { CommandName, LifecycleSnapshot } from './lifecycle-types.ts';
import { tagsOf } from './tags.ts';

export type ExplainInput = {
  readonly snapshot: LifecycleSnapshot;
  /** Service numbers are policy data. */
  readonly policy: {
    readonly contacts: { readonly service: readonly string[]; readonly platform: string };
  };
  readonly now: Instant;
  readonly facts?: ExplainFacts;
};

/** Where am I, what blocks me, who acts next, until when, what may I do now. */
export function explain({ snapshot, policy, now, facts = {} }: ExplainInput): Explanation {
  const tags = tagsOf(snapshot);
  const view: View = { has: (tag) => tags.includes(tag), context: snapshot.context, now, facts };
  const place = placeOf(view, snapshot);
  const fill = {
    missing: (facts.missingOfProfile ?? []).join('、'),
    part: clearedPart(facts.clearScope),
    service: policy.contacts.service.join('、'),
    platform: policy.contacts.platform,
  };
  const text = sentences(place.key, fill);
  return {
    stage: place.stage,
    sentence: text.sentence,
    owner: place.owner,
    nextStep: text.nextStep,
    ...(place.dueAt == null ? {} : { dueAt: place.dueAt }),
    ...(place.primaryAction === undefined ? {} : { primaryAction: place.primaryAction }),
    permitted: actionsOf(view, permitted(snapshot, now)),
    ...(place.blocked === undefined ? {} : { blockedBy: sentences(place.blocked, fill).sentence }),
    beside: asidesOf(view, fill),
  };
}

const ACTION_OF: Partial<Record<CommandName, ActionName>> = {
  ACCEPT: 'accept',
  PROPOSE_CLEAR: 'proposeClear',
  REJECT_PROPOSAL: 'rejectProposal',
  SIGN_CLEAR: 'signClear',
  PAUSE_AUDIT: 'pauseAudit',
  RESUME_AUDIT: 'resumeAudit',
  FILE_APPEAL: 'fileAppeal',
  WITHDRAW_APPEAL: 'withdrawAppeal',
  GRANT: 'grantAppeal',
  DISMISS: 'dismissAppeal',
  RENEW: 'renew',
  WITHDRAW: 'withdraw',
  REOPEN: 'reopen',
};

function actionsOf({ has, context, facts }: View, commands: readonly CommandName[]): ActionName[] {
  const certified = context.acceptedAt !== null && (!context.examRequired || has('exam.passed'));
  const open: [boolean, ActionName][] = [
    [has('verifyingPhone'), 'verifyPhone'],
    [has('completingProfile'), 'completeProfile'],
    [has('hours.studying'), 'study'],
    [has('hours.complete') || reachedBy('study', facts) !== null, 'replay'],
    [has('exam.open'), 'takeExam'],
    [certified, 'printHoursCertificate'],
    [context.renewedAt !== null, 'viewTrainingCertificate'],
  ];
  const commanded = commands.map((name) => ACTION_OF[name]).filter((name) => name !== undefined);
  const own = open
    .filter(([may, name]) => may && reachedBy(name, facts) === null)
    .map(([, name]) => name);
  return [...own, ...commanded];
}
