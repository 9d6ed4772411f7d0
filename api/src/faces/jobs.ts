import type { DescriptorKind, FrameFacts, Landmarks, RefusalCode } from '@xuzheng/engine';
import type { DetectorKind } from './detector.ts';

/** Find and measure the faces of one picture. */
export interface MeasureJob {
  kind: 'measure';
  bytes: Uint8Array;
  maxSide: number;
  detector: DetectorKind;
  /** Sharpness and perceptual hash too: for portraits and snapshots. */
  closely: boolean;
}

/** Describe the face with these landmarks, measured at the same `maxSide` before. */
export interface EmbedJob {
  kind: 'embed';
  bytes: Uint8Array;
  maxSide: number;
  landmarks: Landmarks;
}

export type FaceJob = MeasureJob | EmbedJob;

/** A measured picture; sharpness and hash are null unless asked for. */
export interface Measured {
  frame: Omit<FrameFacts, 'atMs'>;
  sharpness: number | null;
  perceptualHash: string | null;
}

export interface Embedded {
  vector: number[];
}

/** What a job of this kind returns. */
export type JobValue<J extends FaceJob> = J extends MeasureJob ? Measured : Embedded;

/** The network that makes a pool's descriptors. */
export interface PoolModel {
  descriptor: DescriptorKind;
  modelId: string;
  /** SHA-256 of the network's weights, in hex: stored with every template and verdict. */
  weightsHash: string;
}

/** Messages from the pool to a thread and back. */
export interface JobMessage {
  id: number;
  job: FaceJob;
}
export type ThreadMessage =
  | { kind: 'ready'; model: PoolModel; warmUpMs: number }
  | { kind: 'done'; id: number; value: Measured | Embedded; ms: number }
  | { kind: 'refused'; id: number; code: RefusalCode }
  | { kind: 'failed'; id: number; message: string };
