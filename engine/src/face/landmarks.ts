/** A point in picture pixels, x to the right, y down, of the picture as the camera gave it (not mirrored). */
export type Point = readonly [x: number, y: number];

/** The 68 points of a face in the usual order: jaw 0–16, brows 17–26, nose 27–35, eyes 36–47, lips 48–67. */
export type Landmarks = readonly Point[];

/** What a pose looks like in numbers that do not depend on the size or place of the face. */
export interface FaceMetrics {
  /** Height of the inner lips over their width; about 0 closed, 0.3 and more wide open. */
  mouth: number;
  /** Nose tip between the jaw's sides: 0 frontal, +1 the nose at the picture's right side. */
  yaw: number;
  /** Eye line to nose tip over eye line to upper lip; grows when the head bows. */
  pitch: number;
  /** Slope of the eye line in degrees, clockwise positive. */
  rollDegrees: number;
  /** Distance between the eyes' middles in pixels. */
  eyeDistancePx: number;
}

const LANDMARK_COUNT = 68;

/** True when the list has the 68 finite points that every function here expects. */
export function isLandmarks(points: Landmarks): boolean {
  return (
    points.length === LANDMARK_COUNT &&
    points.every((point) => Number.isFinite(point[0]) && Number.isFinite(point[1]))
  );
}

const at = (points: Landmarks, index: number): Point => {
  const point = points[index];
  if (!point) throw new RangeError(`landmark ${index} is missing`);
  return point;
};

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function middleOf(points: Landmarks, from: number, to: number): Point {
  let x = 0;
  let y = 0;
  for (let index = from; index < to; index += 1) {
    x += at(points, index)[0];
    y += at(points, index)[1];
  }
  return [x / (to - from), y / (to - from)];
}

/** The function that turns the head upright around the eyes' middle. */
function uprighter(leftEye: Point, rightEye: Point): (point: Point) => Point {
  const angle = Math.atan2(rightEye[1] - leftEye[1], rightEye[0] - leftEye[0]);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const originX = (leftEye[0] + rightEye[0]) / 2;
  const originY = (leftEye[1] + rightEye[1]) / 2;
  return ([x, y]) => [
    cos * (x - originX) + sin * (y - originY),
    cos * (y - originY) - sin * (x - originX),
  ];
}

const ratio = (part: number, whole: number): number => (Math.abs(whole) < 1e-6 ? 0 : part / whole);

/**
 * Mouth opening, yaw, pitch and roll of one face, from its 68 landmarks.
 * Browser and server call this same function, so a hint and a decision never disagree on the sum.
 */
export function faceMetrics(points: Landmarks): FaceMetrics {
  const leftEye = middleOf(points, 36, 42);
  const rightEye = middleOf(points, 42, 48);
  const upright = uprighter(leftEye, rightEye);
  const lipGap =
    distance(at(points, 61), at(points, 67)) +
    distance(at(points, 62), at(points, 66)) +
    distance(at(points, 63), at(points, 65));
  const nose = upright(at(points, 30));
  const leftJaw = upright(at(points, 2));
  const rightJaw = upright(at(points, 14));
  const upperLip = upright(at(points, 62));
  const slope = Math.atan2(rightEye[1] - leftEye[1], rightEye[0] - leftEye[0]);
  return {
    mouth: ratio(lipGap / 3, distance(at(points, 60), at(points, 64))),
    yaw: ratio(nose[0] - leftJaw[0] - (rightJaw[0] - nose[0]), rightJaw[0] - leftJaw[0]),
    pitch: ratio(nose[1], upperLip[1]),
    rollDegrees: (slope * 180) / Math.PI,
    eyeDistancePx: distance(leftEye, rightEye),
  };
}

/** Mean movement of the 68 points between two pictures, in eye distances of the first. */
export function movementBetween(from: Landmarks, to: Landmarks): number {
  let sum = 0;
  for (let index = 0; index < LANDMARK_COUNT; index += 1) {
    sum += distance(at(from, index), at(to, index));
  }
  return ratio(sum / LANDMARK_COUNT, faceMetrics(from).eyeDistancePx);
}
