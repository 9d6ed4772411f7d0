import { describe, expect, it } from 'vitest';
import {
  credit,
  endCredit,
  HANDBOOK_POLICY,
  notePresence,
  passportOf,
  viewCredit,
  type Beat,
  type CreditState,
} from '@xuzheng/engine';
import { at, beat, begin, T0 } from './credit-story.ts';

const run = (state: CreditState, ...beats: Beat[]): CreditState => beats.reduce(credit, state);

const sums = (state: CreditState): number => {
  const { creditedSeconds, pendingSeconds, uncountedSeconds } = viewCredit(state).totals;
  return creditedSeconds + pendingSeconds + uncountedSeconds;
};

describe('beats are idempotent', () => {
  it('a replayed beat changes nothing, whatever it claims now', () => {
    const state = run(begin(), beat(1, 15, 15), beat(2, 30, 30), beat(3, 45, 45));
    for (let i = 0; i < 100; i++) {
      expect(credit(state, beat(2, 90, 600))).toBe(state);
      expect(credit(state, beat(3, 90, 600))).toBe(state);
    }
  });

  it('1,000 beats within 10 s earn 10 s', () => {
    let state = begin();
    for (let i = 1; i <= 1000; i++) state = credit(state, beat(i, i / 100, i * 15));
    expect(viewCredit(state).totals.creditedSeconds).toBeLessThanOrEqual(10);
    expect(viewCredit(state).ackSeq).toBe(1000);
  });

  it('beats queued while offline arrive at one instant and count as they were played', () => {
    const queued = [2, 3, 4, 5].map((seq) => beat(seq, 75, seq * 15));
    const view = viewCredit(run(begin(), beat(1, 15, 15), ...queued));
    expect(view.totals.creditedSeconds).toBe(75);
    expect(view.ackSeq).toBe(5);
  });

  it('does not acknowledge beyond a hole until the missing beat comes', () => {
    const hole = run(begin(), beat(1, 15, 15), beat(3, 45, 45));
    expect(viewCredit(hole).ackSeq).toBe(1);
    expect(viewCredit(credit(hole, beat(2, 46, 30))).ackSeq).toBe(3);
  });

  it('a beat that comes after its successor is as old as that one', () => {
    const late = viewCredit(run(begin(), beat(1, 15, 15), beat(3, 45, 45), beat(2, 110, 30)));
    expect(late.totals).toMatchObject({ elapsedSeconds: 45, creditedSeconds: 45 });
    expect(late.accountedUntil).toBe(at(45));
  });

  it('instants with fractions and marks between beats stop nothing', () => {
    let state = begin({ rule: { ...HANDBOOK_POLICY, dailyCapSeconds: 20.0004 } });
    state = notePresence(state, { at: T0 + 3000.3, outcome: 'matched', evidenceId: 'm' });
    const view = viewCredit(run(state, beat(1, 15.0007, 15), beat(2, 30, 30)));
    expect(view.totals.creditedSeconds).toBe(20);
  });

  it('goes on after a hole that never closes', () => {
    let state = run(begin({ durationSeconds: 7200 }), beat(1, 15, 15));
    for (let i = 3; i <= 120; i++) state = credit(state, beat(i, i * 15, i * 15));
    expect(viewCredit(state).ackSeq).toBe(120);
    expect(state.tail.length).toBeLessThanOrEqual(65);
  });

  it('accepts nothing after the end', () => {
    const ended = endCredit(run(begin(), beat(1, 15, 15)), at(20));
    expect(credit(ended, beat(2, 30, 30))).toBe(ended);
  });
});

describe('the minute passport', () => {
  it('shows each minute as credited, pending or uncounted, and sums to the elapsed time', () => {
    let state = begin({ durationSeconds: 3600 });
    for (let i = 1; i <= 10; i++) state = credit(state, beat(i, i * 15, i * 15));
    state = run(state, beat(11, 165, 165, { playing: false }), beat(12, 285, 165));
    state = endCredit(run(state, beat(13, 300, 180)), at(300));
    const minutes = passportOf(viewCredit(state).segments);
    expect(minutes.map((minute) => minute.shown)).toEqual([
      'credited',
      'credited',
      'credited',
      'uncounted',
      'uncounted',
    ]);
    expect(minutes[3]?.reason).toBe('paused');
    const total = minutes.reduce(
      (sum, { seconds }) => sum + seconds.credited + seconds.pending + seconds.uncounted,
      0,
    );
    expect(total).toBe(300);
    expect(sums(state)).toBe(300);
    expect(minutes[0]?.evidence).toEqual(['matched-0']);
    expect(minutes[0]?.startsAt).toBe(T0);
  });
});

describe('what every credited segment rests on', () => {
  it('names its face evidence and the statistics of its beats', () => {
    let state = begin();
    for (let i = 1; i <= 20; i++) state = credit(state, beat(i, i * 15, i * 15));
    const [segment] = viewCredit(state).segments;
    expect(segment).toMatchObject({ kind: 'credited', presenceAt: T0, evidence: ['matched-0'] });
    expect(segment?.beats).toBe(20);
    expect(segment?.intervalMeanMs).toBeCloseTo(15_000);
    expect(segment?.intervalM2).toBeCloseTo(0);
  });
});
