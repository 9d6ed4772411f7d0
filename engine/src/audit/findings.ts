import type { Policy } from '../policy/policy.ts';
import { toMillisecond } from '../study/ranges.ts';
import { rhythmOf, secondsOf } from '../study/segment.ts';
import type {
  CheckEvidence,
  Evidence,
  Finding,
  FindingKind,
  SessionEvidence,
  Strength,
} from './evidence.ts';

/** The policy's part of the rules. */
export type FindingRule = Pick<
  Policy,
  'snapshotEverySeconds' | 'missFinding' | 'otherFaceFinding' | 'findingRules'
>;

/** A person's network and player never keep time like this over so many beats. */
const STEADY_BEATS = 120;
const STEADY_DEVIATION_MS = 2;
/** So many beats ahead of the wall clock are no accident of the network. */
const AHEAD_BEATS = 3;
const VIRTUAL_CAMERA =
  /virtual|obs[\s-]|manycam|droidcam|snap camera|xsplit|splitcam|v4l2loopback|虚拟/i;

const countedSecondsOf = (session: SessionEvidence): number =>
  toMillisecond(
    session.segments
      .filter((segment) => segment.kind !== 'uncounted')
      .reduce((sum, segment) => sum + secondsOf(segment), 0),
  );

const creditedSecondsOf = (session: SessionEvidence): number =>
  toMillisecond(
    session.segments
      .filter((segment) => segment.kind === 'credited')
      .reduce((sum, segment) => sum + secondsOf(segment), 0),
  );

const minutes = (seconds: number): string => {
  const whole = Math.floor(seconds / 60);
  return whole === 0 ? `${Math.round(seconds)} 秒` : `${whole} 分钟`;
};

type Draft = {
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly session: SessionEvidence;
  readonly checks: readonly CheckEvidence[];
  readonly sentence: string;
};

const findingOf = (draft: Draft, rule: FindingRule): Finding => ({
  kind: draft.kind,
  strength: draft.strength,
  seconds: countedSecondsOf(draft.session),
  sentence: draft.sentence,
  evidence: { sessions: [draft.session.id], checks: draft.checks.map((check) => check.id) },
  ruleVersion: rule.findingRules,
  key: `${draft.kind}:${draft.session.id}`,
});

type Rule = (
  session: SessionEvidence,
  checks: readonly CheckEvidence[],
  rule: FindingRule,
) => Omit<Draft, 'session'> | null;

/** Handbook §3: 非本人学习. One other face is a note, a repeat is a finding. */
const impersonation: Rule = (session, checks, rule) => {
  const others = checks.filter((check) => check.reason === 'otherFace');
  if (session.attended || others.length === 0) return null;
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

/** A recheck that nobody answered: missed, with no picture to show. */
const unanswered = (session: SessionEvidence): CheckEvidence[] =>
  session.unansweredAt.map((at) => ({
    id: '',
    sessionId: session.id,
    kind: 'recheck',
    at,
    outcome: 'missed',
    reason: 'unanswered',
  }));

/** Handbook §3: 挂机代刷. Only checks during study: a miss at the door has no consequence. */
const idleStudy: Rule = (session, checks, rule) => {
  if (session.attended) return null;
  const during = [...checks, ...unanswered(session)]
    .filter((check) => check.kind !== 'entry' && check.reason !== 'otherFace')
    .sort((a, b) => a.at - b.at);
  const missed = missesWithin(during, rule.missFinding.k, rule.missFinding.n);
  if (missed.length === 0) return null;
  return {
    kind: 'idleStudy',
    strength: missed.length >= rule.missFinding.n ? 'strong' : 'weak',
    checks: missed.filter((check) => check.id !== ''),
    sentence: `连续 ${rule.missFinding.n} 次抽查中有 ${missed.length} 次未见本人在场。`,
  };
};

const steadyBeats = (session: SessionEvidence): number =>
  Math.max(
    0,
    ...session.segments
      .filter((segment) => segment.kind === 'credited')
      .filter((segment) => (rhythmOf(segment)?.deviationMs ?? Infinity) < STEADY_DEVIATION_MS)
      .map((segment) => segment.beats),
  );

/** Handbook §3: 非正常途径学习. Positions ahead of the wall clock, or a beat like a machine's. */
const automatedStudy: Rule = (session) => {
  const ahead = session.aheadBeats >= AHEAD_BEATS;
  const steady = steadyBeats(session);
  if (!ahead && steady < STEADY_BEATS) return null;
  return {
    kind: 'automatedStudy',
    strength: ahead ? 'strong' : 'note',
    checks: [],
    sentence: ahead
      ? `学习进度有 ${session.aheadBeats} 次超前于实际时间。`
      : `连续 ${steady} 次上报的间隔几乎完全相同。`,
  };
};

/**
 * Handbook §3: 学习过程中无本人抓拍照片. A credited session longer than two snapshot intervals without a
 * matched snapshot, unless our own system failed or still has snapshots to judge.
 */
const noOwnSnapshot: Rule = (session, checks, rule) => {
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

const virtualCamera: Rule = (session) =>
  session.cameraLabel !== null && VIRTUAL_CAMERA.test(session.cameraLabel)
    ? {
        kind: 'virtualCamera',
        strength: 'note',
        checks: [],
        sentence: '摄像头名称像是虚拟摄像头,请结合抓拍照片判断。',
      }
    : null;

const RULES: readonly Rule[] = [
  impersonation,
  idleStudy,
  automatedStudy,
  noOwnSnapshot,
  virtualCamera,
];

const sharedFindings = (evidence: Evidence, rule: FindingRule): Finding[] =>
  evidence.sessions.flatMap((session) => {
    const faces = evidence.sharedFaces.filter((face) => face.sessionId === session.id);
    const checks = evidence.checks.filter((check) => faces.some((f) => f.checkId === check.id));
    const device = evidence.sharedDevices.some((shared) => shared.sessionId === session.id);
    const drafts: Draft[] = [];
    if (faces.length > 0) {
      const sentence = `有 ${faces.length} 张抓拍照片的面部也出现在其他学员的学习中。`;
      drafts.push({ kind: 'sharedFace', strength: 'weak', session, checks, sentence });
    }
    if (device) {
      const sentence = '同一设备在同一时段被多名学员用于学习。';
      drafts.push({ kind: 'sharedDevice', strength: 'note', session, checks: [], sentence });
    }
    return drafts.map((draft) => findingOf(draft, rule));
  });

/** All findings of an epoch's evidence. Each names its evidence and strength; none clears anything. */
export function findingsOf(evidence: Evidence, rule: FindingRule): Finding[] {
  const perSession = evidence.sessions.flatMap((session) => {
    const checks = evidence.checks
      .filter((check) => check.sessionId === session.id)
      .sort((a, b) => a.at - b.at);
    return RULES.flatMap((apply) => {
      const draft = apply(session, checks, rule);
      return draft === null ? [] : [findingOf({ ...draft, session }, rule)];
    });
  });
  return [...perSession, ...sharedFindings(evidence, rule)];
}
