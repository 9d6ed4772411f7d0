import type { FrameFacts } from './frame.ts';
import type { FaceMetrics } from './landmarks.ts';
import { neutralOf, type LivenessPrompt, type PromptShown } from './liveness.ts';
import { matchFrameFault } from './quality.ts';
import type { QualityThresholds } from './thresholds.ts';

/** One frame as it is sent: its time in the burst and the prompt that was on the screen. */
export interface FrameMark {
  atMs: number;
  /** Null before the first prompt: the neutral face. */
  action: LivenessPrompt | null;
}

/**
 * The prompts of a burst with the moment each began: its first frame's time. `spokenUntilMs`, one
 * burst time per prompt, tells where the voice ended; without it the clock starts at the painting.
 */
export function promptsShown(
  marks: readonly FrameMark[],
  spokenUntilMs: readonly number[] = [],
): PromptShown[] {
  const shown: PromptShown[] = [];
  for (const mark of marks) {
    if (mark.action === null || shown.at(-1)?.prompt === mark.action) continue;
    const spoken = spokenUntilMs[shown.length];
    shown.push({ prompt: mark.action, shownAtMs: mark.atMs, spokenUntilMs: spoken });
  }
  return shown;
}

/** True when the burst shows exactly the prompts that were asked, in their order. */
export function showsPrompts(
  marks: readonly FrameMark[],
  asked: readonly LivenessPrompt[],
): boolean {
  const shown = promptsShown(marks).map((one) => one.prompt);
  return shown.length === asked.length && shown.every((prompt, index) => prompt === asked[index]);
}

/** How far an acted pose is from the neutral one; 1 is about one action's worth of any metric. */
function awayFrom(neutral: FaceMetrics, current: FaceMetrics): number {
  return (
    Math.abs(current.mouth - neutral.mouth) / 0.15 +
    Math.abs(current.yaw - neutral.yaw) / 0.13 +
    Math.abs(current.pitch - neutral.pitch) / 0.05
  );
}

/**
 * Positions of at most `limit` frames that are compared with the portrait: those that pass the
 * gate, one from each equal slice of the burst, the calmest of its slice. Spread over the whole
 * burst, so that nobody can act with one face and show another.
 */
export function pickMatchFrames(
  frames: readonly FrameFacts[],
  limit: number,
  bounds: QualityThresholds,
): number[] {
  const usable = frames.flatMap((frame, index) => {
    const metrics = frame.faces[0]?.metrics;
    return metrics && matchFrameFault(frame, bounds) === null ? [{ index, metrics }] : [];
  });
  if (usable.length <= limit) return usable.map((one) => one.index);
  const neutral = neutralOf(usable.slice(0, 3).map((one) => one.metrics));
  return Array.from({ length: limit }, (_, slice) => {
    const from = Math.floor((slice * usable.length) / limit);
    const to = Math.floor(((slice + 1) * usable.length) / limit);
    const calmest = usable
      .slice(from, to)
      .sort((a, b) => awayFrom(neutral, a.metrics) - awayFrom(neutral, b.metrics))[0];
    return calmest?.index ?? 0;
  });
}

/** A frame the browser holds, with how much the face had moved when it was taken. */
export interface HeldFrame extends FrameMark {
  /** Progress of the running action as the browser saw it; 0 when it saw none. */
  progress: number;
}

/** The part of the frames that is spread evenly; the rest goes where the page saw movement. */
const SPREAD_SHARE = 0.65;

/** Positions of `count` frames spread evenly in time from the first prompt to the end. */
function spreadOver(frames: readonly HeldFrame[], count: number): number[] {
  const from = frames.findIndex((frame) => frame.action !== null);
  const at = (index: number): number => frames[index]?.atMs ?? 0;
  const span = at(frames.length - 1) - at(from);
  const within = frames.map((_, index) => index).slice(from);
  return Array.from({ length: count }, (_, n) => {
    const wanted = at(from) + (span * (n + 1)) / (count + 1);
    const off = (index: number): number => Math.abs(at(index) - wanted);
    return within.reduce((best, index) => (off(index) < off(best) ? index : best), from);
  });
}

/**
 * Positions of at most `limit` frames worth sending. Without any prompt they are spread evenly. Kept
 * always: first and last frame, and the first of each prompt (its time starts the clock). Then no
 * hole inside the prompts stays long: what the page measures lags behind its pictures, so movement
 * alone is no guide. The rest by how much the face moves next to them.
 */
export function thinBurst(frames: readonly HeldFrame[], limit: number): number[] {
  const all = frames.map((_, index) => index);
  if (frames.length <= limit) return all;
  if (frames.every((frame) => frame.action === null)) {
    return Array.from({ length: limit }, (_, slot) =>
      Math.round((slot * (frames.length - 1)) / Math.max(1, limit - 1)),
    );
  }
  const kept = new Set<number>([0, 1, 2, frames.length - 1]);
  all.forEach((index) => {
    if (index > 0 && frames[index]?.action !== frames[index - 1]?.action) kept.add(index);
  });
  const spread = Math.max(0, Math.floor(limit * SPREAD_SHARE) - kept.size);
  for (const index of spreadOver(frames, spread)) kept.add(index);
  const weight = (index: number): number => {
    const own = frames[index]?.progress ?? 0;
    const before = frames[index - 1]?.progress ?? own;
    const after = frames[index + 1]?.progress ?? own;
    // An even base keeps frames without any measured movement spread over the burst.
    return Math.abs(own - before) + Math.abs(after - own) + ((index * 7) % 11) / 1000;
  };
  const rest = all.filter((index) => !kept.has(index)).sort((a, b) => weight(b) - weight(a));
  for (const index of rest) {
    if (kept.size >= limit) break;
    kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}
