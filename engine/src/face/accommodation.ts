import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Policy } from '../policy/policy.ts';
import { ATTENDED_RULE } from '../study/attended.ts';
import { LIVENESS_PROMPTS, type LivenessPrompt } from './liveness.ts';

/**
 * What a learner's body or situation asks for, recorded by staff with a reason the learner can read:
 * actions nobody may ask of them, and how much longer than others they have.
 */
export type Accommodation = {
  readonly leftOut: readonly LivenessPrompt[];
  /** Every time limit of a check is multiplied by it; 1: no extra time. */
  readonly timeFactor: number;
};

export const NO_ACCOMMODATION: Accommodation = { leftOut: [], timeFactor: 1 };

/** Longer than three times, and a film could be prepared while the prompt waits. */
export const TIME_FACTORS = [1, 1.5, 2, 3] as const;

/** The actions by name, for staff and in the learner's own record. */
export const ACTION_LABELS = {
  openMouth: { zh: '张嘴', en: 'opening the mouth' },
  turnLeft: { zh: '向左转头', en: 'turning left' },
  turnRight: { zh: '向右转头', en: 'turning right' },
  nod: { zh: '点头', en: 'nodding' },
} as const satisfies Record<LivenessPrompt, { zh: string; en: string }>;

/** What is arranged, in one sentence. */
export function accommodationWords({ leftOut, timeFactor }: Accommodation): {
  readonly zh: string;
  readonly en: string;
} {
  const named = (tongue: 'zh' | 'en', between: string): string =>
    leftOut.map((prompt) => ACTION_LABELS[prompt][tongue]).join(between);
  const zh = [
    ...(leftOut.length > 0 ? [`识别时不要求:${named('zh', '、')}`] : []),
    ...(timeFactor > 1 ? [`完成动作和回答核验的时间延长为 ${timeFactor} 倍`] : []),
  ];
  const en = [
    ...(leftOut.length > 0 ? [`never asked for: ${named('en', ', ')}`] : []),
    ...(timeFactor > 1 ? [`${timeFactor} times as long for actions and answers`] : []),
  ];
  return { zh: zh.join(';'), en: en.join('; ') };
}

/** Actions that may still be asked, in the order of the list. */
export const actionsLeft = ({ leftOut }: Accommodation): LivenessPrompt[] =>
  LIVENESS_PROMPTS.filter((prompt) => !leftOut.includes(prompt));

/**
 * Does the record make sense? Refuses `accommodation/invalid` with `part`: nothing recorded, an
 * unknown factor, or no action left (then the path without a face is the answer).
 */
export function checkAccommodation(draft: Accommodation): Result<Accommodation> {
  const leftOut = LIVENESS_PROMPTS.filter((prompt) => draft.leftOut.includes(prompt));
  const { timeFactor } = draft;
  if (!TIME_FACTORS.some((factor) => factor === timeFactor)) {
    return refuse('accommodation/invalid', { part: 'timeFactor' });
  }
  if (leftOut.length === LIVENESS_PROMPTS.length) {
    return refuse('accommodation/invalid', { part: 'leftOut' });
  }
  if (leftOut.length === 0 && timeFactor === 1) {
    return refuse('accommodation/invalid', { part: 'nothing' });
  }
  return ok({ leftOut, timeFactor });
}

/** Share of a policy that a learner's extra time changes. */
type Timed = Pick<Policy, 'recheckAnswerSeconds' | 'challenge' | 'faceThresholds' | 'attended'>;

/**
 * The policy as it applies to this learner: every limit of a check longer by the factor, what a check
 * shows unchanged. The thresholds carry the factor in their version, so that a replay is the same.
 */
export function accommodated<P extends Timed>(policy: P, { timeFactor }: Accommodation): P {
  if (timeFactor === 1) return policy;
  const longer = (length: number): number => Math.ceil(length * timeFactor);
  const { challenge, faceThresholds, attended } = policy;
  const { liveness } = faceThresholds;
  return {
    ...policy,
    recheckAnswerSeconds: longer(policy.recheckAnswerSeconds),
    challenge: {
      ...challenge,
      perActionMs: longer(challenge.perActionMs),
      ttlSeconds: longer(challenge.ttlSeconds),
    },
    faceThresholds: {
      ...faceThresholds,
      version: `${faceThresholds.version};time=${timeFactor}`,
      liveness: {
        ...liveness,
        withinMs: longer(liveness.withinMs),
        riseAtMostMs: longer(liveness.riseAtMostMs),
      },
    },
    attended: {
      ...(attended ?? ATTENDED_RULE),
      answerSeconds: longer((attended ?? ATTENDED_RULE).answerSeconds),
    },
  };
}
