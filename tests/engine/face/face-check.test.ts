import {
  FACE_FAULT_TEXTS,
  HANDBOOK_FACE_THRESHOLDS,
  judgeFaceCheck,
  pickMatchFrames,
  promptsShown,
  showsPrompts,
  progressInFrames,
  thinBurst,
  type CheckFacts,
  type FrameMark,
  type HeldFrame,
  type Look,
} from '@xuzheng/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTED, drawnFace, drawnFrame } from './drawn-landmarks.ts';

const thresholds = HANDBOOK_FACE_THRESHOLDS;
const near = [{ portrait: 0.4 }, { portrait: 0.45 }];
const far = [{ portrait: 1.3 }, { portrait: 1.4 }];

const rise = (atMs: number) => Math.min(1, Math.max(0, (atMs - 500) / 500));
const acting = Array.from({ length: 14 }, (_, index) =>
  drawnFrame(index * 100, ACTED.openMouth(rise(index * 100))),
);
const asked = { prompts: [{ prompt: 'openMouth', shownAtMs: 300 }] } as const;
const facts = (more: Partial<CheckFacts> = {}): CheckFacts => ({
  frames: acting,
  distances: near,
  withinBurst: 0.1,
  ...more,
});
const second = drawnFace({}, { box: { x: 0, y: 0, width: 120, height: 160 } });

describe('a face check', () => {
  test('the learner, doing as asked, is matched', () => {
    const verdict = judgeFaceCheck(facts(), asked, thresholds);
    expect(verdict).toMatchObject({ outcome: 'matched', reason: null, fault: null });
    expect(verdict.thresholdsVersion).toBe(thresholds.version);
  });

  test('somebody else, doing as asked, is missed as another face', () => {
    const verdict = judgeFaceCheck(facts({ distances: far }), asked, thresholds);
    expect(verdict).toMatchObject({ outcome: 'missed', reason: 'otherFace', fault: 'otherFace' });
    expect(verdict.suspectsOtherFace).toBe(true);
  });

  test('the learner, doing nothing, is missed without the action', () => {
    const sitting = acting.map((frame, index) =>
      drawnFrame(frame.atMs, { shiftPx: 3 * Math.sin(index) }),
    );
    const verdict = judgeFaceCheck(facts({ frames: sitting }), asked, thresholds);
    expect(verdict).toMatchObject({
      outcome: 'missed',
      reason: 'noAction',
      fault: 'actionNotSeen',
    });
  });

  describe('by a device too slow to show how the movement went', () => {
    const moved = acting.flatMap(({ atMs }, index) =>
      atMs > 600 && atMs < 900
        ? []
        : [
            drawnFrame(atMs, {
              ...(atMs >= 900 ? ACTED.openMouth(1) : {}),
              shiftPx: 3 * Math.sin(index),
            }),
          ],
    );

    test('the learner is neither in nor held to have missed anything', () => {
      const verdict = judgeFaceCheck(facts({ frames: moved }), asked, thresholds);
      expect(verdict).toMatchObject({ outcome: 'uncertain', reason: null, fault: 'framesApart' });
    });

    test('somebody else is another face all the same', () => {
      const verdict = judgeFaceCheck(facts({ frames: moved, distances: far }), asked, thresholds);
      expect(verdict).toMatchObject({ outcome: 'missed', reason: 'otherFace' });
    });

    test('a person changed on the way is said before the device', () => {
      const judge = (withinBurst: number) =>
        judgeFaceCheck(facts({ frames: moved, withinBurst }), asked, thresholds);
      expect(judge(1.1)).toMatchObject({ outcome: 'uncertain', fault: 'personChanged' });
      expect(judge(1.3)).toMatchObject({ outcome: 'missed', fault: 'otherFace' });
    });
  });

  test('a recheck asks for no action', () => {
    const frames = acting.slice(0, 4);
    const verdict = judgeFaceCheck(facts({ frames }), { prompts: [] }, thresholds);
    expect(verdict).toMatchObject({ outcome: 'matched', liveness: null });
  });

  test('two people are one too many, however well they act', () => {
    const frames = acting.map((frame) => ({ ...frame, faces: [...frame.faces, second] }));
    const verdict = judgeFaceCheck(facts({ frames }), asked, thresholds);
    expect(verdict).toMatchObject({ outcome: 'missed', reason: 'noFace', fault: 'secondFace' });
  });

  test('a small face far behind is noted and held against nobody', () => {
    const poster = drawnFace({}, { box: { x: 0, y: 0, width: 40, height: 60 } });
    const frames = acting.map((frame) => ({ ...frame, faces: [...frame.faces, poster] }));
    const verdict = judgeFaceCheck(facts({ frames }), asked, thresholds);
    expect(verdict).toMatchObject({ outcome: 'matched', bystander: true });
  });

  test('one snapshot far from the portrait is a doubt, a second one is another face', () => {
    const once = facts({ frames: acting.slice(0, 1), distances: far.slice(0, 1) });
    const first = judgeFaceCheck(once, { prompts: [] }, thresholds);
    expect(first).toMatchObject({ outcome: 'uncertain', suspectsOtherFace: true });
    const repeat = judgeFaceCheck(once, { prompts: [], earlierOtherFaces: 1 }, thresholds);
    expect(repeat).toMatchObject({ outcome: 'missed', reason: 'otherFace' });
  });

  test('a picture too dark to measure compares nobody', () => {
    const frames = acting.map((frame) => ({ ...frame, faces: [drawnFace({}, { luma: 20 })] }));
    const verdict = judgeFaceCheck(facts({ frames, distances: [] }), asked, thresholds);
    expect(verdict).toMatchObject({ outcome: 'missed', reason: 'noFace', fault: 'tooDark' });
    expect(verdict.suspectsOtherFace).toBe(false);
  });

  test.each([
    ['looks aside', [drawnFace({ yaw: 0.9 })], 'uncertain', 'turnedAway'],
    ['sits in bad light', [drawnFace({}, { luma: 30 })], 'uncertain', 'tooDark'],
    ['sits beside somebody', [drawnFace(), second], 'missed', 'secondFace'],
    ['has left the chair', [], 'missed', 'noFace'],
  ] as const)('a snapshot of a learner who %s', (_name, faces, outcome, fault) => {
    const frames = [drawnFrame(0, {}, { faces })];
    const snapshot = { frames, distances: [], withinBurst: 0 };
    const verdict = judgeFaceCheck(snapshot, { prompts: [] }, thresholds);
    expect(verdict).toMatchObject({ outcome, fault });
  });

  test('every fault has a sentence that says what to do, without blame', () => {
    for (const sentence of Object.values(FACE_FAULT_TEXTS)) {
      expect(sentence.zh).toMatch(/请/);
      expect(sentence.zh + sentence.en).not.toMatch(/[!！]/);
    }
  });
});

describe('the frames of a burst', () => {
  const marks = [
    { atMs: 0, action: null },
    { atMs: 100, action: 'nod' },
    { atMs: 200, action: 'nod' },
    { atMs: 300, action: 'openMouth' },
  ] as const;

  test('a prompt begins with its first frame', () => {
    expect(promptsShown(marks, [180])).toEqual([
      { prompt: 'nod', shownAtMs: 100, spokenUntilMs: 180 },
      { prompt: 'openMouth', shownAtMs: 300, spokenUntilMs: undefined },
    ]);
  });

  test('a burst that shows other prompts, or in another order, is not the one asked for', () => {
    expect(showsPrompts(marks, ['nod', 'openMouth'])).toBe(true);
    expect(showsPrompts(marks, ['openMouth', 'nod'])).toBe(false);
    expect(showsPrompts(marks, ['nod'])).toBe(false);
  });

  test('the frames to compare come from the whole burst and pass the gate', () => {
    const frames = Array.from({ length: 20 }, (_, index) =>
      drawnFrame(index * 100, index % 4 === 1 ? { yaw: 0.9 } : {}),
    );
    const picked = pickMatchFrames(frames, 5, thresholds.quality);
    expect(picked).toHaveLength(5);
    expect(picked.every((index) => index % 4 !== 1)).toBe(true);
    expect(picked[0]).toBeLessThan(4);
    expect(picked.at(-1)).toBeGreaterThan(15);
  });

  test('thinning keeps the neutral face, each prompt and the way up, in order', () => {
    const held: HeldFrame[] = Array.from({ length: 60 }, (_, index) => ({
      atMs: index * 90,
      action: index < 8 ? null : index < 34 ? 'nod' : 'openMouth',
      progress: index < 8 ? 0 : Math.min(0.5, Math.max(0, ((index - 8) % 26) - 6) * 0.1),
    }));
    const kept = thinBurst(held, 24);
    expect(kept).toHaveLength(24);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(kept).toEqual(expect.arrayContaining([0, 1, 8, 34, 59]));
    // Frames 14 to 20 are the way up of the first action.
    expect(kept.filter((index) => index >= 14 && index <= 20).length).toBeGreaterThanOrEqual(5);
  });

  test('of two actions the one that is small in its own unit gets as many frames', () => {
    const wayUp = (from: number, index: number) => Math.min(1, Math.max(0, (index - from) / 8));
    const held: HeldFrame[] = Array.from({ length: 60 }, (_, index) => ({
      atMs: index * 90,
      action: index < 8 ? null : index < 34 ? 'openMouth' : 'nod',
      progress: index < 34 ? 0.6 * wayUp(14, index) : 0.09 * wayUp(40, index),
    }));
    const kept = thinBurst(held, 24);
    for (const from of [14, 40]) {
      const steps = kept.filter((index) => index >= from && index <= from + 8);
      expect(steps.length).toBeGreaterThanOrEqual(5);
    }
  });

  test('thinning leaves no wide hole where the page measured nothing', () => {
    const held: HeldFrame[] = Array.from({ length: 50 }, (_, index) => ({
      atMs: index * 90,
      action: index < 8 ? null : 'openMouth',
      progress: index < 40 ? 0 : (index - 40) / 20,
    }));
    const kept = thinBurst(held, 24).filter((index) => index >= 8);
    const holes = kept.slice(1).map((index, n) => (index - (kept[n] ?? 0)) * 90);
    expect(Math.max(...holes)).toBeLessThanOrEqual(450);
  });

  describe('what the page measured', () => {
    const mouth = (open: number) => ({ ...drawnFace(ACTED.openMouth(open)).metrics });
    const held: FrameMark[] = Array.from({ length: 30 }, (_, index) => ({
      atMs: index * 100,
      action: index < 8 ? null : 'openMouth',
    }));
    const wayUp = (atMs: number) => Math.min(1, Math.max(0, (atMs - 1200) / 600));
    const looksEvery = (ms: number): Look[] =>
      Array.from({ length: Math.floor(3000 / ms) }, (_, n) => ({
        atMs: n * ms,
        metrics: mouth(wayUp(n * ms)),
      }));

    test('belongs to the time of its picture, and to the frames between two looks', () => {
      const whole = progressInFrames(held, looksEvery(100));
      const rare = progressInFrames(held, looksEvery(300));
      expect(whole[12]).toBeCloseTo(0, 5);
      expect(whole[15]).toBeCloseTo((whole[20] ?? 0) / 2, 2);
      rare.slice(8, 28).forEach((value, n) => expect(value).toBeCloseTo(whole[n + 8] ?? 0, 2));
      expect(whole.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 0));
    });

    test('twice a second is enough to follow a learner who waits for the end of the voice', () => {
      const late = (atMs: number) => Math.min(1, Math.max(0, (atMs - 5000) / 600));
      const marks: FrameMark[] = Array.from({ length: 65 }, (_, index) => ({
        atMs: index * 100,
        action: index < 8 ? null : 'openMouth',
      }));
      const looks: Look[] = Array.from({ length: 14 }, (_, n) => ({
        atMs: n * 470,
        metrics: mouth(late(n * 470)),
      }));
      const progress = progressInFrames(marks, looks);
      const followed = marks.map((mark, n) => ({ ...mark, progress: progress[n] ?? 0 }));
      const reached = thinBurst(followed, 24).map((index) => late(index * 100));
      const steps = reached.slice(1).map((value, n) => value - (reached[n] ?? 0));
      expect(Math.max(...steps)).toBeLessThanOrEqual(0.34);
    });

    test('without a calm face to compare with it says nothing', () => {
      const late = looksEvery(100).filter((look) => look.atMs >= 800);
      expect(new Set(progressInFrames(held, late))).toEqual(new Set([0]));
      expect(new Set(progressInFrames(held, []))).toEqual(new Set([0]));
    });
  });

  test('thinning never exceeds its limit and never repeats a frame', () => {
    const mark = fc.record({
      action: fc.constantFrom(null, 'nod' as const, 'openMouth' as const),
      progress: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 90 }), (list) => {
        const sorted = [...list].sort((a, b) => (a.action ?? '').localeCompare(b.action ?? ''));
        const held = sorted.map((one, index) => ({ ...one, atMs: index * 80 }));
        const kept = thinBurst(held, 24);
        expect(kept.length).toBeLessThanOrEqual(24);
        expect(new Set(kept).size).toBe(kept.length);
      }),
    );
  });
});
