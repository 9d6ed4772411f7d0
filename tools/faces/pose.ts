import type { LivenessPrompt } from '../../engine/src/face/liveness.ts';

/** Where a head points and how wide its mouth is open. Left and right are the picture's. */
export interface Pose {
  /** 0 closed, 1 wide open. */
  mouth: number;
  /** Radians; positive turns the nose to the picture's right (the person's own left). */
  yaw: number;
  /** Radians; positive bows the head. */
  pitch: number;
}

export const NEUTRAL: Pose = { mouth: 0, yaw: 0, pitch: 0 };

/** The pose at the height of an action. */
export const PEAKS: Record<LivenessPrompt, Pose> = {
  openMouth: { mouth: 1, yaw: 0, pitch: 0 },
  turnLeft: { mouth: 0, yaw: 0.45, pitch: 0 },
  turnRight: { mouth: 0, yaw: -0.45, pitch: 0 },
  nod: { mouth: 0, yaw: 0, pitch: 0.66 },
};

export const scalePose = (pose: Pose, share: number): Pose => ({
  mouth: pose.mouth * share,
  yaw: pose.yaw * share,
  pitch: pose.pitch * share,
});

/** A person who sits still still sways a little. */
export const swayAt = (seconds: number): Pose => ({
  mouth: 0,
  yaw: 0.03 * Math.sin(seconds * 1.7),
  pitch: 0.02 * Math.sin(seconds * 1.1),
});

export const addPoses = (a: Pose, b: Pose): Pose => ({
  mouth: Math.max(0, a.mouth + b.mouth),
  yaw: a.yaw + b.yaw,
  pitch: a.pitch + b.pitch,
});

const smooth = (share: number): number => {
  const clipped = Math.min(1, Math.max(0, share));
  return clipped * clipped * (3 - 2 * clipped);
};

/** How far into an action somebody is: up, held, and down again. */
export interface Motion {
  riseMs: number;
  holdMs: number;
}
export const EVEN_MOTION: Motion = { riseMs: 500, holdMs: 500 };

/** Share of the peak pose, 0–1, so many milliseconds after the action began. */
export function envelope(elapsedMs: number, motion: Motion = EVEN_MOTION): number {
  if (elapsedMs <= 0) return 0;
  if (elapsedMs < motion.riseMs) return smooth(elapsedMs / motion.riseMs);
  const after = elapsedMs - motion.riseMs - motion.holdMs;
  return after <= 0 ? 1 : smooth(1 - after / Math.max(1, motion.riseMs));
}
