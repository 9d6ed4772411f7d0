import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openSession,
  sessionEnded,
  stepSession,
  type SessionEvent,
  type SessionSnapshot,
} from '@xuzheng/engine';

const RULE = { recheckAnswerSeconds: 60, recheckTries: 3, unacknowledgedPauseSeconds: 60 };
const TYPES = [
  'CAMERA_READY',
  'FACE_MATCHED',
  'FACE_UNCERTAIN',
  'FACE_MISSED',
  'FACE_FAULT',
  'RECHECK_DUE',
  'ANSWER_LATE',
  'PAUSE',
  'RESUME',
  'RETRY',
  'SUPERSEDED',
  'LESSON_COMPLETED',
  'END',
] as const;
const REASONS = ['checksMissed', 'uncertain', 'left', 'expired', 'systemFault'] as const;

/** Any events in any order; endings seldom, so that the way there is long. */
const events: fc.Arbitrary<SessionEvent[]> = fc
  .array(
    fc.record({
      type: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...TYPES.slice(0, 10)) },
        { weight: 1, arbitrary: fc.constantFrom(...TYPES) },
      ),
      waits: fc.integer({ min: 0, max: 90_000 }),
      reason: fc.constantFrom(...REASONS),
    }),
    { maxLength: 60 },
  )
  .map((list) => {
    let at = 0;
    return list.map(({ type, waits, reason }) => {
      at += waits;
      return (type === 'END' ? { type, at, reason } : { type, at }) as SessionEvent;
    });
  });

type Walked = {
  readonly before: SessionSnapshot;
  readonly event: SessionEvent;
  readonly after: SessionSnapshot;
};

/** Every step that was allowed; a refused event changes nothing. */
function walk(list: readonly SessionEvent[]): Walked[] {
  const steps: Walked[] = [];
  let before = openSession(0, RULE);
  for (const event of list) {
    const next = stepSession(before, event);
    if (!next.ok) continue;
    steps.push({ before, event, after: next.value });
    before = next.value;
  }
  return steps;
}

const always = (holds: (step: Walked) => void): void =>
  fc.assert(
    fc.property(events, (list) => walk(list).forEach(holds)),
    { numRuns: 500 },
  );

describe('for any sequence of events', () => {
  it('nobody plays whose face was missed last, or never seen', () => {
    always(({ after }) => {
      if (after.value !== 'playing') return;
      expect(['matched', 'uncertain']).toContain(after.context.presence);
    });
  });

  it('play begins at the door with a matched face only', () => {
    always(({ before, event, after }) => {
      if (before.value === 'checkingFace' && after.value === 'playing')
        expect(event.type).toBe('FACE_MATCHED');
    });
  });

  it('a session that ended does not come back', () => {
    always(({ before, event, after }) => {
      if (!sessionEnded(before)) return;
      const later = ['superseded', 'completed', 'suspended'];
      expect(later).toContain(after.value);
      expect(event.type).not.toBe('RETRY');
    });
  });

  it('tries are never more than the rule gives, and an answer has a time only while it is asked', () => {
    always(({ after }) => {
      expect(after.context.triesLeft).toBeGreaterThanOrEqual(0);
      expect(after.context.triesLeft).toBeLessThanOrEqual(RULE.recheckTries);
      if (after.value === 'rechecking') expect(after.context.answerBy).not.toBeNull();
      if (after.value === 'playing') expect(after.context.answerBy).toBeNull();
    });
  });

  it('another device supersedes whatever has not ended for good', () => {
    fc.assert(
      fc.property(events, (list) => {
        const last = walk(list).at(-1)?.after ?? openSession(0, RULE);
        if (last.value === 'completed' || last.value === 'superseded') return;
        const taken = stepSession(last, { type: 'SUPERSEDED', at: 1e9 });
        expect(taken.ok && taken.value.value).toBe('superseded');
      }),
      { numRuns: 300 },
    );
  });
});
