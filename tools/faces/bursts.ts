import type { Canvas } from '@napi-rs/canvas';
import type { LivenessPrompt } from '../../engine/src/face/liveness.ts';
import type { Performer } from './performer.ts';
import {
  envelope,
  EVEN_MOTION,
  NEUTRAL,
  PEAKS,
  scalePose,
  type Motion,
  type Pose,
} from './pose.ts';

/** One frame of a burst as a browser would send it. */
export interface BurstPicture {
  bytes: Buffer;
  atMs: number;
  action: LivenessPrompt | null;
}

export interface BurstScript {
  /** What is asked, in order; empty for a recheck. */
  actions: readonly LivenessPrompt[];
  /** What is done instead, one per asked action; null does nothing. */
  done?: readonly (LivenessPrompt | null)[];
  motion?: Motion;
  /** From the prompt to the beginning of the movement. */
  reactionMs?: number;
  everyMs?: number;
  neutralMs?: number;
  quality?: number;
}

interface Plan {
  atMs: number;
  action: LivenessPrompt | null;
  pose: Pose;
}

function planOf(script: BurstScript): Plan[] {
  const motion = script.motion ?? EVEN_MOTION;
  const everyMs = script.everyMs ?? 110;
  const neutralMs = script.neutralMs ?? 440;
  const reactionMs = script.reactionMs ?? 150;
  const actionMs = reactionMs + motion.riseMs + Math.min(motion.holdMs, 300);
  const plan: Plan[] = [];
  for (let atMs = 0; atMs < neutralMs; atMs += everyMs) {
    plan.push({ atMs, action: null, pose: NEUTRAL });
  }
  script.actions.forEach((action, index) => {
    const shownAtMs = plan.length * everyMs;
    const performed = script.done ? (script.done[index] ?? null) : action;
    for (let elapsedMs = 0; elapsedMs <= actionMs; elapsedMs += everyMs) {
      const share = envelope(elapsedMs - reactionMs, motion);
      const pose = performed ? scalePose(PEAKS[performed], share) : NEUTRAL;
      plan.push({ atMs: shownAtMs + elapsedMs, action, pose });
    }
  });
  return plan;
}

const jpeg = (canvas: Canvas, quality: number): Buffer => canvas.toBuffer('image/jpeg', quality);

/** The burst of frames in which a performer follows, or does not follow, the prompts. */
export function burstOf(performer: Performer, script: BurstScript): BurstPicture[] {
  return planOf(script).map(({ atMs, action, pose }) => ({
    bytes: jpeg(performer.draw(pose, atMs / 1000), script.quality ?? 80),
    atMs,
    action,
  }));
}

/** A few neutral frames: what a recheck sends. */
export const recheckOf = (performer: Performer): BurstPicture[] =>
  burstOf(performer, { actions: [], neutralMs: 500 });

/** One frame of somebody who studies; `seconds` makes each different. */
export const snapshotOf = (performer: Performer, seconds: number): Buffer =>
  jpeg(performer.draw(NEUTRAL, seconds), 80);
