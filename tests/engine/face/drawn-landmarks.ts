import {
  faceMetrics,
  type FaceFacts,
  type FrameFacts,
  type Landmarks,
  type LivenessPrompt,
  type Point,
} from '@xuzheng/engine';

/** Where a drawn face looks and how wide its mouth is, in the metrics' own directions. */
export interface DrawnPose {
  mouth?: number;
  yaw?: number;
  pitch?: number;
  rollDegrees?: number;
  /** The whole head a little to the side: somebody alive is never quite still. */
  shiftPx?: number;
}

const ring = (cx: number, cy: number, rx: number, ry: number, count: number): Point[] =>
  Array.from({ length: count }, (_, index) => {
    const turn = Math.PI - (index / count) * 2 * Math.PI;
    return [cx + rx * Math.cos(turn), cy - ry * Math.sin(turn)] as const;
  });

/** 68 points of a plain face of 200 px width whose nose and lips follow the pose. */
export function drawnLandmarks(
  pose: DrawnPose = {},
  centre: Point = [320 + (pose.shiftPx ?? 0), 240],
): Landmarks {
  const noseX = 100 * (pose.yaw ?? 0);
  const noseY = 50 + 90 * (pose.pitch ?? 0);
  const open = 50 * (pose.mouth ?? 0);
  const jaw = Array.from({ length: 17 }, (_, index) => {
    const turn = Math.PI - (index / 16) * Math.PI;
    return [100 * Math.cos(turn), 140 * Math.sin(turn)] as const;
  });
  const brows = Array.from({ length: 10 }, (_, index) => [-80 + index * 17.7, -30] as const);
  const bridge = [0, 1, 2, 3].map((step) => [(noseX * step) / 3, (noseY * step) / 3] as const);
  const base = [-2, -1, 0, 1, 2].map((step) => [noseX + step * 8, noseY + 8] as const);
  const eyes = [...ring(-42, 0, 15, 6, 6), ...ring(42, 0, 15, 6, 6)];
  const outer = ring(0, 90 + open / 2, 40, 14 + open / 2, 12);
  const inner: Point[] = [
    [-25, 90],
    [-12, 88],
    [0, 88],
    [12, 88],
    [25, 90],
    [12, 92 + open],
    [0, 92 + open],
    [-12, 92 + open],
  ];
  const roll = ((pose.rollDegrees ?? 0) * Math.PI) / 180;
  return [...jaw, ...brows, ...bridge, ...base, ...eyes, ...outer, ...inner].map(
    ([x, y]) =>
      [
        centre[0] + x * Math.cos(roll) - y * Math.sin(roll),
        centre[1] + x * Math.sin(roll) + y * Math.cos(roll),
      ] as const,
  );
}

/** A face of that pose, well lit and large. */
export function drawnFace(pose: DrawnPose = {}, more: Partial<FaceFacts> = {}): FaceFacts {
  const landmarks = drawnLandmarks(pose);
  return {
    box: { x: 220, y: 140, width: 200, height: 240 },
    score: 0.9,
    landmarks,
    metrics: faceMetrics(landmarks),
    luma: 120,
    ...more,
  };
}

let drawn = 0;

/** A frame with that face alone in it; its bytes are like no other's. */
export function drawnFrame(
  atMs: number,
  pose: DrawnPose = {},
  more: Partial<FrameFacts> = {},
): FrameFacts {
  drawn += 1;
  return {
    atMs,
    digest: `frame-${drawn}`,
    width: 640,
    height: 480,
    luma: 110,
    faces: [drawnFace(pose)],
    ...more,
  };
}

/** The pose at the height of each action, and a share of it. */
export const ACTED: Record<LivenessPrompt, (share: number) => DrawnPose> = {
  openMouth: (share) => ({ mouth: 0.6 * share }),
  turnLeft: (share) => ({ yaw: 0.4 * share }),
  turnRight: (share) => ({ yaw: -0.4 * share }),
  nod: (share) => ({ pitch: 0.25 * share }),
};
