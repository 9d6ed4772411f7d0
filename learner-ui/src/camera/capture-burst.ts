import {
  calmFaceOf,
  HANDBOOK_FACE_THRESHOLDS,
  neededFor,
  progressInFrames,
  progressOf,
  thinBurst,
  type FrameMark,
  type LivenessPrompt,
  type LivenessThresholds,
  type Look,
} from '@xuzheng/engine';
import { watch } from 'vue';
import { FRAME_HEIGHT, FRAME_WIDTH, drawVideo, newCanvas, toJpeg } from './frame.ts';
import type { FaceGuide } from './use-face-guide.ts';

/** A frame as it is sent. */
export interface SentFrame {
  blob: Blob;
  atMs: number;
  action: LivenessPrompt | null;
}

export interface Burst {
  frames: SentFrame[];
  /** Burst time at which each spoken prompt ended, one per action. */
  spokenUntilMs: number[];
}

export interface BurstOptions {
  video: HTMLVideoElement;
  /** What the challenge asks, in order; empty for a recheck, which takes a second of frames. */
  actions: readonly LivenessPrompt[];
  perActionMs: number;
  /** Its hints end an action as soon as it is seen; without them each takes its whole time. */
  guide?: Pick<FaceGuide, 'metrics' | 'pictureAtMs' | 'eager'>;
  /** Paints the prompt; null when none runs. Called before its voice and its time begin. */
  onPrompt?: (prompt: LivenessPrompt | null, index: number) => void;
  /** Speaks the prompt and resolves at its end; absent when muted. */
  say?: (prompt: LivenessPrompt) => Promise<void>;
  /** Called when the 3 seconds of a prompt begin, for the ring that empties. */
  onClock?: (prompt: LivenessPrompt, perActionMs: number) => void;
  signal?: AbortSignal;
  bounds?: LivenessThresholds;
}

interface Held extends FrameMark {
  blob: Blob;
}

/** What the guide measured during a burst, and what it made of the running action last. */
function followGuide(guide: BurstOptions['guide'], startedMs: number) {
  const looks: Look[] = [];
  const stop = guide
    ? watch(
        guide.metrics,
        (metrics) => {
          if (metrics) looks.push({ atMs: guide.pictureAtMs.value - startedMs, metrics });
        },
        { flush: 'sync', immediate: true },
      )
    : () => undefined;
  /** In the unit of the action; 0 when there is no face, or was no calm one before the first prompt. */
  const progress = (action: LivenessPrompt, firstShownAtMs: number): number => {
    const metrics = guide?.metrics.value;
    const neutral = calmFaceOf(looks, firstShownAtMs);
    return metrics && neutral ? progressOf(action, neutral, metrics) : 0;
  };
  return { looks, stop, progress };
}

const NEUTRAL_MS = 700;
const RECHECK_MS = 1200;
/** A phone that is busy takes longer to give this many frames of each part; it gets the time. */
const FRAMES_OF_A_PART = 5;
const PATIENCE_MS = 5000;
/** How long an action that was seen goes on, so that its peak is in the burst. */
const HOLD_MS = 350;
/** Time to come back to the neutral pose between two prompts. */
const REST_MS = 400;
const FRAME_EVERY_MS = 90;

const nextTick = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Tells the page, and whoever watches it, which action is asked for now. */
function exposePrompt(prompt: LivenessPrompt | null): void {
  document.documentElement.dataset.livenessPrompt = prompt ?? '';
}

/** Takes frames in the background until stopped; never two of the same picture. */
function startShutter(options: BurstOptions, held: Held[]) {
  const canvas = newCanvas(FRAME_WIDTH, FRAME_HEIGHT);
  const startedMs = performance.now();
  const seen = followGuide(options.guide, startedMs);
  const state = {
    action: null as LivenessPrompt | null,
    running: true,
    lastTime: -1,
    firstShownAtMs: 0,
  };
  const now = () => performance.now() - startedMs;

  async function loop(): Promise<void> {
    while (state.running) {
      const { video } = options;
      if (video.currentTime !== state.lastTime && drawVideo(video, canvas)) {
        state.lastTime = video.currentTime;
        const mark = { atMs: Math.round(now()), action: state.action };
        held.push({ ...mark, blob: await toJpeg(canvas) });
      }
      await nextTick(FRAME_EVERY_MS);
    }
  }
  const framesOf = (action: LivenessPrompt | null) =>
    held.filter((frame) => frame.action === action).length;
  return { state, now, seen, framesOf, done: loop() };
}

type Shutter = ReturnType<typeof startShutter>;

async function until(
  deadlineMs: number,
  shutter: Shutter,
  options: BurstOptions,
  isDone: () => boolean = () => false,
): Promise<void> {
  while (shutter.now() < deadlineMs && !isDone()) {
    options.signal?.throwIfAborted();
    await nextTick(30);
  }
}

/** Asks for one action and waits until it is seen or its time is over; returns the voice's end. */
async function askFor(
  prompt: LivenessPrompt,
  index: number,
  shutter: Shutter,
  options: BurstOptions,
): Promise<number> {
  const bounds = options.bounds ?? HANDBOOK_FACE_THRESHOLDS.liveness;
  options.onPrompt?.(prompt, index);
  if (shutter.state.action === null) shutter.state.firstShownAtMs = shutter.now();
  shutter.state.action = prompt;
  exposePrompt(prompt);
  await options.say?.(prompt);
  options.signal?.throwIfAborted();
  const spokenUntilMs = Math.round(shutter.now());
  options.onClock?.(prompt, options.perActionMs);
  const needed = neededFor(prompt, bounds) * 1.15;
  let seenAtMs: number | null = null;
  await until(spokenUntilMs + options.perActionMs, shutter, options, () => {
    const progress = shutter.seen.progress(prompt, shutter.state.firstShownAtMs);
    if (seenAtMs === null && progress >= needed) seenAtMs = shutter.now();
    const held = seenAtMs !== null && shutter.now() - seenAtMs >= HOLD_MS;
    return held && shutter.framesOf(prompt) >= FRAMES_OF_A_PART;
  });
  exposePrompt(null);
  options.onPrompt?.(null, index);
  await until(shutter.now() + REST_MS, shutter, options);
  return spokenUntilMs;
}

/**
 * Runs the prompts of a challenge and returns at most 24 frames of 640 × 480 with their relative
 * times, the first of them neutral. Nothing is judged here. Throws the signal's reason when aborted.
 */
export async function captureBurst(options: BurstOptions): Promise<Burst> {
  const held: Held[] = [];
  const spokenUntilMs: number[] = [];
  const shutter = startShutter(options, held);
  if (options.guide) options.guide.eager.value = true;
  try {
    const neutralMs = options.actions.length === 0 ? RECHECK_MS : NEUTRAL_MS;
    await until(neutralMs, shutter, options);
    const enough = () => shutter.framesOf(null) >= FRAMES_OF_A_PART;
    await until(PATIENCE_MS, shutter, options, enough);
    for (const [index, prompt] of options.actions.entries()) {
      spokenUntilMs.push(await askFor(prompt, index, shutter, options));
    }
  } finally {
    shutter.state.running = false;
    shutter.seen.stop();
    if (options.guide) options.guide.eager.value = false;
    exposePrompt(null);
    await shutter.done;
  }
  const { framesAtMost } = options.bounds ?? HANDBOOK_FACE_THRESHOLDS.liveness;
  const limit = options.actions.length === 0 ? 5 : framesAtMost;
  const progress = progressInFrames(held, shutter.seen.looks);
  const followed = held.map((frame, n) => ({ ...frame, progress: progress[n] ?? 0 }));
  const frames = thinBurst(followed, limit).flatMap((position) => {
    const frame = held[position];
    return frame ? [{ blob: frame.blob, atMs: frame.atMs, action: frame.action }] : [];
  });
  return { frames, spokenUntilMs };
}
