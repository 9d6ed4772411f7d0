import type { CheckEvidence, Evidence, Finding, SessionEvidence } from './evidence.ts';
import { automatedStudy, untrustedEvents, unvariedStudy } from './automated-findings.ts';
import {
  countedSecondsOf,
  creditedSecondsOf,
  findingOf,
  minutes,
  type Draft,
  type FindingRule,
  type SessionRule,
} from './finding-draft.ts';
import { sharedFindings } from './shared-findings.ts';

const VIRTUAL_CAMERA =
  /virtual|obs[\s-]|manycam|droidcam|snap camera|xsplit|splitcam|v4l2loopback|虚拟/i;

/** Handbook §3: 非本人学习. One other face is a note, a repeat is a finding. */
const impersonation: SessionRule = (session, checks, rule) => {
  const others = checks.filter((check) => check.reason === 'otherFace');
  if (others.length === 0) return null;
  const repeated = others.length >= rule.otherFaceFinding;
  return {
    kind: 'impersonation',
    strength: repeated ? 'strong' : 'note',
    checks: others,
    sentence: `本次学习有 ${others.length} 次识别到非本人面部,涉及 ${minutes(countedSecondsOf(session))}。`,
  };
};

/** The longest window of n checks with at least k misses; empty when there is none. */
function missesWithin(checks: readonly CheckEvidence[], k: number, n: number): CheckEvidence[] {
  const judged = checks.filter(
    (check) =>
      check.outcome === 'matched' || check.outcome === 'missed' || check.outcome === 'uncertain',
  );
  for (let end = judged.length; end > 0; end--) {
    const window = judged.slice(Math.max(0, end - n), end);
    const missed = window.filter((check) => check.outcome === 'missed');
    if (missed.length >= k) return missed;
  }
  return [];
}

const ESCAPED = 'escaped';
const SILENT = 'silent';

/** A check that nobody answered, or that was open when the session ended: missed, with no picture to show. */
function unanswered(session: SessionEvidence): CheckEvidence[] {
  const missed = { id: '', sessionId: session.id, outcome: 'missed' } as const;
  // Where our own service was away nobody can tell why a check stayed open (invariant 14).
  const escaped = session.systemFault ? [] : session.escaped;
  return [
    ...session.unansweredAt.map((at) => ({
      ...missed,
      ...{ kind: 'recheck' as const, at, reason: 'unanswered' },
    })),
    ...escaped.map(({ kind, at, how }) => ({
      ...missed,
      ...{ kind, at, reason: how === 'silent' ? SILENT : ESCAPED },
    })),
  ];
}

/** Checks during study, oldest first: a miss at the door has no consequence. */
const duringStudy = (session: SessionEvidence, checks: readonly CheckEvidence[]): CheckEvidence[] =>
  [...checks, ...unanswered(session)]
    .filter((check) => check.kind !== 'entry' && check.reason !== 'otherFace')
    .sort((a, b) => a.at - b.at);

/** A page that fell silent may have lost its network: without the others such misses are a note. */
const strengthOf = (missed: readonly CheckEvidence[], { k, n }: FindingRule['missFinding']) => {
  const certain = missed.filter((check) => check.reason !== SILENT).length;
  return certain >= n ? ('strong' as const) : certain >= k ? ('weak' as const) : ('note' as const);
};

/** What nobody saw: a face, or without one an answer. */
const absenceOf = (sessions: readonly SessionEvidence[]): string =>
  sessions.every((session) => session.attended) ? '无人应答' : '未见本人在场';

/**
 * Handbook §3: 挂机代刷. Only checks during study: a miss at the door has no consequence. Without a face
 * codes and questions that nobody answered count the same; a wrong answer is no absence.
 */
const idleStudy: SessionRule = (session, checks, rule) => {
  const { k, n } = rule.missFinding;
  const missed = missesWithin(duringStudy(session, checks), k, n);
  if (missed.length === 0) return null;
  return {
    kind: 'idleStudy',
    strength: strengthOf(missed, rule.missFinding),
    checks: missed,
    sentence: `连续 ${n} 次抽查中有 ${missed.length} 次${absenceOf([session])}。`,
  };
};

const checksOf = (evidence: Evidence, session: SessionEvidence): CheckEvidence[] =>
  evidence.checks.filter((check) => check.sessionId === session.id).sort((a, b) => a.at - b.at);

/**
 * The same across sessions: whoever ends the session with every check that comes due, and starts anew,
 * misses one in each. Nothing where a session of its own is found already.
 */
function idleAcross(evidence: Evidence, rule: FindingRule): Draft | null {
  const { k, n } = rule.missFinding;
  const { sessions } = evidence;
  const during = sessions
    .flatMap((one) => duringStudy(one, checksOf(evidence, one)))
    .sort((a, b) => a.at - b.at);
  const missed = missesWithin(during, k, n);
  const involved = sessions.filter((one) => missed.some((check) => check.sessionId === one.id));
  const known = sessions.some((one) => idleStudy(one, checksOf(evidence, one), rule) !== null);
  if (involved.length < 2 || known) return null;
  const left = missed.filter((check) => check.reason === ESCAPED || check.reason === SILENT).length;
  const how = left > 0 ? `,其中 ${left} 次在抽查到来时离开学习` : '';
  return {
    kind: 'idleStudy',
    about: 'across',
    strength: strengthOf(missed, rule.missFinding),
    sessions: involved,
    checks: missed,
    sentence: `先后 ${involved.length} 次学习中,连续 ${n} 次抽查有 ${missed.length} 次${absenceOf(involved)}${how}。`,
  };
}

/**
 * Handbook §3: 学习过程中无本人抓拍照片. A credited session longer than two snapshot intervals without a
 * matched snapshot, unless our own system failed or still has snapshots to judge.
 */
const noOwnSnapshot: SessionRule = (session, checks, rule) => {
  const snapshots = checks.filter((check) => check.kind === 'snapshot');
  const ours = session.systemFault || snapshots.some((check) => check.outcome === 'fault');
  const waiting = snapshots.some((check) => check.outcome === 'pending');
  const matched = snapshots.some((check) => check.outcome === 'matched');
  const long = creditedSecondsOf(session) > 2 * rule.snapshotEverySeconds;
  if (session.attended || ours || waiting || matched || !long) return null;
  const uncertain = snapshots.some((check) => check.outcome === 'uncertain');
  return {
    kind: 'noOwnSnapshot',
    strength: uncertain ? 'weak' : 'strong',
    checks: snapshots,
    sentence: `已计 ${minutes(creditedSecondsOf(session))}的学习中没有一张与本人一致的抓拍照片。`,
  };
};

/** The same over the whole epoch: hours made of sessions too short for a snapshot each. */
function noOwnSnapshotAtAll(evidence: Evidence, rule: FindingRule): Draft | null {
  const sessions = evidence.sessions.filter((one) => !one.attended && creditedSecondsOf(one) > 0);
  const snapshots = evidence.checks.filter((check) => check.kind === 'snapshot');
  const seen = snapshots.some((check) => ['matched', 'pending', 'fault'].includes(check.outcome));
  const seconds = sessions.reduce((sum, one) => sum + creditedSecondsOf(one), 0);
  const known = sessions.some((one) => creditedSecondsOf(one) > 2 * rule.snapshotEverySeconds);
  const ours = sessions.some((one) => one.systemFault);
  if (seen || known || ours || seconds <= 2 * rule.snapshotEverySeconds) return null;
  return {
    kind: 'noOwnSnapshot',
    about: 'epoch',
    strength: 'weak',
    sessions,
    checks: snapshots,
    sentence: `${sessions.length} 次较短的学习共 ${minutes(seconds)},没有一张与本人一致的抓拍照片。`,
  };
}

const virtualCamera: SessionRule = (session) =>
  session.cameraLabel !== null && VIRTUAL_CAMERA.test(session.cameraLabel)
    ? {
        kind: 'virtualCamera',
        strength: 'note',
        checks: [],
        sentence: '摄像头名称像是虚拟摄像头,请结合抓拍照片判断。',
      }
    : null;

const RULES: readonly SessionRule[] = [
  impersonation,
  idleStudy,
  automatedStudy,
  untrustedEvents,
  noOwnSnapshot,
  virtualCamera,
];

/** All findings of an epoch's evidence. Each names its evidence and strength; none clears anything. */
export function findingsOf(evidence: Evidence, rule: FindingRule): Finding[] {
  const perSession = evidence.sessions.flatMap((session) =>
    RULES.flatMap((apply): Draft[] => {
      const draft = apply(session, checksOf(evidence, session), rule);
      return draft === null ? [] : [{ ...draft, sessions: [session] }];
    }),
  );
  const overall = [
    idleAcross(evidence, rule),
    noOwnSnapshotAtAll(evidence, rule),
    unvariedStudy(evidence),
  ].filter((draft) => draft !== null);
  return [...perSession, ...overall, ...sharedFindings(evidence)].map((draft) =>
    findingOf(draft, rule),
  );
}
