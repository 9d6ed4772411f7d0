import type { FaceFacts, FrameFacts } from './frame.ts';
import { movementBetween, type FaceMetrics } from './landmarks.ts';
import { medianOf } from './match.ts';
import { riseOf, speedFault } from './rise.ts';
import type { LivenessThresholds } from './thresholds.ts';

/**
 * Actions a learner may be asked for. Left and right are the learner's own.
 * No blink: the 68 landmarks do not see it.
 */
export const LIVENESS_PROMPTS = ['openMouth', 'turnLeft', 'turnRight', 'nod'] as const;
export type LivenessPrompt = (typeof LIVENESS_PROMPTS)[number];

/** One prompt of a burst: what was asked, and when its 3 seconds began. */
export interface PromptShown {
  prompt: LivenessPrompt;
  /** Burst time at which the prompt was painted; from here on the face may move. */
  shownAtMs: number;
  /** Burst time at the end of the spoken prompt, where there was one: the 3 seconds begin here. */
  spokenUntilMs?: number | undefined;
}

/** Where the time of a prompt begins: no speech is longer than the bound, whatever is claimed. */
export function clockStartsAtMs(shown: PromptShown, bounds: LivenessThresholds): number {
  const speechMs = (shown.spokenUntilMs ?? shown.shownAtMs) - shown.shownAtMs;
  return shown.shownAtMs + Math.min(bounds.speechAtMostMs, Math.max(0, speechMs));
}

export const LIVENESS_FAULTS = [
  'tooFewFrames',
  'timesDisordered',
  'faceLost',
  'still',
  'actionNotSeen',
  'wrongAction',
  'tooSlow',
  'jump',
  'framesApart',
] as const;
export type LivenessFault = (typeof LIVENESS_FAULTS)[number];

/** What was seen of one prompt. */
export interface ActionVerdict {
  prompt: LivenessPrompt;
  fault: LivenessFault | null;
  /** Largest departure from the neutral face, in the metric's own unit. */
  peak: number;
  /** From the prompt to the end of the way up. */
  doneAfterMs: number | null;
  /** From 15 % to 85 % of the peak, at the speed of the way up. */
  riseMs: number | null;
  /** Largest step between two frames on the way up, as a share of the peak. */
  largestStep: number | null;
}

export interface LivenessVerdict {
  fault: LivenessFault | null;
  actions: readonly ActionVerdict[];
  /** Largest movement between two neighbouring frames, in eye distances. */
  motion: number;
}

interface Sample {
  atMs: number;
  face: FaceFacts;
}
interface Measure {
  metric: 'mouth' | 'yaw' | 'pitch';
  sign: 1 | -1;
}

// The picture is not mirrored: turning to one's own left moves the nose to the picture's right.
const MEASURES: Record<LivenessPrompt, Measure> = {
  openMouth: { metric: 'mouth', sign: 1 },
  turnLeft: { metric: 'yaw', sign: 1 },
  turnRight: { metric: 'yaw', sign: -1 },
  nod: { metric: 'pitch', sign: 1 },
};

/** How far the metric must move for this prompt. */
export function neededFor(prompt: LivenessPrompt, bounds: LivenessThresholds): number {
  const needed = {
    mouth: bounds.mouthAtLeast,
    yaw: bounds.yawAtLeast,
    pitch: bounds.pitchAtLeast,
  };
  return needed[MEASURES[prompt].metric];
}

/** How far a face has gone in the asked direction, from the neutral one; the browser's hint too. */
export function progressOf(
  prompt: LivenessPrompt,
  neutral: FaceMetrics,
  current: FaceMetrics,
): number {
  const { metric, sign } = MEASURES[prompt];
  return (current[metric] - neutral[metric]) * sign;
}

const emptyMetrics: FaceMetrics = { mouth: 0, yaw: 0, pitch: 0, rollDegrees: 0, eyeDistancePx: 0 };

/** The median face of some frames: the learner's own neutral. */
export function neutralOf(metrics: readonly FaceMetrics[]): FaceMetrics {
  const median = (key: keyof FaceMetrics) => medianOf(metrics.map((one) => one[key])) ?? 0;
  return {
    ...emptyMetrics,
    mouth: median('mouth'),
    yaw: median('yaw'),
    pitch: median('pitch'),
    rollDegrees: median('rollDegrees'),
    eyeDistancePx: median('eyeDistancePx'),
  };
}

/** The learner's calm face, and the frames of it. */
interface Calm {
  neutral: FaceMetrics;
  /** Without the frame of the first prompt: a quick learner moves in it already. */
  metrics: readonly FaceMetrics[];
}

function calmUntil(firstShownAtMs: number, samples: readonly Sample[]): Calm {
  const metricsOf = (some: readonly Sample[]) => some.map((sample) => sample.face.metrics);
  const neutral = neutralOf(metricsOf(samples.filter((one) => one.atMs <= firstShownAtMs)));
  return { neutral, metrics: metricsOf(samples.filter((one) => one.atMs < firstShownAtMs)) };
}

const samplesOf = (frames: readonly FrameFacts[]): Sample[] =>
  frames.flatMap((frame) => {
    const face = frame.faces[0];
    return face ? [{ atMs: frame.atMs, face }] : [];
  });

/** Equal bytes are one picture, however often they were sent. */
function withoutRepeats(frames: readonly FrameFacts[]): FrameFacts[] {
  const seen = new Set<string>();
  return frames.filter((frame) => !seen.has(frame.digest) && Boolean(seen.add(frame.digest)));
}

function motionOf(samples: readonly Sample[]): number {
  let motion = 0;
  for (let index = 1; index < samples.length; index += 1) {
    const before = samples[index - 1];
    const after = samples[index];
    if (!before || !after) continue;
    motion = Math.max(motion, movementBetween(before.face.landmarks, after.face.landmarks));
  }
  return motion;
}

function otherActionSeen(
  prompt: LivenessPrompt,
  samples: readonly Sample[],
  neutral: FaceMetrics,
  bounds: LivenessThresholds,
): boolean {
  return LIVENESS_PROMPTS.filter((other) => other !== prompt).some((other) =>
    samples.some(
      (sample) => progressOf(other, neutral, sample.face.metrics) >= neededFor(other, bounds),
    ),
  );
}

/** How far the calm face trembled in the metric of this prompt, in its unit. */
function tremorOf(prompt: LivenessPrompt, calm: Calm): number {
  return Math.max(
    0,
    ...calm.metrics.map((metrics) => Math.abs(progressOf(prompt, calm.neutral, metrics))),
  );
}

function judgeAction(
  shown: PromptShown,
  { samples, sentAtMs }: { samples: readonly Sample[]; sentAtMs: readonly number[] },
  calm: Calm,
  bounds: LivenessThresholds,
): ActionVerdict {
  const { neutral } = calm;
  const unseen = { prompt: shown.prompt, doneAfterMs: null, riseMs: null, largestStep: null };
  if (samples.length < 3) return { ...unseen, fault: 'tooFewFrames', peak: 0 };
  const rises = samples.map((sample) => ({
    atMs: sample.atMs,
    value: progressOf(shown.prompt, neutral, sample.face.metrics),
  }));
  const peak = Math.max(...rises.map((rise) => rise.value));
  if (peak < neededFor(shown.prompt, bounds)) {
    const other = otherActionSeen(shown.prompt, samples, neutral, bounds);
    return { ...unseen, fault: other ? 'wrongAction' : 'actionNotSeen', peak };
  }
  const rise = riseOf(rises, peak, tremorOf(shown.prompt, calm));
  return {
    prompt: shown.prompt,
    fault: speedFault(rise, { clockAtMs: clockStartsAtMs(shown, bounds), sentAtMs }, bounds),
    peak,
    doneAfterMs: rise.doneAtMs - shown.shownAtMs,
    riseMs: rise.riseMs,
    largestStep: rise.largestStep,
  };
}

const isOrdered = (times: readonly number[]): boolean =>
  times.every((time, index) => Number.isFinite(time) && time >= (times[index - 1] ?? 0));

function burstFault(
  frames: readonly FrameFacts[],
  prompts: readonly PromptShown[],
  motion: number,
  bounds: LivenessThresholds,
): LivenessFault | null {
  const ordered =
    isOrdered(frames.map((frame) => frame.atMs)) && isOrdered(prompts.map((one) => one.shownAtMs));
  if (!ordered) return 'timesDisordered';
  const faces = samplesOf(frames);
  if (faces.length > 0 && motion < bounds.motionAtLeast) return 'still';
  if (frames.length < bounds.framesAtLeast) return 'tooFewFrames';
  if (faces.length < frames.length * bounds.faceShareAtLeast) return 'faceLost';
  const firstShownAtMs = prompts[0]?.shownAtMs ?? 0;
  const neutral = faces.filter((sample) => sample.atMs <= firstShownAtMs);
  return neutral.length < bounds.neutralFramesAtLeast ? 'tooFewFrames' : null;
}

/** The first fault; a slow device explains nothing but itself. */
function worstOf(actions: readonly ActionVerdict[]): LivenessFault | null {
  const faults = actions.flatMap(({ fault }) => fault ?? []);
  return faults.find((fault) => fault !== 'framesApart') ?? faults[0] ?? null;
}

/**
 * Did a living face do what was asked, in order, each within 3 s of its prompt and at even speed?
 * `frames` in order of time; those before the first prompt are the learner's neutral face.
 * Times are relative and the client's own: the caller bounds the whole burst by the wall clock.
 * One photo warped into a video passes this; people and the random pair of actions stand behind it.
 */
export function judgeLiveness(
  frames: readonly FrameFacts[],
  prompts: readonly PromptShown[],
  bounds: LivenessThresholds,
): LivenessVerdict {
  const distinct = withoutRepeats(frames);
  const samples = samplesOf(distinct);
  const motion = motionOf(samples);
  const fault = burstFault(distinct, prompts, motion, bounds);
  if (fault) return { fault, actions: [], motion };
  const firstShownAtMs = prompts[0]?.shownAtMs ?? 0;
  const calm = calmUntil(firstShownAtMs, samples);
  const sentAtMs = frames.map((frame) => frame.atMs);
  const actions = prompts.map((shown, index) => {
    const untilMs = prompts[index + 1]?.shownAtMs ?? Infinity;
    const own = samples.filter((one) => one.atMs >= shown.shownAtMs && one.atMs < untilMs);
    return judgeAction(shown, { samples: own, sentAtMs }, calm, bounds);
  });
  return { fault: worstOf(actions), actions, motion };
}
