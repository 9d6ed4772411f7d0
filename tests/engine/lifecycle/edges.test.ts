import { describe, expect, test } from 'vitest';
import { appealed, cleared, REACHED, REFUSED, relearning } from './edges.table.ts';
import { BEGAN, DAY, lived, move as m, placesOf, refusalOf } from './life.ts';

describe('every listed edge', () => {
  test.each(REACHED)('%s', (_, input, moves, tags) => {
    expect(placesOf(lived(input, ...moves))).toEqual(expect.arrayContaining([...tags]));
  });
});

describe('what is refused, and with which code', () => {
  test.each(REFUSED)('%s', (_, input, moves, event, code) => {
    expect(refusalOf(lived(input, ...moves), event)).toBe(code);
  });
});

describe('numbers in the context', () => {
  test('a clear begins the next epoch and empties what was complete', () => {
    expect(lived({}, ...cleared).context).toMatchObject({ epoch: 2, hoursCompletedAt: null });
  });
  test('the second audit has a fresh due date and the new epoch', () => {
    const { audit } = lived({}, ...relearning).context;
    expect(audit).toMatchObject({ n: 2, epoch: 2, dueAt: BEGAN + 13 * DAY });
  });
  test('an appeal’s length is added to the relearn window', () => {
    const before = lived({}, ...cleared).context.clear?.relearnUntil ?? 0;
    const after = lived({}, ...appealed, m.dismiss(6), m.appealDecided(6)).context.clear;
    expect((after?.relearnUntil ?? 0) - before).toBe(2 * DAY);
  });
  test('a paused clock goes on from where it stood', () => {
    const { audit } = lived({}, ...appealed, m.hours(10, 2), m.withdrawAppeal(14)).context;
    expect(audit).toMatchObject({ dueAt: BEGAN + 17 * DAY, pausedMs: 4 * DAY, pausedAt: null });
  });
  test('everyone who touched the case is remembered', () => {
    expect(lived({}, ...appealed, m.grant(5)).context.involved).toEqual(['ana', 'ben', 'cho']);
  });
});
