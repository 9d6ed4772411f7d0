import {
  clockStartsAtMs,
  HANDBOOK_FACE_THRESHOLDS,
  judgeLiveness,
  LIVENESS_PROMPTS,
  type FrameFacts,
  type LivenessPrompt,
  type PromptShown,
} from '@xuzheng/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTED, drawnFrame, type DrawnPose } from './drawn-landmarks.ts';

const bounds = HANDBOOK_FACE_THRESHOLDS.liveness;
const NEUTRAL_MS = 400;

/** A breath: nobody alive is without any movement. */
const breath = (atMs: number): DrawnPose => ({ shiftPx: 3 * Math.sin(atMs / 150) });

interface Acted {
  prompt: LivenessPrompt;
  /** What is really done; the prompt itself unless told. */
  does?: LivenessPrompt | null;
  reactionMs?: number;
  riseMs?: number;
  lengthMs?: number;
}

/** A burst in which the actions are done one after another, a frame every `everyMs`. */
function burst(acts: readonly Acted[], everyMs = 100) {
  const frames: FrameFacts[] = [];
  const prompts: PromptShown[] = [];
  for (let atMs = 0; atMs < NEUTRAL_MS; atMs += everyMs) {
    frames.push(drawnFrame(atMs, breath(atMs)));
  }
  let startMs = NEUTRAL_MS;
  for (const act of acts) {
    const { prompt, reactionMs = 200, riseMs = 500 } = act;
    const does = act.does === undefined ? prompt : act.does;
    const lengthMs = act.lengthMs ?? reactionMs + riseMs + 300;
    prompts.push({ prompt, shownAtMs: startMs });
    for (let afterMs = 0; afterMs < lengthMs; afterMs += everyMs) {
      const share = Math.min(1, Math.max(0, (afterMs - reactionMs) / riseMs));
      const pose: DrawnPose = does ? ACTED[does](share) : {};
      const atMs = startMs + afterMs;
      frames.push(drawnFrame(atMs, { ...pose, ...breath(atMs) }));
    }
    startMs += lengthMs;
  }
  return { frames, prompts };
}

const judge = (acts: readonly Acted[], everyMs?: number) => {
  const { frames, prompts } = burst(acts, everyMs);
  return judgeLiveness(frames, prompts, bounds);
};

describe('听到动作提示语后在 3 秒钟内匀速完成指定动作', () => {
  const pairs = LIVENESS_PROMPTS.flatMap((first) =>
    LIVENESS_PROMPTS.filter((second) => second !== first).map((second) => [first, second] as const),
  );
  test.each(pairs)('%s and then %s are seen', (first, second) => {
    expect(judge([{ prompt: first }, { prompt: second }]).fault).toBeNull();
  });

  test.each([
    ['nothing is done', { prompt: 'openMouth', does: null }, 'actionNotSeen'],
    ['another action is done', { prompt: 'openMouth', does: 'nod' }, 'wrongAction'],
    ['the head turns the wrong way', { prompt: 'turnLeft', does: 'turnRight' }, 'wrongAction'],
    ['a cut between two photos', { prompt: 'openMouth', riseMs: 1 }, 'jump'],
    ['the movement begins too late', { prompt: 'nod', reactionMs: 2800 }, 'tooSlow'],
    ['the movement takes 8 seconds', { prompt: 'openMouth', riseMs: 8000 }, 'tooSlow'],
    [
      'a slow movement whose end was cut off',
      { prompt: 'openMouth', riseMs: 3800, lengthMs: 3000 },
      'tooSlow',
    ],
  ] as [string, Acted, string][])('%s', (_name, act, fault) => {
    expect(judge([act]).actions[0]?.fault ?? judge([act]).fault).toBe(fault);
  });

  test('both actions in the wrong order do not pass', () => {
    const acts: Acted[] = [
      { prompt: 'openMouth', does: 'turnLeft' },
      { prompt: 'turnLeft', does: 'openMouth' },
    ];
    expect(judge(acts).fault).toBe('wrongAction');
  });

  test('a hole between frames is told from a jump', () => {
    const { frames, prompts } = burst([{ prompt: 'openMouth' }, { prompt: 'nod' }], 60);
    const holed = frames.filter((frame) => frame.atMs < 560 || frame.atMs > 1110);
    expect(judgeLiveness(holed, prompts, bounds).fault).toBe('framesApart');
  });

  // Even and within the bounds, but over between two pictures of a starved device.
  const quick = { riseMs: 190, lengthMs: 1800 };
  const slow: Acted[] = [
    { prompt: 'openMouth', ...quick },
    { prompt: 'nod', ...quick },
  ];

  test('an honest movement seen by a slow device is no jump of the learner', () => {
    expect(judge(slow, 40).fault).toBeNull();
    expect(judge(slow, 200).fault).toBe('framesApart');
    expect(judge(slow, 350).fault).toBe('framesApart');
  });

  test('a cut is a jump wherever the frames are near enough to tell', () => {
    for (const everyMs of [40, 80, 110, 160]) {
      expect(judge([{ prompt: 'openMouth', riseMs: 1, lengthMs: 1800 }], everyMs).fault).toBe(
        'jump',
      );
    }
  });

  test('a slow device excuses no other fault', () => {
    const [first] = slow as [Acted];
    expect(judge([first, { prompt: 'nod', does: null, lengthMs: 1800 }], 200).fault).toBe(
      'actionNotSeen',
    );
    expect(judge([first, { prompt: 'nod', does: 'turnLeft', ...quick }], 200).fault).toBe(
      'wrongAction',
    );
  });

  test('a cut hidden among repeated or empty frames is a jump: they were sent', () => {
    const { frames, prompts } = burst(slow, 200);
    const filled = frames.flatMap((frame, index) => {
      const next = frames[index + 1];
      const atMs = frame.atMs + 100;
      return next === undefined ? [frame] : [frame, { ...frame, atMs }];
    });
    expect(judgeLiveness(filled, prompts, bounds).fault).toBe('jump');
    const empty = filled.map((frame, index) =>
      index % 8 === 5 ? { ...frame, faces: [], digest: `empty ${index}` } : frame,
    );
    expect(judgeLiveness(empty, prompts, bounds).fault).toBe('jump');
  });

  test('no sparse burst ever passes by being sparse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 900 }),
        fc.integer({ min: 0, max: 400 }),
        (every, at) => {
          const acts: Acted[] = [
            { prompt: 'openMouth', riseMs: 1, reactionMs: at, lengthMs: 3000 },
          ];
          expect(judge(acts, every).fault).not.toBeNull();
        },
      ),
    );
  });

  describe('of a face whose landmarks tremble', () => {
    // Departures from the neutral pose, as a camera in poor light gives them: four calm faces, the way
    // up, and a peak that is held.
    const STEADY = [0, 0, 0, 0];
    const CALM = [-0.02, 0.001, 0, 0.012];
    const WAY_UP = [0.01, 0.012, 0.03, 0.05, 0.066];
    const HELD = Array.from({ length: 18 }, (_, n) => 0.075 + 0.002 * Math.sin(n));
    const nodding = (calm: readonly number[], wayUp: readonly number[], last: number[] = []) => {
      const values = [...calm, ...wayUp, ...HELD, ...last];
      const frames = values.map((pitch, n) => drawnFrame(n * 100, { pitch, ...breath(n * 100) }));
      return judgeLiveness(frames, [{ prompt: 'nod', shownAtMs: calm.length * 100 }], bounds);
    };

    test('the way up ends where the peak begins, not at its highest frame', () => {
      // Of a peak that is held one frame is the highest: here the last.
      const [action] = nodding(STEADY, WAY_UP, [0.1]).actions;
      expect(action?.fault).toBeNull();
      expect(action?.riseMs).toBeLessThanOrEqual(700);
    });

    test('it begins where the face leaves its trembling', () => {
      const waiting = Array.from({ length: 14 }, (_, n) => 0.018 + 0.001 * Math.sin(n));
      const [action] = nodding(CALM, [...waiting, ...WAY_UP.slice(2)]).actions;
      expect(action?.fault).toBeNull();
      expect(action?.riseMs).toBeLessThanOrEqual(700);
      expect(nodding(STEADY, [...waiting, ...WAY_UP.slice(2)]).fault).toBe('tooSlow');
    });

    test('a cut stays a jump, however much the calm face is shaken', () => {
      const shaken = CALM.map((value) => value * 5);
      expect(nodding(shaken, [0.01, 0.012, 0.01, 0.011]).fault).toBe('jump');
    });
  });

  test('the 3 seconds begin at the end of the spoken prompt', () => {
    const { frames, prompts } = burst([{ prompt: 'nod', reactionMs: 2900 }]);
    const [shown] = prompts as [PromptShown];
    const spoken = [{ ...shown, spokenUntilMs: shown.shownAtMs + 1400 }];
    expect(judgeLiveness(frames, prompts, bounds).fault).toBe('tooSlow');
    expect(judgeLiveness(frames, spoken, bounds).fault).toBeNull();
  });

  test('no voice is longer than the bound, and none ends before it began', () => {
    const shown = { prompt: 'nod', shownAtMs: 1000 } as const;
    expect(clockStartsAtMs(shown, bounds)).toBe(1000);
    expect(clockStartsAtMs({ ...shown, spokenUntilMs: 60_000 }, bounds)).toBe(3500);
    expect(clockStartsAtMs({ ...shown, spokenUntilMs: 10 }, bounds)).toBe(1000);
  });

  test('a picture that never changes is no person', () => {
    const frames = Array.from({ length: 14 }, (_, index) => drawnFrame(index * 100));
    const prompts: PromptShown[] = [{ prompt: 'nod', shownAtMs: 400 }];
    expect(judgeLiveness(frames, prompts, bounds).fault).toBe('still');
  });

  test('the same bytes sent again count once', () => {
    const { frames, prompts } = burst([{ prompt: 'openMouth' }]);
    const repeated = frames.map((frame) => ({ ...frame, digest: 'the same' }));
    expect(judgeLiveness(repeated, prompts, bounds).fault).toBe('still');
  });

  test('frames out of order are refused', () => {
    const { frames, prompts } = burst([{ prompt: 'openMouth' }]);
    expect(judgeLiveness([...frames].reverse(), prompts, bounds).fault).toBe('timesDisordered');
  });

  test('a face that leaves for a third of the burst is lost', () => {
    const { frames, prompts } = burst([{ prompt: 'openMouth' }, { prompt: 'nod' }]);
    const left = frames.map((frame, index) => (index % 3 === 1 ? { ...frame, faces: [] } : frame));
    expect(judgeLiveness(left, prompts, bounds).fault).toBe('faceLost');
  });

  test('without neutral frames there is nothing to compare with', () => {
    const { frames, prompts } = burst([{ prompt: 'openMouth' }, { prompt: 'nod' }]);
    const acted = frames.filter((frame) => frame.atMs > NEUTRAL_MS);
    expect(judgeLiveness(acted, prompts, bounds).fault).toBe('tooFewFrames');
  });

  test('what was measured is on record', () => {
    const [action] = judge([{ prompt: 'turnLeft' }]).actions;
    expect(action).toMatchObject({ prompt: 'turnLeft', fault: null });
    expect(action?.peak).toBeGreaterThan(0.35);
    expect(action?.riseMs).toBeGreaterThanOrEqual(300);
    expect(action?.doneAfterMs).toBeLessThan(1000);
  });

  test('any even movement within its time passes, at any speed the bounds allow', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIVENESS_PROMPTS),
        fc.integer({ min: 100, max: 1000 }),
        fc.integer({ min: 350, max: 1800 }),
        (prompt, reactionMs, riseMs) => {
          expect(judge([{ prompt, reactionMs, riseMs }]).fault).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('no movement that ends after its time passes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIVENESS_PROMPTS),
        fc.integer({ min: 2700, max: 6000 }),
        (prompt, reactionMs) => {
          expect(judge([{ prompt, reactionMs }]).fault).not.toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });
});
