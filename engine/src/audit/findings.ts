import type { Evidence, Finding } from './evidence.ts';
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
import { checksOf, idleAcross, idleStudy } from './idle-findings.ts';
import { madeUpIn, type MadeUp } from './made-up.ts';
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

const rulesOf = (madeUp: MadeUp): readonly SessionRule[] => [
  impersonation,
  idleStudy(madeUp),
  automatedStudy,
  untrustedEvents,
  noOwnSnapshot,
  virtualCamera,
];

/** All findings of an epoch's evidence. Each names its evidence and strength; none clears anything. */
export function findingsOf(evidence: Evidence, rule: FindingRule): Finding[] {
  const madeUp = madeUpIn(evidence, rule);
  const rules = rulesOf(madeUp);
  const perSession = evidence.sessions.flatMap((session) =>
    rules.flatMap((apply): Draft[] => {
      const draft = apply(session, checksOf(evidence, session), rule);
      return draft === null ? [] : [{ ...draft, sessions: [session] }];
    }),
  );
  const overall = [
    idleAcross(evidence, rule, madeUp),
    noOwnSnapshotAtAll(evidence, rule),
    unvariedStudy(evidence),
  ].filter((draft) => draft !== null);
  return [...perSession, ...overall, ...sharedFindings(evidence)].map((draft) =>
    findingOf(draft, rule),
  );
}
