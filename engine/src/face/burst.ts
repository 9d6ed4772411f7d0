import type { FrameFacts } from './frame.ts';
import type { FaceMetrics } from './landmarks.ts';
import { neutralOf, progressOf, type LivenessPrompt, type PromptShown } from './liveness.ts';
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

/** A frame the browser holds, with how far the running action had gone in it, as the page saw it. */
export interface HeldFrame extends FrameMark {
  /** In any unit: only the shares of an action's own largest progress are used. 0 when unknown. */
  progress: number;
}

/** The page's own measure of one picture, and the burst time at which that picture was taken. */
export interface Look {
  atMs: number;
  metrics: FaceMetrics;
}

/** The calm face of the looks before the first prompt; null where there is none to compare with. */
export function calmFaceOf(looks: readonly Look[], firstShownAtMs: number): FaceMetrics | null {
  const calm = looks.filter((look) => look.atMs < firstShownAtMs);
  return calm.length === 0 ? null : neutralOf(calm.map((look) => look.metrics));
}

/**
 * How far the running action had gone in each frame: between the looks before and after it, evenly. A
 * look takes up to half a second, so what was known when a frame was taken belongs to an earlier one.
 */
export function progressInFrames(marks: readonly FrameMark[], looks: readonly Look[]): number[] {
  const neutral = calmFaceOf(looks, promptsShown(marks)[0]?.shownAtMs ?? Infinity);
  if (neutral === null) return marks.map(() => 0);
  return marks.map(({ atMs, action }) => {
    if (action === null) return 0;
    const after = looks.find((look) => look.atMs >= atMs) ?? looks.at(-1);
    const before = looks.findLast((look) => look.atMs <= atMs) ?? after;
    if (!before || !after) return 0;
    const [from, to] = [before, after].map(({ metrics }) => progressOf(action, neutral, metrics));
    const span = after.atMs - before.atMs;
    const share = span > 0 ? (atMs - before.atMs) / span : 0;
    return (from ?? 0) + share * ((to ?? 0) - (from ?? 0));
  });
}

/** Where each action began and how far it went. */
function climbsOf(frames: readonly HeldFrame[]) {
  const climbs = new Map<LivenessPrompt, { from: number; to: number }>();
  for (const { action, progress } of frames) {
    if (action === null) continue;
    const { from, to } = climbs.get(action) ?? { from: progress, to: progress };
    climbs.set(action, { from, to: Math.max(to, progress) });
  }
  return climbs;
}

/**
 * What lies between the first frame and each: the time since the first prompt, as a share of all of it,
 * and the way up of every action, as a share of all ways up. The way down and trembling add nothing.
 */
function wayTo(frames: readonly HeldFrame[]): number[] {
  const climbs = climbsOf(frames);
  const beganAtMs = frames.find((frame) => frame.action !== null)?.atMs ?? 0;
  const spanMs = Math.max(1, (frames.at(-1)?.atMs ?? 0) - beganAtMs);
  const highest = new Map<LivenessPrompt, number>();
  let climbed = 0;
  return frames.map(({ atMs, action, progress }) => {
    const climb = action === null ? undefined : climbs.get(action);
    if (action !== null && climb !== undefined && climb.to > climb.from) {
      const before = highest.get(action) ?? climb.from;
      highest.set(action, Math.max(before, progress));
      climbed += Math.max(0, progress - before) / (climb.to - climb.from) / climbs.size;
    }
    return Math.max(0, atMs - beganAtMs) / spanMs + climbed;
  });
}

/** The kept frames and one more: the frame nearest to the middle of the widest hole between them. */
function withWidestHoleSplit(kept: readonly number[], way: readonly number[]): number[] {
  const at = (index: number): number => way[index] ?? 0;
  const holes = kept.slice(1).flatMap((to, n) => {
    const from = kept[n] ?? 0;
    return to - from > 1 ? [{ from, to, wide: at(to) - at(from) }] : [];
  });
  const widest = holes.reduce((best, hole) => (hole.wide > best.wide ? hole : best));
  const middle = (at(widest.from) + at(widest.to)) / 2;
  const within = Array.from({ length: widest.to - widest.from - 1 }, (_, n) => widest.from + 1 + n);
  const off = (index: number): number => Math.abs(at(index) - middle);
  const nearest = within.reduce((best, index) => (off(index) < off(best) ? index : best));
  return [...kept, nearest].sort((a, b) => a - b);
}

/**
 * Positions of at most `limit` frames worth sending. Without any prompt they are spread evenly. Kept
 * always: the first three and the last, and the first of each prompt (its time starts the clock). The
 * rest leaves no wide hole, neither in time nor in any action's way up: one that is small in its own
 * unit needs as many frames as a large one.
 */
export function thinBurst(frames: readonly HeldFrame[], limit: number): number[] {
  if (frames.length <= limit) return frames.map((_, index) => index);
  if (frames.every((frame) => frame.action === null)) {
    return Array.from({ length: limit }, (_, slot) =>
      Math.round((slot * (frames.length - 1)) / Math.max(1, limit - 1)),
    );
  }
  const always = new Set([0, 1, 2, frames.length - 1]);
  frames.forEach((frame, index) => {
    if (index > 0 && frame.action !== frames[index - 1]?.action) always.add(index);
  });
  const way = wayTo(frames);
  let kept = [...always].sort((a, b) => a - b);
  while (kept.length < limit) kept = withWidestHoleSplit(kept, way);
  return kept;
}
