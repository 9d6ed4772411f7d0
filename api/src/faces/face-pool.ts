import {
  judgeFaceCheck,
  ok,
  pickMatchFrames,
  portraitFault,
  promptsShown,
  refuse,
  showsPrompts,
  thresholdsFor,
  type FaceCheckVerdict,
  type FaceThresholds,
  type FrameDistances,
  type FrameFacts,
  type FrameFault,
  type LivenessPrompt,
  type Result,
} from '@xuzheng/engine';
import { describePhoto, type DescribedPhoto } from './describe-photo.ts';
import { embedFrame, embedLargest, modelFor } from './embed-frame.ts';
import { measureBurst, measureClosely } from './measure-frames.ts';
import { distanceBetween, sameModel, spreadOf, type FaceTemplate } from './template.ts';
import type { PoolModel } from './jobs.ts';
import type { ThreadPool, ThreadPoolStatus } from './thread-pool.ts';

/** Frames of a burst that are compared with the portrait. */
const JUDGED_AT_MOST = 5;

/** One frame of a burst: JPEG bytes, its time, and the prompt then on the screen. */
export interface BurstFrame {
  bytes: Uint8Array;
  atMs: number;
  action: LivenessPrompt | null;
}

/** Whom a picture is compared with. */
export interface Likeness {
  portrait: FaceTemplate;
  /** Entry frame of the running session. */
  entry?: FaceTemplate | undefined;
  /** Portraits of other enrolled people; ten and more make the cohort margin. */
  cohort?: readonly FaceTemplate[];
  earlierOtherFaces?: number;
}

export interface BurstInput extends Likeness {
  /** What the challenge asked, in order; empty for a recheck. */
  actions: readonly LivenessPrompt[];
  frames: readonly BurstFrame[];
  /** Burst time at which each spoken prompt ended, one per action; absent when muted. */
  spokenUntilMs?: readonly number[];
  /** Milliseconds since the challenge was issued, by the server's clock. */
  withinMs: number;
  thresholds: FaceThresholds;
}

export interface SnapshotInput extends Likeness {
  bytes: Uint8Array;
  thresholds: FaceThresholds;
}

/** A decision with the facts it rests on; nothing here is ever shown to a learner but the fault. */
export interface BurstJudgement {
  verdict: FaceCheckVerdict;
  frames: readonly FrameFacts[];
  /** Positions of the frames that were compared: the ones worth keeping as evidence. */
  judgedFrames: readonly number[];
  /** SHA-256 of every frame, in their order: the caller refuses bytes it has seen before. */
  digests: readonly string[];
  /** Of the best judged frame: becomes the session's entry frame when matched. */
  entry: FaceTemplate | null;
  model: PoolModel;
}

export interface SnapshotJudgement {
  verdict: FaceCheckVerdict;
  frame: FrameFacts;
  digest: string;
  /** Signed 64-bit decimal. */
  perceptualHash: string;
  /** The face itself, when it could be compared. */
  face: FaceTemplate | null;
  model: PoolModel;
}

/** An uploaded portrait: fit when `fault` is null, and then with its template. */
export interface PortraitJudgement {
  fault: FrameFault | null;
  frame: FrameFacts;
  sharpness: number | null;
  template: FaceTemplate | null;
  model: PoolModel;
}

/**
 * The faces of this process. Refusals of every call: `face/unavailable` when the pool cannot
 * answer, which is a fault of the system and never held against a learner; and for unreadable
 * pictures `face/framesInvalid` (bursts, snapshots) or those of the picture (portraits).
 */
export interface FacePool {
  judgeBurst(input: BurstInput): Promise<Result<BurstJudgement>>;
  judgeSnapshot(input: SnapshotInput): Promise<Result<SnapshotJudgement>>;
  judgePortrait(bytes: Uint8Array, thresholds: FaceThresholds): Promise<Result<PortraitJudgement>>;
  /** Template of the largest face of a picture; `profile/portraitUnfit` when there is none. */
  embed(bytes: Uint8Array): Promise<Result<FaceTemplate>>;
  /** The main face of any photo, for measuring on sets of photos: small and tight ones too. */
  describe(bytes: Uint8Array): Promise<Result<DescribedPhoto>>;
  /** The network that describes faces here; known without any thread. */
  network(): PoolModel;
  /** Resolves when the first thread is warm; false when none came up in time. */
  ready(): Promise<boolean>;
  status(): ThreadPoolStatus;
  close(): Promise<void>;
}

const PICTURE_CODES = new Set(['profile/pictureInvalid', 'profile/pictureTooLarge']);

/** A camera frame that cannot be read is a broken burst, not a broken profile picture. */
function asFrameRefusal<T>(result: Result<T>): Result<T> {
  if (result.ok || !PICTURE_CODES.has(result.refusal.code)) return result;
  return refuse('face/framesInvalid', { why: 'unreadable' });
}

/** Time that frames may claim beyond the clock of the server: it covers their own upload. */
const CLOCK_SLACK_MS = 500;

function burstRefusal(input: BurstInput): Result<void> {
  const { frames, thresholds, actions } = input;
  const invalid = (why: string) => refuse('face/framesInvalid', { why });
  const least = actions.length > 0 ? thresholds.liveness.framesAtLeast : 1;
  if (frames.length < least) return invalid('tooFew');
  if (frames.length > thresholds.liveness.framesAtMost) return invalid('tooMany');
  const timesFit = frames.every(
    (frame, index) =>
      Number.isFinite(frame.atMs) &&
      frame.atMs >= (frames[index - 1]?.atMs ?? 0) &&
      frame.atMs <= input.withinMs + CLOCK_SLACK_MS,
  );
  if (!timesFit) return invalid('times');
  return showsPrompts(frames, actions) ? ok(undefined) : invalid('prompts');
}

const distance = (one: FaceTemplate, other: FaceTemplate): number =>
  distanceBetween(one.vector, other.vector);

/** The templates of others that may be compared with this learner's. */
const cohortOf = (likeness: Likeness): readonly FaceTemplate[] =>
  (likeness.cohort ?? []).filter((other) => sameModel(other, likeness.portrait));

/** Distances of the judged frames, and how near the others are to the portrait itself. */
function measuredDistances(templates: readonly FaceTemplate[], likeness: Likeness) {
  const { portrait, entry } = likeness;
  const cohort = cohortOf(likeness);
  // An entry frame from before the network was changed says nothing about this picture.
  const comparable = entry && sameModel(entry, portrait) ? entry : undefined;
  return {
    portraitOthers: cohort.map((other) => distance(portrait, other)),
    distances: templates.map((template): FrameDistances => ({
      portrait: distance(template, portrait),
      ...(comparable ? { entry: distance(template, comparable) } : {}),
      others: cohort.map((other) => distance(template, other)),
    })),
  };
}

async function judgeBurst(pool: ThreadPool, input: BurstInput): Promise<Result<BurstJudgement>> {
  const wellFormed = burstRefusal(input);
  if (!wellFormed.ok) return wellFormed;
  const known = await modelFor(pool, input.portrait);
  if (!known.ok) return known;
  const model = known.value;
  const measured = asFrameRefusal(await measureBurst(pool, input.frames, input.thresholds.quality));
  if (!measured.ok) return measured;
  const frames = measured.value;
  const picked = pickMatchFrames(frames, JUDGED_AT_MOST, input.thresholds.quality);
  const embedded = await Promise.all(
    picked.map((at) => embedFrame(pool, model, input.frames[at]!.bytes, frames[at]!)),
  );
  const templates: FaceTemplate[] = [];
  for (const one of embedded) {
    if (!one.ok) return asFrameRefusal(one);
    templates.push(one.value);
  }
  const compared = measuredDistances(templates, input);
  const verdict = judgeFaceCheck(
    { frames, ...compared, withinBurst: spreadOf(templates) },
    {
      prompts: promptsShown(input.frames, input.spokenUntilMs),
      earlierOtherFaces: input.earlierOtherFaces ?? 0,
    },
    thresholdsFor(input.thresholds, model.descriptor),
  );
  const toPortrait = compared.distances.map((one) => one.portrait);
  return ok({
    verdict,
    frames,
    judgedFrames: picked,
    digests: frames.map((frame) => frame.digest),
    entry: templates[toPortrait.indexOf(Math.min(...toPortrait))] ?? null,
    model,
  });
}

async function judgeSnapshot(
  pool: ThreadPool,
  input: SnapshotInput,
): Promise<Result<SnapshotJudgement>> {
  const known = await modelFor(pool, input.portrait);
  if (!known.ok) return known;
  const model = known.value;
  const measured = asFrameRefusal(await measureClosely(pool, input.bytes));
  if (!measured.ok) return measured;
  const { frame, perceptualHash } = measured.value;
  const templates: FaceTemplate[] = [];
  if (pickMatchFrames([frame], 1, input.thresholds.quality).length === 1) {
    const template = await embedFrame(pool, model, input.bytes, frame);
    if (!template.ok) return asFrameRefusal(template);
    templates.push(template.value);
  }
  const verdict = judgeFaceCheck(
    { frames: [frame], ...measuredDistances(templates, input), withinBurst: 0 },
    { prompts: [], earlierOtherFaces: input.earlierOtherFaces ?? 0 },
    thresholdsFor(input.thresholds, model.descriptor),
  );
  const { digest } = frame;
  return ok({
    verdict,
    frame,
    digest,
    perceptualHash: perceptualHash ?? '0',
    face: templates[0] ?? null,
    model,
  });
}

async function judgePortrait(
  pool: ThreadPool,
  bytes: Uint8Array,
  thresholds: FaceThresholds,
): Promise<Result<PortraitJudgement>> {
  const model = await pool.model();
  if (!model) return refuse('face/unavailable', { why: 'starting' });
  const measured = await measureClosely(pool, bytes);
  if (!measured.ok) return measured;
  const { frame, sharpness } = measured.value;
  const fault = portraitFault(frame, sharpness ?? 0, thresholds.quality);
  if (fault) return ok({ fault, frame, sharpness, template: null, model });
  const template = await embedFrame(pool, model, bytes, frame);
  if (!template.ok) return template;
  return ok({ fault: null, frame, sharpness, template: template.value, model });
}

/** The pool's calls on top of its threads. */
export function facePoolOn(pool: ThreadPool, network: () => PoolModel): FacePool {
  return {
    judgeBurst: (input) => judgeBurst(pool, input),
    judgeSnapshot: (input) => judgeSnapshot(pool, input),
    judgePortrait: (bytes, thresholds) => judgePortrait(pool, bytes, thresholds),
    embed: (bytes) => embedLargest(pool, bytes),
    describe: (bytes) => describePhoto(pool, bytes),
    network,
    ready: async () => (await pool.model()) !== null,
    status: () => pool.status(),
    close: () => pool.close(),
  };
}
