import type { RefusalCode } from '../kernel/refusal-codes.ts';
import { isWindowOpen } from './appeal-window.ts';
import type { LifecycleContext, LifecycleEvent } from './lifecycle-types.ts';

type Why = {
  readonly tags: readonly string[];
  readonly context: LifecycleContext;
  readonly event: LifecycleEvent;
};
type Reason = (why: Why) => RefusalCode | null;

const has = (why: Why, tag: string): boolean => why.tags.includes(tag);
const when =
  (test: (why: Why) => boolean, code: RefusalCode): Reason =>
  (why) =>
    test(why) ? code : null;

const pending = ({ context }: Why): boolean => context.appeal?.pending === true;
const stale = ({ context, event }: Why): boolean =>
  'evidenceVersion' in event && event.evidenceVersion !== context.evidenceVersion;
const involved = ({ context, event }: Why): boolean =>
  'by' in event && context.involved.includes(event.by);
const sameSigner = ({ context, event }: Why): boolean =>
  event.type === 'REOPEN'
    ? event.by === event.proposedBy
    : 'by' in event && event.by === context.audit?.proposal?.by;
const registryBusy = (why: Why): boolean =>
  ['reportingHours', 'requesting', 'reconciling'].some((state) => has(why, `renewal.${state}`));

const paused = ({ context }: Why): boolean => context.audit?.pause != null;

const notOpen = when((why) => !has(why, 'audit.open'), 'audit/notOpen');
const evidenceStale = when(stale, 'audit/evidenceStale');
const notProposed = when((why) => !has(why, 'audit.decision.clearProposed'), 'audit/notProposed');
const alreadyProposed = when(
  (why) => has(why, 'audit.decision.clearProposed'),
  'audit/clearProposed',
);
const appealPending = when(pending, 'audit/appealPending');
const registryCall = when(registryBusy, 'renewal/inFlight');
const noAppeal = when((why) => !pending(why), 'appeal/notFound');
const decidingAppeal: readonly Reason[] = [
  noAppeal,
  when(involved, 'audit/involved'),
  when((why) => has(why, 'audit.recording'), 'request/conflict'),
];

/** In the order in which a person should hear them. */
const REASONS: Partial<Record<LifecycleEvent['type'], readonly Reason[]>> = {
  ACCEPT: [notOpen, alreadyProposed, evidenceStale],
  PROPOSE_CLEAR: [notOpen, alreadyProposed, evidenceStale],
  REJECT_PROPOSAL: [notOpen, notProposed],
  SIGN_CLEAR: [
    notOpen,
    notProposed,
    appealPending,
    when(paused, 'audit/paused'),
    when(sameSigner, 'audit/sameSigner'),
    evidenceStale,
  ],
  PAUSE_AUDIT: [notOpen, when(paused, 'audit/paused'), when(() => true, 'audit/pauseTooLong')],
  RESUME_AUDIT: [notOpen, when((why) => !paused(why), 'audit/notPaused')],
  FILE_APPEAL: [
    when(({ context }) => context.clear === null, 'appeal/notAllowed'),
    when(({ context }) => context.clear?.appealed === true, 'appeal/alreadyFiled'),
    when(
      ({ context, event }) => context.clear !== null && !isWindowOpen(context.clear, event.at),
      'appeal/windowClosed',
    ),
  ],
  WITHDRAW_APPEAL: [noAppeal, when((why) => has(why, 'appeal.recording'), 'request/conflict')],
  GRANT: decidingAppeal,
  DISMISS: decidingAppeal,
  RENEW: [
    when((why) => registryBusy(why) || has(why, 'renewal.renewed'), 'renewal/inFlight'),
    when((why) => has(why, 'renewal.refused'), 'renewal/registryRefused'),
    when(() => true, 'renewal/notAvailable'),
  ],
  WITHDRAW: [registryCall],
  REOPEN: [
    when((why) => !has(why, 'audit.accepted'), 'audit/notOpen'),
    when(sameSigner, 'audit/sameSigner'),
    registryCall,
    appealPending,
  ],
};

/** Why the machine said no to this event, as one code of the closed list. */
export function reasonAgainst(
  tags: readonly string[],
  context: LifecycleContext,
  event: LifecycleEvent,
): RefusalCode {
  const why: Why = { tags, context, event };
  if (tags.some((tag) => tag.startsWith('closed.'))) return 'enrolment/closed';
  for (const reason of REASONS[event.type] ?? []) {
    const code = reason(why);
    if (code !== null) return code;
  }
  return 'request/conflict';
}
