import { describe, expect, it } from 'vitest';
import {
  accommodated,
  accommodationWords,
  actionsLeft,
  attendedRuleOf,
  checkAccommodation,
  HANDBOOK_POLICY,
  LIVENESS_PROMPTS,
  NO_ACCOMMODATION,
  type Policy,
} from '@xuzheng/engine';

describe('an accommodation', () => {
  it('leaves actions out, in the order of the list, whatever order they were named in', () => {
    const checked = checkAccommodation({ leftOut: ['nod', 'turnLeft'], timeFactor: 1 });
    expect(checked).toEqual({ ok: true, value: { leftOut: ['turnLeft', 'nod'], timeFactor: 1 } });
    expect(actionsLeft({ leftOut: ['nod', 'turnLeft'], timeFactor: 1 })).toEqual([
      ...['openMouth', 'turnRight'],
    ]);
  });

  it.each([
    ['nothing', [], 1],
    ['timeFactor', [], 1.2],
    ['timeFactor', [], 60],
    ['leftOut', [...LIVENESS_PROMPTS], 2],
  ] as const)('of which %s is wrong is refused', (part, leftOut, timeFactor) => {
    expect(checkAccommodation({ leftOut, timeFactor })).toMatchObject({
      ok: false,
      refusal: { code: 'accommodation/invalid', details: { part } },
    });
  });

  it('multiplies every limit of a check and says so in the version of the thresholds', () => {
    const twice = accommodated(HANDBOOK_POLICY, { leftOut: [], timeFactor: 2 });
    expect(twice.challenge).toEqual({ actions: 2, perActionMs: 6000, ttlSeconds: 180 });
    expect(twice.recheckAnswerSeconds).toBe(120);
    expect(twice.faceThresholds.version).toBe(`${HANDBOOK_POLICY.faceThresholds.version};time=2`);
    expect(twice.faceThresholds.liveness.withinMs).toBe(6000);
    // Slow is allowed; uneven, still and another face are not.
    const { liveness, match, quality } = HANDBOOK_POLICY.faceThresholds;
    expect(twice.faceThresholds).toMatchObject({ match, quality });
    expect(twice.faceThresholds.liveness.largestStepShare).toBe(liveness.largestStepShare);
    const { attended: _, ...older } = HANDBOOK_POLICY;
    const later = accommodated(older, { leftOut: [], timeFactor: 1.5 });
    expect(attendedRuleOf(later as Policy).answerSeconds).toBe(270);
  });

  it('that is none changes nothing', () => {
    expect(accommodated(HANDBOOK_POLICY, NO_ACCOMMODATION)).toBe(HANDBOOK_POLICY);
  });

  it('is said in one sentence', () => {
    expect(accommodationWords({ leftOut: ['turnLeft', 'nod'], timeFactor: 2 }).zh).toBe(
      '识别时不要求:向左转头、点头;完成动作和回答核验的时间延长为 2 倍',
    );
    expect(accommodationWords({ leftOut: [], timeFactor: 1.5 }).en).toBe(
      '1.5 times as long for actions and answers',
    );
  });
});
