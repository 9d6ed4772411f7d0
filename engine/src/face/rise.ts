import type { LivenessThresholds } from './thresholds.ts';

/** How far an action had gone at a time, in the unit of its metric. */
export interface Reached {
  atMs: number;
  value: number;
}

/** What the metric did between two frames with a face, as a share of the peak. */
interface Step {
  share: number;
  fromMs: number;
  toMs: number;
}

/** The way up of an action. */
export interface Rise {
  doneAtMs: number;
  riseMs: number;
  steps: readonly Step[];
  largestStep: number;
}

/** What the speed of an action can be at fault for. */
export type SpeedFault = 'tooSlow' | 'jump' | 'framesApart';

const ONSET_SHARE = 0.15;
const ONSET_SHARE_AT_MOST = 0.3;
const DONE_SHARE = 0.7;
/** The share of the way up whose time is bounded by the thresholds: from 15 % to 85 % of the peak. */
const TIMED_SHARE = 0.7;

/**
 * The way up: from the last frame at or under 15 % of the peak, to the first at or over 70 %: an action
 * is held, and which of its many frames is the highest is chance. A calm face whose landmarks tremble
 * (`tremor`, in the metric's unit) seems to move before it does: its way up begins at 30 % at the most.
 * `riseMs` is the time from 15 % to 85 % at the speed of that part.
 */
export function riseOf(reached: readonly Reached[], peak: number, tremor: number): Rise {
  const edge = Math.min(ONSET_SHARE_AT_MOST * peak, Math.max(ONSET_SHARE * peak, tremor));
  const done = reached.findIndex((one) => one.value >= DONE_SHARE * peak);
  let onset = done;
  while (onset > 0 && (reached[onset]?.value ?? 0) > edge) onset -= 1;
  const steps: Step[] = [];
  for (let index = onset + 1; index <= done; index += 1) {
    const before = reached[index - 1];
    const after = reached[index];
    if (!before || !after) continue;
    const share = (after.value - before.value) / peak;
    steps.push({ share, fromMs: before.atMs, toMs: after.atMs });
  }
  const doneAtMs = reached[done]?.atMs ?? 0;
  const timedMs = doneAtMs - (reached[onset]?.atMs ?? 0);
  const riseMs = Math.round((timedMs * TIMED_SHARE) / (DONE_SHARE - edge / peak));
  return { doneAtMs, riseMs, steps, largestStep: Math.max(0, ...steps.map((one) => one.share)) };
}

/** The longest time inside the step from which nothing at all was sent. */
function gapWithin({ fromMs, toMs }: Step, sentAtMs: readonly number[]): number {
  const times = sentAtMs.filter((atMs) => atMs >= fromMs && atMs <= toMs);
  return Math.max(0, ...times.map((atMs, index) => atMs - (times[index - 1] ?? atMs)));
}

/**
 * Would an even movement, no faster than allowed, look the same across a hole so wide? Then the frames
 * are too far apart to tell it from a jump. A repeated frame, or one without a face, is no hole: it was
 * sent, and the device was not slow.
 */
function hidesSpeed(
  step: Step,
  sentAtMs: readonly number[],
  { largestStepShare, riseAtLeastMs, gapAtMostMs }: LivenessThresholds,
): boolean {
  const quickestMs = (step.share / largestStepShare) * riseAtLeastMs;
  return gapWithin(step, sentAtMs) > Math.min(gapAtMostMs, quickestMs);
}

/** Was the way up done in time, neither too slowly nor at one stroke? `clockAtMs` begins its 3 seconds. */
export function speedFault(
  rise: Rise,
  { clockAtMs, sentAtMs }: { clockAtMs: number; sentAtMs: readonly number[] },
  bounds: LivenessThresholds,
): SpeedFault | null {
  if (rise.doneAtMs - clockAtMs > bounds.withinMs) return 'tooSlow';
  if (rise.riseMs > bounds.riseAtMostMs) return 'tooSlow';
  const sudden = rise.steps.filter((step) => step.share > bounds.largestStepShare);
  if (sudden.length === 0) return rise.riseMs < bounds.riseAtLeastMs ? 'jump' : null;
  return sudden.every((step) => hidesSpeed(step, sentAtMs, bounds)) ? 'framesApart' : 'jump';
}
