import type { Policy } from '../policy/policy.ts';
import { toMillisecond } from '../study/ranges.ts';
import { secondsOf, type SegmentKind } from '../study/segment.ts';
import type { CheckEvidence, Finding, FindingKind, SessionEvidence, Strength } from './evidence.ts';

/** The policy's part of the rules. */
export type FindingRule = Pick<
  Policy,
  | 'snapshotEverySeconds'
  | 'missFinding'
  | 'otherFaceFinding'
  | 'findingRules'
  | 'makeUpDays'
  | 'audit'
>;

const secondsIn = (session: SessionEvidence, kinds: readonly SegmentKind[]): number =>
  toMillisecond(
    session.segments
      .filter((segment) => kinds.includes(segment.kind))
      .reduce((sum, segment) => sum + secondsOf(segment), 0),
  );

export const countedSecondsOf = (session: SessionEvidence): number =>
  secondsIn(session, ['credited', 'pending']);

export const creditedSecondsOf = (session: SessionEvidence): number =>
  secondsIn(session, ['credited']);

/** A length of time as a finding says it. */
export const minutes = (seconds: number): string => {
  const whole = Math.floor(seconds / 60);
  return whole === 0 ? `${Math.round(seconds)} 秒` : `${whole} 分钟`;
};

/** What a rule has found, before it gets its seconds and its key. */
export type Draft = {
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly sessions: readonly SessionEvidence[];
  readonly checks: readonly CheckEvidence[];
  readonly sentence: string;
  /** Tells two findings of one kind about the same session apart. */
  readonly about?: string;
};

/** A rule over one session and its checks, oldest first. */
export type SessionRule = (
  session: SessionEvidence,
  checks: readonly CheckEvidence[],
  rule: FindingRule,
) => Omit<Draft, 'sessions'> | null;

const keyOf = ({ kind, sessions, about }: Draft): string =>
  [
    kind,
    ...(about === undefined ? [] : [about]),
    ...(sessions.length === 1 ? [sessions[0]?.id] : []),
  ].join(':');

/** The finding of a draft. The same evidence gives the same key, so that it is written once. */
export const findingOf = (draft: Draft, rule: FindingRule): Finding => ({
  kind: draft.kind,
  strength: draft.strength,
  seconds: toMillisecond(
    draft.sessions.reduce((sum, session) => sum + countedSecondsOf(session), 0),
  ),
  sentence: draft.sentence,
  evidence: {
    sessions: draft.sessions.map((session) => session.id),
    checks: draft.checks.map((check) => check.id).filter((id) => id !== ''),
  },
  ruleVersion: rule.findingRules,
  key: keyOf(draft),
});
