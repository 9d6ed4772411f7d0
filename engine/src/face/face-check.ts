import type { FrameFacts } from './frame.ts';
import {
  judgeLiveness,
  type LivenessFault,
  type LivenessVerdict,
  type PromptShown,
} from './liveness.ts';
import {
  judgeMatch,
  type FaceOutcome,
  type FrameDistances,
  type MatchFault,
  type MatchVerdict,
} from './match.ts';
import { frameFault, matchFrameFault, secondFaceShare, type FrameFault } from './quality.ts';
import type { FaceThresholds } from './thresholds.ts';

/**
 * Why a check is missed. `noFace`: no single face that could be measured; `noAction`: the asked
 * actions were not seen; `otherFace`: repeatedly as far from the portrait as strangers are.
 */
export const MISS_REASONS = ['noFace', 'noAction', 'otherFace'] as const;
export type MissReason = (typeof MISS_REASONS)[number];

/** The one closed list of what may be told about a check that did not match. */
export type FaceFault = FrameFault | LivenessFault | MatchFault;

/** Everything measured on the frames of one check. */
export interface CheckFacts {
  frames: readonly FrameFacts[];
  /** Distances of the judged frames, which passed the gate. */
  distances: readonly FrameDistances[];
  /** From the portrait to the others that the frames were compared with. */
  portraitOthers?: readonly number[];
  /** Largest distance between two judged frames, an odd one aside. */
  withinBurst: number;
}

export interface CheckOptions {
  /** Empty for a recheck or a snapshot: those ask for no action. */
  prompts: readonly PromptShown[];
  /** Earlier checks of this session that already looked like another face. */
  earlierOtherFaces?: number;
}

/** The decision on one face check, with all that an auditor needs to follow it. */
export interface FaceCheckVerdict {
  outcome: FaceOutcome;
  reason: MissReason | null;
  fault: FaceFault | null;
  /** True when this check alone looks like another face, whether or not a repeat agreed. */
  suspectsOtherFace: boolean;
  /** A smaller second face was in the picture: noted, not held against anyone. */
  bystander: boolean;
  match: MatchVerdict;
  liveness: LivenessVerdict | null;
  thresholdsVersion: string;
}

/** Share of the frames with a fault above which the check as a whole has it. */
const FAULTY_SHARE = 0.5;

/** The most frequent fault; two faces count from the first frame on, when it is no flicker. */
function commonFault(faults: readonly (FrameFault | null)[]): FrameFault | null {
  const counts = new Map<FrameFault, number>();
  for (const fault of faults) if (fault) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  const seconds = counts.get('secondFace') ?? 0;
  if (seconds >= Math.min(2, faults.length)) return 'secondFace';
  const faulty = faults.filter(Boolean).length;
  if (faults.length > 0 && faulty <= faults.length * FAULTY_SHARE) return null;
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'noFace';
}

const looksOther = (match: MatchVerdict, thresholds: FaceThresholds): boolean =>
  (match.portraitDistance ?? 0) >= thresholds.match.otherFaceFrom ||
  (match.entryDistance ?? 0) >= thresholds.match.otherFaceFrom;

type Ruling = Pick<FaceCheckVerdict, 'outcome' | 'reason' | 'fault'>;

/**
 * A check nobody was told of (snapshot, recheck) meets people who look aside or sit in bad light:
 * a face that is there but cannot be measured is uncertain. An empty chair or a second face is not.
 */
function ruleOnPicture(fault: FrameFault, asked: boolean, faceSeen: boolean): Ruling {
  if (!asked && faceSeen && fault !== 'secondFace') {
    return { outcome: 'uncertain', reason: null, fault };
  }
  return { outcome: 'missed', reason: 'noFace', fault };
}

function rule(liveness: LivenessVerdict | null, match: MatchVerdict): Ruling {
  if (match.outcome === 'missed') {
    return { outcome: 'missed', reason: 'otherFace', fault: match.fault };
  }
  // Nobody's miss and no match: what was done is unknown. Who it is may be in doubt as well.
  if (liveness?.fault === 'framesApart') {
    return { outcome: 'uncertain', reason: null, fault: match.fault ?? 'framesApart' };
  }
  if (liveness?.fault) {
    const reason = liveness.fault === 'faceLost' ? 'noFace' : 'noAction';
    return { outcome: 'missed', reason, fault: liveness.fault };
  }
  return { outcome: match.outcome, reason: null, fault: match.fault };
}

/**
 * Facts of a burst (entry check with prompts, recheck without) or of one snapshot to a decision.
 * The picture comes first, then whose face it is, then whether it did what was asked: nobody is
 * compared from a picture that cannot be measured (Handbook §1, faces that are the learner's own).
 */
export function judgeFaceCheck(
  facts: CheckFacts,
  options: CheckOptions,
  thresholds: FaceThresholds,
): FaceCheckVerdict {
  const asked = options.prompts.length > 0;
  const gate = asked ? frameFault : matchFrameFault;
  const faults = facts.frames.map((frame) => gate(frame, thresholds.quality));
  const match = judgeMatch(
    {
      frames: facts.distances,
      portraitOthers: facts.portraitOthers ?? [],
      withinBurst: facts.withinBurst,
      earlierOtherFaces: options.earlierOtherFaces ?? 0,
    },
    thresholds.match,
  );
  const liveness = asked ? judgeLiveness(facts.frames, options.prompts, thresholds.liveness) : null;
  const fault = commonFault(faults);
  const faceSeen = facts.frames.some((frame) => frame.faces.length > 0);
  return {
    ...(fault ? ruleOnPicture(fault, asked, faceSeen) : rule(liveness, match)),
    suspectsOtherFace: looksOther(match, thresholds),
    bystander: facts.frames.some((frame) => secondFaceShare(frame) > 0),
    match,
    liveness,
    thresholdsVersion: thresholds.version,
  };
}
