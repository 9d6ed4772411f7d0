import { apply, clockBasisOf, nextDueAt, type AuditInContext } from '@xuzheng/engine';
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
  test('an appeal and a pause that overlap stop the clock once', () => {
    const life = lived({}, ...cleared, m.hours(5, 2), m.pause(6, 9), m.appeal(7));
    const after = apply(apply(life, m.withdrawAppeal(8)).snapshot, m.pauseEnded(9)).snapshot;
    expect(after.context.audit).toMatchObject({
      ...{ dueAt: BEGAN + 11 * DAY, pausedMs: 3 * DAY, pausedAt: null, pause: null },
      standstills: [
        { cause: 'appeal', from: BEGAN + 7 * DAY, to: BEGAN + 8 * DAY },
        { cause: 'evidenceAsked', from: BEGAN + 6 * DAY, to: BEGAN + 9 * DAY },
      ],
    });
    expect(clockBasisOf(after)?.openedAt).toBe(BEGAN + 5 * DAY);
  });
  test('a deadline that has passed is not moved by a later pause', () => {
    const late = [m.hours(1), m.exam(2), m.due(5), m.overdue(7), m.pause(8), m.resume(9)];
    const { audit } = lived({}, ...late).context;
    expect(audit).toMatchObject({ dueAt: BEGAN + 5 * DAY, overdueAt: BEGAN + 7 * DAY });
  });
  test('the process wakes when a pause runs out', () => {
    expect(nextDueAt(lived({}, m.hours(1), m.exam(2), m.pause(3, 4)))).toBe(BEGAN + 4 * DAY);
  });
  test('accepting ends the pause when the acceptance is recorded, not before', () => {
    const asked = lived({}, m.hours(1), m.exam(2), m.pause(3, 9), m.accept(4));
    expect(asked.context.audit).toMatchObject({
      ...{ pausedAt: BEGAN + 3 * DAY, pause: { reasonCode: 'evidenceAsked' }, standstills: [] },
    });
    const { context } = apply(asked, m.recorded(5)).snapshot;
    const went = lived({}, m.hours(1), m.exam(2), m.pause(3, 9), m.resume(5)).context.audit;
    expect(context.audit).toEqual(went);
    expect(context.audit).toMatchObject({
      ...{ pausedAt: null, pause: null, pausedMs: 2 * DAY, dueAt: BEGAN + 7 * DAY },
      standstills: [{ cause: 'evidenceAsked', from: BEGAN + 3 * DAY, to: BEGAN + 5 * DAY }],
    });
  });
  test('so does accepting while an appeal too holds the clock; its end books nothing twice', () => {
    const both = [...appealed, m.hours(5, 2), m.pause(6, 9), m.accept(7), m.recorded(7)];
    const { audit } = lived({}, ...both).context;
    expect(audit).toMatchObject({
      ...{ pausedAt: null, pause: null, pausedMs: 2 * DAY },
      standstills: [
        { cause: 'evidenceAsked', from: BEGAN + 6 * DAY, to: BEGAN + 7 * DAY },
        { cause: 'appeal', from: BEGAN + 5 * DAY, to: BEGAN + 7 * DAY },
      ],
    });
    expect(lived({}, ...both, m.withdrawAppeal(8)).context.audit).toEqual(audit);
  });
  test('an acceptance on appeal ends the pause of the audit it supersedes', () => {
    const moves = [...appealed, m.hours(5, 2), m.pause(6, 9), m.grant(8), m.appealDecided(8)];
    expect(lived({}, ...moves).context.audit).toMatchObject({
      ...{ n: 2, pausedAt: null, pause: null, pausedMs: 3 * DAY },
      standstills: [
        { cause: 'evidenceAsked', from: BEGAN + 6 * DAY, to: BEGAN + 8 * DAY },
        { cause: 'appeal', from: BEGAN + 5 * DAY, to: BEGAN + 8 * DAY },
      ],
    });
  });
  test('withdrawing from the year ends the pause too', () => {
    const { audit } = lived({}, m.hours(1), m.exam(2), m.pause(3, 9), m.withdraw(4)).context;
    expect(audit).toMatchObject({ pausedAt: null, pause: null, pausedMs: DAY });
  });
  test('a life of the first version knows its standstills by their length alone', () => {
    const life = lived({}, ...appealed, m.hours(10, 2), m.withdrawAppeal(14));
    const { pause: _, standstills: __, ...old } = life.context.audit ?? {};
    const kept = { ...life, context: { ...life.context, audit: old as AuditInContext } };
    expect(clockBasisOf(kept)).toEqual({ openedAt: BEGAN + 14 * DAY, standstills: [] });
  });
  test('everyone who touched the case is remembered', () => {
    expect(lived({}, ...appealed, m.grant(5)).context.involved).toEqual(['ana', 'ben', 'cho']);
  });
});
