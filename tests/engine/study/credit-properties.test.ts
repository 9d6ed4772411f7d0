import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  credit,
  endCredit,
  measure,
  notePresence,
  viewCredit,
  type Beat,
  type CreditState,
  type PresenceMark,
} from '@xuzheng/engine';
import { at, begin, mark } from './credit-story.ts';

/** Beats as a client may send them: honest ones, jumps, pauses, hidden tabs, silences. */
const beats: fc.Arbitrary<Beat[]> = fc
  .array(
    fc.record({
      waits: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constant(15_000), fc.constant(0)),
      moves: fc.oneof(
        fc.integer({ min: -30_000, max: 60_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.constant(15_000),
      ),
      playing: fc.boolean(),
      visible: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    let seconds = 0;
    let position = 0;
    return steps.map((step, i) => {
      seconds += step.waits / 1000;
      position += step.moves / 1000;
      const { playing, visible } = step;
      return { seq: i + 1, at: at(seconds), positionSeconds: position, playing, visible };
    });
  });

const marks: fc.Arbitrary<PresenceMark[]> = fc
  .array(
    fc.record({
      seconds: fc.integer({ min: 0, max: 500 }),
      outcome: fc.constantFrom('matched', 'uncertain', 'missed', 'fault', 'held'),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map(({ seconds, outcome }, i) => mark(seconds, outcome, `check-${i}`)));

const watched = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 200 })), {
    maxLength: 4,
  })
  .map((list) => list.map(([from, length]) => [from, from + length] as const));

const withMarks = (state: CreditState, list: readonly PresenceMark[]): CreditState =>
  list.reduce(notePresence, state);

const lastAt = (list: readonly Beat[]): number => Math.max(...list.map((beat) => beat.at));

describe('for any sequence of beats', () => {
  it('credited + uncounted + pending = elapsed, without holes or overlaps', () => {
    fc.assert(
      fc.property(beats, marks, watched, (list, checks, before) => {
        const opened = withMarks(begin({ watched: before }), checks);
        const ended = endCredit(list.reduce(credit, opened), lastAt(list) + 4000);
        const { segments, totals } = viewCredit(ended);
        const parts = totals.creditedSeconds + totals.pendingSeconds + totals.uncountedSeconds;
        expect(parts).toBeCloseTo((lastAt(list) + 4000 - at(0)) / 1000, 6);
        let cursor = at(0);
        for (const segment of segments) {
          expect(segment.startedAt).toBe(cursor);
          expect(segment.endedAt).toBeGreaterThan(segment.startedAt);
          expect(segment.kind === 'uncounted').toBe(segment.reason !== null);
          cursor = segment.endedAt;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('credited seconds never exceed the wall clock, and no lesson second is credited twice', () => {
    fc.assert(
      fc.property(beats, marks, watched, (list, checks, before) => {
        const state = list.reduce(credit, withMarks(begin({ watched: before }), checks));
        const view = viewCredit(state);
        const counted = view.totals.creditedSeconds + view.totals.pendingSeconds;
        expect(counted).toBeLessThanOrEqual((lastAt(list) - at(0)) / 1000 + 1e-9);
        const gained = view.watchedSeconds - measure(before);
        expect(gained).toBeCloseTo(counted, 6);
      }),
      { numRuns: 400 },
    );
  });

  it('shuffled and duplicated beats leave the totals unchanged', () => {
    const shuffledBeats = beats.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list, ...list], { minLength: 0 }),
        fc.shuffledSubarray(list, { minLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffledBeats, marks, ([list, repeated, shuffled], checks) => {
        const opened = withMarks(begin(), checks);
        const inOrder = viewCredit(list.reduce(credit, opened));
        const disordered = viewCredit([...shuffled, ...repeated].reduce(credit, opened));
        expect(disordered.totals).toEqual(inOrder.totals);
        expect(disordered.segments).toEqual(inOrder.segments);
        expect(disordered.ackSeq).toBe(inOrder.ackSeq);
        expect(disordered.watched).toEqual(inOrder.watched);
      }),
      { numRuns: 400 },
    );
  });

  it('progress shown never falls while beats come in, in whatever order and however often', () => {
    const arrivals = beats.chain((list) =>
      fc.shuffledSubarray([...list, ...list], { minLength: list.length }),
    );
    fc.assert(
      fc.property(arrivals, marks, (list, checks) => {
        let state = withMarks(begin(), checks);
        let before = 0;
        // The server's clock goes on: what comes later is heard later, whatever its number.
        const instants = list.map((beat) => beat.at).sort((a, b) => a - b);
        for (const [i, beat] of list.entries()) {
          state = credit(state, { ...beat, at: instants[i] ?? beat.at });
          const now = viewCredit(state).watchedSeconds;
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
        const ended = viewCredit(endCredit(state, (instants.at(-1) ?? at(0)) + 1000));
        expect(ended.watchedSeconds).toBeGreaterThanOrEqual(before);
        const counted = ended.totals.creditedSeconds + ended.totals.pendingSeconds;
        expect(ended.watchedSeconds).toBeCloseTo(counted, 6);
      }),
      { numRuns: 400 },
    );
  });

  it('survives a round trip through JSON at any moment', () => {
    fc.assert(
      fc.property(beats, marks, (list, checks) => {
        const opened = withMarks(begin(), checks);
        const stored = list.reduce(
          (state, beat) => credit(JSON.parse(JSON.stringify(state)) as CreditState, beat),
          opened,
        );
        expect(viewCredit(stored)).toEqual(viewCredit(list.reduce(credit, opened)));
      }),
      { numRuns: 100 },
    );
  });
});
