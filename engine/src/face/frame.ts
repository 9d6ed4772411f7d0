import type { FaceMetrics, Landmarks } from './landmarks.ts';

/** A rectangle in picture pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One face as a detector measured it. */
export interface FaceFacts {
  box: Box;
  /** The detector's own confidence, 0–1. */
  score: number;
  landmarks: Landmarks;
  metrics: FaceMetrics;
  /** Mean brightness of the face box, 0–255. */
  luma: number;
}

/** One picture as it was measured: plain facts, no verdict. */
export interface FrameFacts {
  /** Milliseconds since the burst began; 0 for a single picture. */
  atMs: number;
  /** SHA-256 of the bytes as they came, in hex. */
  digest: string;
  width: number;
  height: number;
  /** Mean brightness of the whole picture, 0–255: tells darkness from an empty chair. */
  luma: number;
  /** Largest first; empty when no face was found. */
  faces: readonly FaceFacts[];
}

/** Area of a box in square pixels. */
export const areaOf = (box: Box): number => box.width * box.height;
