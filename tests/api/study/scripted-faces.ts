import {
  ok,
  refuse,
  type FaceCheckVerdict,
  type FaceThresholds,
  type Result,
} from '@xuzheng/engine';
import type { BurstJudgement, FacePool, SnapshotJudgement } from '../../../api/src/faces/index.ts';
import { digestOf } from '../../../api/src/faces/index.ts';

/** Who sits before the camera. The real pool has tests of its own, and one whole run beside this. */
export type Sitter = 'me' | 'other' | 'nobody' | 'unsure';

export const MODEL_OF_TESTS = { modelId: 'scripted', weightsHash: '00' };
const MODEL = { descriptor: 'mobilefacenet', ...MODEL_OF_TESTS } as const;

/** A picture of the tests' camera: a JPEG's first bytes, then who is in it; no two are the same. */
let taken = 0;
export const picture = (sitter: Sitter): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    Buffer.from(`[${sitter}] ${(taken += 1)} ${process.pid}`),
  ]);

const sitterIn = (bytes: Uint8Array): Sitter =>
  (/\[(\w+)\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? 'nobody') as Sitter;

const SAYS = {
  me: { outcome: 'matched', reason: null, fault: null, distance: 0.1 },
  other: { outcome: 'missed', reason: 'otherFace', fault: 'otherFace', distance: 0.7 },
  nobody: { outcome: 'missed', reason: 'noFace', fault: 'noFace', distance: null },
  unsure: { outcome: 'uncertain', reason: null, fault: 'unlikePortrait', distance: 0.45 },
} as const;

function verdictOf(sitter: Sitter): FaceCheckVerdict {
  const { outcome, reason, fault, distance } = SAYS[sitter];
  return {
    outcome,
    reason,
    fault,
    suspectsOtherFace: sitter === 'other',
    bystander: false,
    match: {
      outcome: outcome === 'missed' && reason === 'noFace' ? 'uncertain' : outcome,
      fault: null,
      portraitDistance: distance,
      entryDistance: null,
      margin: null,
      judgedFrames: distance === null ? 0 : 1,
      basis: {
        frames: distance === null ? [] : [{ portrait: distance }],
        earlierOtherFaces: sitter === 'other' ? 1 : 0,
      },
    },
    liveness: null,
    thresholdsVersion: 'face-2',
  };
}

const faceOf = (sitter: Sitter) =>
  sitter === 'nobody' ? null : { ...MODEL, vector: sitter === 'other' ? [0, 1] : [1, 0] };

const frameOf = (bytes: Uint8Array) => ({
  ...{ atMs: 0, digest: digestOf(bytes), width: 640, height: 480, luma: 100 },
  faces: [],
});

export interface ScriptedFaces extends FacePool {
  /** Takes the pool away, or brings it back. */
  readonly setAway: (away: boolean) => void;
  /** By which numbers the last burst was judged. */
  readonly lastThresholds: () => FaceThresholds | null;
}

/** A face pool that reads from the picture who is in it: the tests' camera, not its judgement. */
export function scriptedFaces(): ScriptedFaces {
  let away = false;
  let judgedBy: FaceThresholds | null = null;
  const unlessAway = <T>(value: T): Promise<Result<T>> =>
    Promise.resolve(away ? refuse('face/unavailable', { why: 'busy' }) : ok(value));
  return {
    setAway: (now) => void (away = now),
    lastThresholds: () => judgedBy,
    judgeBurst: (input) => {
      judgedBy = input.thresholds;
      const sitter = sitterIn(input.frames[0]?.bytes ?? new Uint8Array());
      const judged: BurstJudgement = {
        verdict: verdictOf(sitter),
        frames: input.frames.map((frame) => frameOf(frame.bytes)),
        judgedFrames: [0],
        digests: input.frames.map((frame) => digestOf(frame.bytes)),
        entry: sitter === 'me' ? { ...MODEL_OF_TESTS, vector: [1, 0] } : null,
        model: MODEL,
      };
      return unlessAway(judged);
    },
    judgeSnapshot: (input) => {
      const judged: SnapshotJudgement = {
        verdict: verdictOf(sitterIn(input.bytes)),
        frame: frameOf(input.bytes),
        digest: digestOf(input.bytes),
        perceptualHash: '0',
        face: faceOf(sitterIn(input.bytes)),
        model: MODEL,
      };
      return unlessAway(judged);
    },
    judgePortrait: () => Promise.resolve(refuse('face/unavailable')),
    embed: () => Promise.resolve(refuse('face/unavailable')),
    describe: () => Promise.resolve(refuse('face/unavailable')),
    ready: () => Promise.resolve(!away),
    network: () => MODEL,
    status: () => ({}) as ReturnType<FacePool['status']>,
    close: () => Promise.resolve(),
  };
}
