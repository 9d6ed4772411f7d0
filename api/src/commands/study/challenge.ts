import { createHmac, randomInt } from 'node:crypto';
import type { LivenessPrompt, Policy } from '@xuzheng/engine';
import { LIVENESS_PROMPTS } from '@xuzheng/engine';
import { hashOf } from '../../crypto/tokens.ts';
import type { Db } from '../../db/connect.ts';
import { insertFaceCheck, type FaceCheckRow } from '../../db/face-checks.ts';
import type { ChallengeView } from '../../schemas/study.ts';
import { uuidv7 } from './uuid.ts';

/** The nonce of a check: nobody without the key can make one, and the database holds its hash only. */
const nonceOf = (key: Buffer, checkId: string): string =>
  createHmac('sha256', key).update(`challenge/1\0${checkId}`).digest('base64url');

function shuffled<T>(items: readonly T[]): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = randomInt(0, i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/**
 * Draws the actions of an entry check: the mouth among them, because a turned photograph can show
 * all others. Order and company are drawn with a generator nobody can foretell.
 */
export function drawActions(count: number): LivenessPrompt[] {
  const others = LIVENESS_PROMPTS.filter((prompt) => prompt !== 'openMouth');
  return shuffled(['openMouth' as const, ...shuffled(others).slice(0, Math.max(0, count - 1))]);
}

export interface ChallengeAsked {
  readonly kind: 'entry' | 'recheck' | 'rehearsal';
  readonly learnerId: string;
  readonly enrolmentId: string | null;
  readonly sessionId: string | null;
  readonly now: number;
}

/** Issues a check: single use, bound to learner and session, with a time by which it lapses. */
export async function issueChallenge(
  db: Db,
  key: Buffer,
  policy: Policy,
  asked: ChallengeAsked,
): Promise<FaceCheckRow> {
  const { kind, learnerId, enrolmentId, sessionId, now } = asked;
  const id = uuidv7(now);
  const seconds = kind === 'recheck' ? policy.recheckAnswerSeconds : policy.challenge.ttlSeconds;
  return insertFaceCheck(db, {
    id,
    kind,
    learnerId,
    enrolmentId,
    sessionId,
    nonceHash: hashOf(nonceOf(key, id)),
    // A recheck during study asks for no action.
    actions: kind === 'recheck' ? [] : drawActions(policy.challenge.actions),
    issuedAt: new Date(now),
    expiresAt: new Date(now + seconds * 1000),
    thresholdsVersion: policy.faceThresholds.version,
  });
}

/** What the page is told of a check. */
export const challengeView = (key: Buffer, policy: Policy, check: FaceCheckRow): ChallengeView => ({
  id: check.id,
  nonce: nonceOf(key, check.id),
  actions: check.actions as LivenessPrompt[],
  perActionMs: policy.challenge.perActionMs,
  issuedAt: check.issuedAt.toISOString(),
  expiresAt: check.expiresAt.toISOString(),
});
