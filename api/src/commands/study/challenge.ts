import { createHmac, randomInt } from 'node:crypto';
import {
  actionsLeft,
  NO_ACCOMMODATION,
  type Accommodation,
  type LivenessPrompt,
  type Policy,
} from '@xuzheng/engine';
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
 * all others. Order and company are drawn with a generator nobody can foretell. Never drawn is what
 * an accommodation leaves out, be it the mouth; with fewer actions left than asked for, those are all.
 */
export function drawActions(
  count: number,
  accommodation: Accommodation = NO_ACCOMMODATION,
): LivenessPrompt[] {
  const left = actionsLeft(accommodation);
  const mouth = left.filter((prompt) => prompt === 'openMouth');
  const others = shuffled(left.filter((prompt) => prompt !== 'openMouth'));
  return shuffled([...mouth, ...others].slice(0, Math.max(1, count)));
}

/** Other actions than those, where there are any: the same pair again is no other draw. */
export function drawOthers(
  count: number,
  accommodation: Accommodation,
  than: readonly string[],
): LivenessPrompt[] {
  for (let tries = 0; ; tries++) {
    const drawn = drawActions(count, accommodation);
    if (tries === 20 || drawn.join() !== than.join()) return drawn;
  }
}

export interface ChallengeAsked {
  readonly kind: 'entry' | 'recheck' | 'rehearsal';
  readonly learnerId: string;
  readonly enrolmentId: string | null;
  readonly sessionId: string | null;
  readonly now: number;
  /** Actions that were drawn already: asked for again, or none of them wanted any more. */
  readonly drawn?: { readonly actions: readonly LivenessPrompt[]; readonly redraw: number };
}

/** The policy as it applies to a learner, and what is left out for them. */
export interface Terms {
  readonly policy: Policy;
  readonly accommodation: Accommodation;
}

/** Issues a check: single use, bound to learner and session, with a time by which it lapses. */
export async function issueChallenge(
  db: Db,
  key: Buffer,
  { policy, accommodation }: Terms,
  asked: ChallengeAsked,
): Promise<FaceCheckRow> {
  const { drawn, kind, learnerId, enrolmentId, sessionId, now } = asked;
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
    actions:
      kind === 'recheck'
        ? []
        : [...(drawn?.actions ?? drawActions(policy.challenge.actions, accommodation))],
    redraw: drawn?.redraw ?? 0,
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
