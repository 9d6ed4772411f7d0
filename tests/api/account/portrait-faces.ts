import { ok, refuse } from '@xuzheng/engine';
import type { FrameFault } from '@xuzheng/engine';
import type { FacePool, PortraitJudgement } from '../../../api/src/faces/index.ts';

export type PortraitFaces = FacePool & {
  /** How many portraits were measured. */
  readonly calls: () => number;
  readonly answer: (what: FrameFault | 'fit' | 'away') => void;
};

const MODEL = { modelId: 'test', weightsHash: 'test' };

/** A pool that says what the test tells it: what is tested here is what follows from its words. */
export function portraitFaces(): PortraitFaces {
  let next: FrameFault | 'fit' | 'away' = 'fit';
  let calls = 0;
  const notAsked = () => Promise.reject(new Error('not part of these tests'));
  const judgePortrait: FacePool['judgePortrait'] = async () => {
    calls += 1;
    if (next === 'away') return refuse('face/unavailable');
    const fault = next === 'fit' ? null : next;
    const template = fault ? null : { ...MODEL, vector: Array.from({ length: 128 }, () => 0.1) };
    const judgement = { fault, template, frame: { width: 0, height: 0, luma: 0, faces: [] } };
    return ok({ ...judgement, sharpness: null, model: MODEL } as unknown as PortraitJudgement);
  };
  return {
    judgePortrait,
    judgeBurst: notAsked,
    judgeSnapshot: notAsked,
    embed: notAsked,
    ready: async () => true,
    status: notAsked as unknown as FacePool['status'],
    close: async () => undefined,
    calls: () => calls,
    answer: (what) => void (next = what),
  };
}
