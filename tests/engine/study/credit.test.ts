import { describe, expect, it } from 'vitest';
import {
  credit,
  doubt,
  endCredit,
  HANDBOOK_POLICY,
  lessonComplete,
  notePresence,
  resumePosition,
  viewCredit,
  type Beat,
  type CreditState,
} from '@xuzheng/engine';
import { at, beat, begin, mark } from './credit-story.ts';

const run = (state: CreditState, ...beats: Beat[]): CreditState => beats.reduce(credit, state);

describe('学习进度实时累计', () => {
  it('credits what was played, second for second', () => {
    const view = viewCredit(run(begin(), beat(1, 15, 15), beat(2, 30, 30), beat(3, 45, 45)));
    expect(view.totals.creditedSeconds).toBe(45);
    expect(view.totals.uncountedSeconds).toBe(0);
    expect(view.watched).toEqual([[0, 45]]);
    expect(view.ackSeq).toBe(3);
    expect(view.positionSeconds).toBe(45);
  });

  it('counts the last partial interval, so that a lesson becomes complete', () => {
    const state = run(begin({ durationSeconds: 20 }), beat(1, 15, 15), beat(2, 18.4, 18.4));
    expect(lessonComplete(viewCredit(state).watched, 20)).toBe(true);
  });

  it('needs the union of watched stretches to reach the duration less 3 s', () => {
    expect(lessonComplete([[0, 56.999]], 60)).toBe(false);
    expect(lessonComplete([[0, 57]], 60)).toBe(true);
    expect(
      lessonComplete(
        [
          [0, 30],
          [20, 45],
          [44, 57],
        ],
        60,
      ),
    ).toBe(true);
    expect(
      lessonComplete(
        [
          [0, 30],
          [40, 90],
        ],
        60,
      ),
    ).toBe(false);
  });

  it('resumes at the first second that has not been watched', () => {
    expect(resumePosition([], 60)).toBe(0);
    expect(
      resumePosition(
        [
          [0, 20],
          [30, 60],
        ],
        60,
      ),
    ).toBe(20);
    expect(resumePosition([[0, 60]], 60)).toBe(60);
  });
});

describe('课件不支持快进或后退', () => {
  it.each([2, 16])('credits no more than the wall clock at %i× speed', (speed) => {
    const state = run(begin(), beat(1, 15, 15 * speed), beat(2, 30, 30 * speed));
    const view = viewCredit(state);
    expect(view.totals.creditedSeconds).toBe(30);
    expect(view.positionSeconds).toBe(30);
    expect(view.aheadBeats).toBe(2);
  });

  it('takes a jump to the end as one interval of wall clock', () => {
    const view = viewCredit(run(begin(), beat(1, 15, 600)));
    expect(view.watched).toEqual([[0, 15]]);
    expect(lessonComplete(view.watched, 600)).toBe(false);
  });

  it('gives a rewound stretch no second time', () => {
    const view = viewCredit(run(begin(), beat(1, 15, 15), beat(2, 16, 0), beat(3, 31, 15)));
    expect(view.totals.creditedSeconds).toBe(15);
    expect(view.totals.uncountedByReason.replay).toBe(15);
  });

  it('lets the player cross what was watched before and earn only what was not', () => {
    const watched = [[10, 100]] as const;
    const view = viewCredit(run(begin({ watched }), beat(1, 15, 105)));
    expect(view.totals.creditedSeconds).toBe(15);
    expect(view.watched).toEqual([[0, 105]]);
  });

  it('credits nothing for positions before the start, beyond the end, or that are no numbers', () => {
    const state = run(
      begin({ durationSeconds: 30 }),
      beat(1, 15, -4),
      beat(2, 30, Number.NaN),
      beat(3, 31, Number.POSITIVE_INFINITY),
      beat(0, 32, 10),
      beat(1.5, 33, 10),
    );
    expect(viewCredit(state).totals.creditedSeconds).toBe(0);
  });
});

describe('every uncounted second has one reason', () => {
  it('paused', () => {
    const state = run(begin(), beat(1, 15, 15, { playing: false }), beat(2, 75, 15));
    expect(viewCredit(state).totals.uncountedByReason).toEqual({ paused: 60 });
  });

  it('hidden', () => {
    const state = run(begin(), beat(1, 15, 15, { visible: false }), beat(2, 45, 45));
    const view = viewCredit(state);
    expect(view.totals.creditedSeconds).toBe(15);
    expect(view.totals.uncountedByReason).toEqual({ hidden: 30 });
  });

  it('networkLost beyond the grace of 120 s; within it queued beats count', () => {
    const within = run(begin(), beat(1, 15, 15), beat(2, 115, 115));
    expect(viewCredit(within).totals.creditedSeconds).toBe(115);
    const beyond = viewCredit(run(begin(), beat(1, 15, 15), beat(2, 615, 600), beat(3, 630, 600)));
    expect(beyond.totals.creditedSeconds).toBe(15 + 120 + 15);
    expect(beyond.totals.uncountedByReason.networkLost).toBeGreaterThan(400);
  });

  it('networkLost when the video stood still while it waited for data', () => {
    const view = viewCredit(run(begin(), beat(1, 15, 15), beat(2, 45, 20), beat(3, 60, 35)));
    expect(view.totals.creditedSeconds).toBe(35);
    expect(view.totals.uncountedByReason).toEqual({ networkLost: 20 });
  });

  it('faceMissed after a missed check, until the face is seen again', () => {
    let state = run(begin(), beat(1, 15, 15));
    state = notePresence(state, mark(15, 'missed'));
    state = run(state, beat(2, 30, 30));
    state = notePresence(state, mark(30, 'matched'));
    const view = viewCredit(run(state, beat(3, 45, 45)));
    expect(view.totals.creditedSeconds).toBe(30);
    expect(view.totals.uncountedByReason).toEqual({ faceMissed: 15 });
    expect(view.watched).toEqual([
      [0, 15],
      [30, 45],
    ]);
  });

  it('faceMissed when no face was seen for 20 minutes', () => {
    let state = begin({ durationSeconds: 3600 });
    for (let i = 1; i <= 100; i++) state = credit(state, beat(i, i * 15, i * 15));
    const view = viewCredit(state);
    expect(view.totals.creditedSeconds).toBe(20 * 60);
    expect(view.totals.uncountedByReason).toEqual({ faceMissed: 300 });
  });

  it('faceMissed with no entry check at all', () => {
    const view = viewCredit(run(begin({ presence: null }), beat(1, 15, 15)));
    expect(view.totals.creditedSeconds).toBe(0);
    expect(view.totals.uncountedByReason).toEqual({ faceMissed: 15 });
  });

  it('dailyCap, by the day in Shanghai', () => {
    const late = Date.parse('2026-03-09T23:59:00+08:00');
    const rule = { ...HANDBOOK_POLICY, dailyCapSeconds: 30 };
    const state = begin({ at: late, rule, presence: { ...mark(0), at: late } });
    const beats = [15, 30, 45, 60, 75, 90].map((seconds, i) => ({
      ...beat(i + 1, 0, seconds),
      at: late + seconds * 1000,
    }));
    const view = viewCredit(run(state, ...beats));
    expect(view.totals.creditedSeconds).toBe(60);
    expect(view.totals.uncountedByReason).toEqual({ dailyCap: 30 });
  });

  it('beyondLesson when the lesson is over and the page stays open', () => {
    const state = run(begin({ durationSeconds: 15 }), beat(1, 15, 15), beat(2, 30, 15));
    expect(viewCredit(state).totals.uncountedByReason).toEqual({ beyondLesson: 15 });
  });

  it('replay when everything had been watched before', () => {
    const watched = [[0, 600]] as const;
    const view = viewCredit(run(begin({ watched }), beat(1, 15, 15), beat(2, 30, 30)));
    expect(view.totals.creditedSeconds).toBe(0);
    expect(view.totals.uncountedByReason).toEqual({ replay: 30 });
  });

  it('leaseLost or systemFault, as the server says when it ends the session', () => {
    const played = run(begin(), beat(1, 15, 15));
    for (const reason of ['leaseLost', 'systemFault'] as const) {
      const view = viewCredit(endCredit(played, at(25), reason));
      expect(view.totals.uncountedByReason).toEqual({ [reason]: 10 });
      expect(view.totals.elapsedSeconds).toBe(25);
    }
  });
});

describe('an uncertain face makes time pending, not uncounted', () => {
  it('until the face is matched again', () => {
    let state = run(begin(), beat(1, 15, 15));
    state = notePresence(state, mark(15, 'uncertain'));
    state = run(state, beat(2, 30, 30));
    state = notePresence(state, mark(30));
    const view = viewCredit(run(state, beat(3, 45, 45)));
    expect(view.totals).toMatchObject({ creditedSeconds: 30, pendingSeconds: 15 });
    expect(view.watched).toEqual([[0, 45]]);
  });

  it('and so does a face service that is away: its fault never counts against the learner', () => {
    const state = notePresence(run(begin(), beat(1, 15, 15)), mark(15, 'fault'));
    const view = viewCredit(run(state, beat(2, 30, 30)));
    expect(view.totals).toMatchObject({ pendingSeconds: 15, uncountedSeconds: 0 });
  });

  it('the last own face is remembered, however many checks follow it', () => {
    let state = notePresence(run(begin(), beat(1, 15, 15)), mark(15));
    state = notePresence(state, mark(30, 'held'));
    state = run(state, beat(2, 30, 30), beat(3, 45, 30), beat(4, 60, 30), beat(5, 75, 30));
    expect(state.marks.findLast((one) => one.outcome === 'matched')?.at).toBe(at(15));
    expect(state.marks).toHaveLength(2);
  });

  it('another face turns what was credited since the last own face into pending', () => {
    let state = run(begin(), beat(1, 15, 15));
    state = notePresence(state, mark(15, 'matched'));
    state = run(state, beat(2, 30, 30), beat(3, 45, 45));
    state = doubt(notePresence(state, mark(45, 'missed')), at(15), at(45));
    const view = viewCredit(run(state, beat(4, 60, 60)));
    expect(view.totals).toMatchObject({
      creditedSeconds: 15,
      pendingSeconds: 30,
      uncountedSeconds: 15,
    });
  });
});
