import { momentWords } from '../calendar/day.ts';
import type { CheckEvidence, Evidence, SessionEvidence } from './evidence.ts';
import type { Draft, FindingRule, SessionRule } from './finding-draft.ts';
import { duringStudy, ESCAPED, SILENT } from './during-study.ts';
import type { MadeUp } from './made-up.ts';

/** The longest window of n checks with at least k of these misses; empty when there is none. */
function missesWithin(
  checks: readonly CheckEvidence[],
  { k, n }: FindingRule['missFinding'],
  counts: (check: CheckEvidence) => boolean,
): CheckEvidence[] {
  const judged = checks.filter(
    (check) =>
      check.outcome === 'matched' || check.outcome === 'missed' || check.outcome === 'uncertain',
  );
  for (let end = judged.length; end > 0; end--) {
    const window = judged.slice(Math.max(0, end - n), end);
    const missed = window.filter((check) => check.outcome === 'missed' && counts(check));
    if (missed.length >= k) return missed;
  }
  return [];
}

/** A page that fell silent may have lost its network: without the others such misses are a note. */
const strengthOf = (missed: readonly CheckEvidence[], { k, n }: FindingRule['missFinding']) => {
  const certain = missed.filter((check) => check.reason !== SILENT).length;
  return certain >= n ? ('strong' as const) : certain >= k ? ('weak' as const) : ('note' as const);
};

/** What nobody saw: a face, or without one an answer. */
const absenceOf = (sessions: readonly SessionEvidence[]): string =>
  sessions.every((session) => session.attended) ? '无人应答' : '未见本人在场';

type Idle = Pick<Draft, 'strength' | 'checks'> & {
  /** Said after the sentence: what has been made up, and when. */
  readonly aside: string;
  /** Enough misses stand by themselves, whatever was made up. */
  readonly stands: boolean;
};

/**
 * k of n. What was made up in time (F18) no longer counts to k, but nothing is hidden: where only such
 * misses reach it, a note says when they were made up.
 */
function idleIn(checks: readonly CheckEvidence[], rule: FindingRule, madeUp: MadeUp): Idle | null {
  const { missFinding } = rule;
  const standing = missesWithin(checks, missFinding, (check) => madeUp(check) === null);
  if (standing.length > 0) {
    const strength = strengthOf(standing, missFinding);
    return { strength, checks: standing, aside: '', stands: true };
  }
  const missed = missesWithin(checks, missFinding, () => true);
  if (missed.length === 0) return null;
  const at = missed.map(madeUp).filter((one) => one !== null);
  const last = momentWords(Math.max(...at));
  const aside = `;其中 ${at.length} 次缺失的部分已在期限内补学(最后于 ${last})`;
  return { strength: 'note', checks: missed, aside, stands: false };
}

/**
 * Handbook §3: 挂机代刷. Only checks during study: a miss at the door has no consequence. Without a face
 * codes and questions that nobody answered count the same; a wrong answer is no absence.
 */
export const idleStudy =
  (madeUp: MadeUp): SessionRule =>
  (session, checks, rule) => {
    const idle = idleIn(duringStudy(session, checks), rule, madeUp);
    if (idle === null) return null;
    const { strength, checks: missed, aside } = idle;
    const said = `连续 ${rule.missFinding.n} 次抽查中有 ${missed.length} 次${absenceOf([session])}`;
    return { kind: 'idleStudy', strength, checks: missed, sentence: `${said}${aside}。` };
  };

export const checksOf = (evidence: Evidence, session: SessionEvidence): CheckEvidence[] =>
  evidence.checks.filter((check) => check.sessionId === session.id).sort((a, b) => a.at - b.at);

/**
 * The same across sessions: whoever ends the session with every check that comes due, and starts anew,
 * misses one in each. Nothing where a session of its own is found already.
 */
export function idleAcross(evidence: Evidence, rule: FindingRule, madeUp: MadeUp): Draft | null {
  const { sessions } = evidence;
  const each = sessions.map((one) => duringStudy(one, checksOf(evidence, one)));
  const idle = idleIn(
    each.flat().sort((a, b) => a.at - b.at),
    rule,
    madeUp,
  );
  if (idle === null) return null;
  const known = each.some((checks) => {
    const own = idleIn(checks, rule, madeUp);
    return own !== null && (own.stands || !idle.stands);
  });
  const { strength, checks: missed, aside } = idle;
  const involved = sessions.filter((one) => missed.some((check) => check.sessionId === one.id));
  if (involved.length < 2 || known) return null;
  const left = missed.filter((check) => check.reason === ESCAPED || check.reason === SILENT).length;
  const how = left > 0 ? `,其中 ${left} 次在抽查到来时离开学习` : '';
  const said = `先后 ${involved.length} 次学习中,连续 ${rule.missFinding.n} 次抽查有 ${missed.length} 次${absenceOf(involved)}`;
  return {
    ...{ kind: 'idleStudy', about: 'across', strength, sessions: involved, checks: missed },
    sentence: `${said}${how}${aside}。`,
  };
}
