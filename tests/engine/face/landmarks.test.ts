import { faceMetrics, isLandmarks, movementBetween } from '@xuzheng/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnLandmarks } from './drawn-landmarks.ts';

describe('the pose of a face in numbers', () => {
  test('a calm frontal face has no yaw, no roll and nearly closed lips', () => {
    const metrics = faceMetrics(drawnLandmarks());
    expect(metrics.yaw).toBeCloseTo(0, 5);
    expect(metrics.rollDegrees).toBeCloseTo(0, 5);
    expect(metrics.mouth).toBeLessThan(0.1);
    expect(metrics.eyeDistancePx).toBeCloseTo(84, 3);
  });

  test.each([
    ['an open mouth', { mouth: 0.6 }, 'mouth', 1],
    ['a head turned to its own left', { yaw: 0.4 }, 'yaw', 1],
    ['a head turned to its own right', { yaw: -0.4 }, 'yaw', -1],
    ['a bowed head', { pitch: 0.3 }, 'pitch', 1],
  ] as const)('%s moves its own metric', (_name, pose, metric, sign) => {
    const moved = faceMetrics(drawnLandmarks(pose))[metric];
    const calm = faceMetrics(drawnLandmarks())[metric];
    expect((moved - calm) * sign).toBeGreaterThan(0.2);
  });

  test('tilting the head changes roll alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (rollDegrees) => {
        const pose = { mouth: 0.3, yaw: 0.1, pitch: 0.05 };
        const upright = faceMetrics(drawnLandmarks(pose));
        const tilted = faceMetrics(drawnLandmarks({ ...pose, rollDegrees }));
        expect(tilted.rollDegrees).toBeCloseTo(rollDegrees, 4);
        expect(tilted.mouth).toBeCloseTo(upright.mouth, 6);
        expect(tilted.yaw).toBeCloseTo(upright.yaw, 6);
        expect(tilted.pitch).toBeCloseTo(upright.pitch, 6);
      }),
    );
  });

  test('place and size of the face change nothing but the eye distance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 200 }),
        fc.double({ min: 0.4, max: 3, noNaN: true }),
        (shift, scale) => {
          const points = drawnLandmarks({ mouth: 0.4, yaw: 0.2 });
          const moved = points.map(([x, y]) => [x * scale + shift, y * scale - shift] as const);
          const before = faceMetrics(points);
          const after = faceMetrics(moved);
          expect(after.mouth).toBeCloseTo(before.mouth, 6);
          expect(after.yaw).toBeCloseTo(before.yaw, 6);
          expect(after.pitch).toBeCloseTo(before.pitch, 6);
          expect(after.eyeDistancePx).toBeCloseTo(before.eyeDistancePx * scale, 4);
        },
      ),
    );
  });

  test('two equal pictures show no movement, a shift of one eye distance shows one', () => {
    const points = drawnLandmarks();
    expect(movementBetween(points, points)).toBe(0);
    expect(movementBetween(points, drawnLandmarks({}, [404, 240]))).toBeCloseTo(1, 5);
  });

  test('anything but 68 finite points is no face', () => {
    const points = drawnLandmarks();
    expect(isLandmarks(points)).toBe(true);
    expect(isLandmarks(points.slice(1))).toBe(false);
    expect(isLandmarks([...points.slice(1), [Number.NaN, 0]])).toBe(false);
  });
});
