import {
  HANDBOOK_FACE_THRESHOLDS,
  type FaceMetrics,
  type QualityThresholds,
} from '@xuzheng/engine';
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { faceFinder, type FaceFinder } from './face-finder.ts';
import { canvasLuma, drawVideo, newCanvas } from './frame.ts';
import { guideHint, type GuideHint, type GuideView } from './guide-hint.ts';

/** `unavailable`: the models did not load. Checks still work, without hints. */
export type GuideStatus = 'off' | 'loading' | 'on' | 'unavailable';

export interface FaceGuide {
  status: Ref<GuideStatus>;
  hint: Ref<GuideHint>;
  /** True when the hint has been `good` for half a second. */
  steady: Ref<boolean>;
  /** Mean brightness of the face, 0–255, for the light meter; null before the first picture. */
  luma: Ref<number | null>;
  /** The face in shares of the picture, 0–1, not mirrored; null without one. */
  faceBox: ShallowRef<{ x: number; y: number; width: number; height: number } | null>;
  /** Pose of the largest face, for the burst. */
  metrics: ShallowRef<FaceMetrics | null>;
  /** When the picture behind `metrics` was taken, by `performance.now()`; a look at it takes its time. */
  pictureAtMs: Ref<number>;
  framesPerSecond: Ref<number>;
  /** Set while a burst is taken: it follows the movement, so every look counts. */
  eager: Ref<boolean>;
  start(video: HTMLVideoElement): Promise<void>;
  stop(): void;
}

const VIEW_WIDTH = 320;
const VIEW_HEIGHT = 240;
const STEADY_MS = 500;
/** At most ten views a second: more helps nobody and drains a phone. */
const PAUSE_AT_LEAST_MS = 40;
/** Hints about light and framing may rest three times as long as a look takes. */
const CALM_PAUSE = 3;

interface GuideRefs extends Omit<FaceGuide, 'start' | 'stop'> {
  goodSinceMs: number | null;
}

function show(
  refs: GuideRefs,
  view: GuideView,
  bounds: QualityThresholds,
  { pictureAtMs, nowMs }: { pictureAtMs: number; nowMs: number },
): void {
  const face = view.faces[0];
  const hint = guideHint(view, bounds);
  const sinceLastMs = pictureAtMs - refs.pictureAtMs.value;
  refs.framesPerSecond.value = sinceLastMs > 0 ? 1000 / sinceLastMs : 0;
  // Before the metrics: whoever hears of them asks for their time.
  refs.pictureAtMs.value = pictureAtMs;
  refs.goodSinceMs = hint === 'good' ? (refs.goodSinceMs ?? nowMs) : null;
  refs.steady.value = refs.goodSinceMs !== null && nowMs - refs.goodSinceMs >= STEADY_MS;
  refs.hint.value = hint;
  refs.luma.value = view.luma;
  refs.metrics.value = face?.metrics ?? null;
  refs.faceBox.value = face
    ? {
        x: face.box.x / view.width,
        y: face.box.y / view.height,
        width: face.box.width / view.width,
        height: face.box.height / view.height,
      }
    : null;
}

async function lookOnce(
  finder: FaceFinder,
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
): Promise<GuideView | null> {
  if (!drawVideo(video, canvas)) return null;
  const faces = await finder(canvas);
  const luma = canvasLuma(canvas, faces[0]?.box);
  return { width: canvas.width, height: canvas.height, faces, luma };
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Looks until `goesOn` says no. */
async function keepLooking(
  refs: GuideRefs,
  finder: FaceFinder,
  video: HTMLVideoElement,
  bounds: QualityThresholds,
  goesOn: () => boolean,
): Promise<void> {
  const canvas = newCanvas(VIEW_WIDTH, VIEW_HEIGHT);
  while (goesOn()) {
    const begunMs = performance.now();
    const view = await lookOnce(finder, video, canvas);
    if (!goesOn()) return;
    const nowMs = performance.now();
    if (view) show(refs, view, bounds, { pictureAtMs: begunMs, nowMs });
    // In a burst as long a pause as the look took: the page and the frames need the other half.
    const share = refs.eager.value ? 1 : CALM_PAUSE;
    await pause(Math.max(PAUSE_AT_LEAST_MS, share * (nowMs - begunMs)));
  }
}

const newRefs = (): GuideRefs => ({
  status: ref<GuideStatus>('off'),
  hint: ref<GuideHint>('noFace'),
  steady: ref(false),
  luma: ref<number | null>(null),
  faceBox: shallowRef(null),
  metrics: shallowRef(null),
  pictureAtMs: ref(0),
  framesPerSecond: ref(0),
  eager: ref(false),
  goodSinceMs: null,
});

/** Framing, light and distance hints for a running camera; stops with its component. */
export function useFaceGuide(
  bounds: QualityThresholds = HANDBOOK_FACE_THRESHOLDS.quality,
): FaceGuide {
  const refs = newRefs();
  let run = 0;

  async function start(video: HTMLVideoElement): Promise<void> {
    run += 1;
    const own = run;
    refs.status.value = 'loading';
    try {
      const finder = await faceFinder();
      if (run !== own) return;
      refs.status.value = 'on';
      void keepLooking(refs, finder, video, bounds, () => run === own).catch(() => {
        if (run === own) refs.status.value = 'unavailable';
      });
    } catch {
      if (run === own) refs.status.value = 'unavailable';
    }
  }
  function stop(): void {
    run += 1;
    refs.status.value = 'off';
    refs.steady.value = false;
    refs.goodSinceMs = null;
  }

  onScopeDispose(stop);
  return { ...refs, start, stop };
}
