import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY_MS,
  findingsOf,
  HANDBOOK_POLICY,
  measure,
  missedPartsIn,
  openSecondsOf,
  startOfDay,
  type Evidence,
  type Segment,
} from '@xuzheng/engine';
import { check, session } from '../audit/findings.table.ts';

const LESSON = { id: 'l1', durationSeconds: 1200 };
const MORNING = startOfDay('2026-03-02') + 9 * 3_600_000;
const DEADLINE = startOfDay('2026-03-10');
const MINUTE = 60_000;

/** A stretch of a lesson played from an instant on. */
const played = (
  at: number,
  [from, to]: readonly [number, number],
  change: Partial<Segment> = {},
): Segment => ({
  ...{ n: 0, kind: 'credited', reason: null, startedAt: at, endedAt: at + (to - from) * 1000 },
  ...{ lessonFrom: from, lessonTo: to, beats: 9, intervalMeanMs: 15_000, intervalM2: 90_000 },
  ...{ presenceAt: at, evidence: ['entry'], ...change },
});
const unseen = (at: number, range: readonly [number, number], id: string) =>
  played(at, range, { kind: 'uncounted', reason: 'faceMissed', evidence: [id] });

/** Three snapshots missed in a row, a minute of the lesson lost with each. */
const missedThrice = () => {
  const missed = [1, 2, 3].map((n) =>
    check('s1', 'missed', { id: `m${n}`, at: MORNING + n * 5 * MINUTE }),
  );
  const holes = missed.map(({ id, at }, n) => unseen(at, [n * 300, n * 300 + 60], id));
  return { missed, first: session('s1', { segments: holes, lessonId: 'l1', ended: true }) };
};

const later = (at: number, ranges: readonly (readonly [number, number])[], id = 's2') =>
  session(id, {
    segments: ranges.map((range, n) => played(at + n * 100_000, range)),
    ...{ lessonId: 'l1', ended: true },
  });
const HOLES = [
  [0, 60],
  [300, 360],
  [600, 660],
] as const;

const evidence = (change: Partial<Evidence>): Evidence => ({
  ...{ sessions: [], checks: [], sharedFaces: [], sharedDevices: [] },
  lessons: [{ ...LESSON, watched: [] }],
  ...change,
});
const idleOf = (given: Evidence) =>
  findingsOf(given, HANDBOOK_POLICY).find(({ kind }) => kind === 'idleStudy');
const partsOf = (given: Evidence, now = MORNING + DAY_MS) =>
  missedPartsIn(given, HANDBOOK_POLICY, now);

describe('parts in which nobody was seen', () => {
  it('are told with their stretch, until the end of the seventh day after', () => {
    const { first, missed } = missedThrice();
    const parts = partsOf(evidence({ sessions: [first], checks: missed }));
    expect(parts.map(({ range, state }) => [...range, state])).toEqual([
      [0, 60, 'open'],
      [300, 360, 'open'],
      [600, 660, 'open'],
    ]);
    expect(parts.map(({ until }) => until)).toEqual([DEADLINE, DEADLINE, DEADLINE]);
    expect(openSecondsOf(parts)).toBe(180);
  });

  it('after the window can still be studied, and are no make-up any more', () => {
    const { first, missed } = missedThrice();
    const given = evidence({ sessions: [first], checks: missed });
    expect(partsOf(given, DEADLINE - 1).map(({ state }) => state)[0]).toBe('open');
    expect(partsOf(given, DEADLINE).map(({ state }) => state)[0]).toBe('lapsed');
    expect(openSecondsOf(partsOf(given, DEADLINE))).toBe(0);
  });

  it('of a lesson closed by missed checks begin where it stood', () => {
    const stood = played(MORNING + 5 * MINUTE, [300, 300], {
      ...{ endedAt: MORNING + 8 * MINUTE, kind: 'uncounted', reason: 'faceMissed' },
      evidence: ['unanswered:0:1'],
    });
    const closed = session('s1', {
      segments: [played(MORNING, [0, 300]), stood],
      ...{ lessonId: 'l1', ended: true },
    });
    const [part] = partsOf(evidence({ sessions: [closed] }));
    expect(part).toMatchObject({ range: [300, 480], state: 'open' });
    const open = { ...closed, ended: false };
    expect(partsOf(evidence({ sessions: [open] }))).toEqual([]);
  });

  it('are none where time did not count for another reason, or play went on from where it stood', () => {
    const paused = played(MORNING, [0, 60], { kind: 'uncounted', reason: 'networkLost' });
    const asked = played(MORNING, [0, 0], {
      ...{ endedAt: MORNING + MINUTE, kind: 'uncounted', reason: 'faceMissed' },
    });
    const answered = session('s1', {
      segments: [paused, asked, played(MORNING + MINUTE, [0, 300])],
      ...{ lessonId: 'l1', ended: true },
    });
    expect(partsOf(evidence({ sessions: [answered] }))).toEqual([]);
  });
});

describe('a miss that was made up in time', () => {
  const { first, missed } = missedThrice();
  const strengthWith = (more: Parameters<typeof evidence>[0]['sessions'], checks = missed) =>
    idleOf(evidence({ sessions: [first, ...(more ?? [])], checks }))?.strength;

  it('no longer counts to k of n; a note says that it was made up, and when', () => {
    expect(strengthWith([])).toBe('weak');
    const made = evidence({ sessions: [first, later(MORNING + DAY_MS, HOLES)], checks: missed });
    expect(partsOf(made).map(({ state }) => state)).toEqual(['madeUp', 'madeUp', 'madeUp']);
    const found = idleOf(made);
    expect(found?.strength).toBe('note');
    expect(found?.sentence).toBe(
      '连续 5 次抽查中有 3 次未见本人在场;其中 3 次缺失的部分已在期限内补学(最后于 3 月 3 日 09:04)。',
    );
    expect(found?.evidence.checks).toEqual(['m1', 'm2', 'm3']);
  });

  it('is one whose every second was studied again', () => {
    const short = [HOLES[0], HOLES[1], [600, 659]] as const;
    expect(strengthWith([later(MORNING + DAY_MS, short)])).toBe('note');
    const none = [[0, 59]] as const;
    expect(strengthWith([later(MORNING + DAY_MS, none)])).toBe('weak');
  });

  it('stays when the part was studied again a moment too late', () => {
    const at = DEADLINE - 60_000;
    expect(strengthWith([later(at, [HOLES[0]])])).toBe('note');
    expect(strengthWith([later(at + 1, [HOLES[0]])])).toBe('weak');
  });

  it('stays when nobody was seen after it either, or a face is uncertain', () => {
    const again = later(MORNING + DAY_MS, HOLES);
    const unseenAgain = { ...again, unansweredAt: [MORNING + DAY_MS + 300_000] };
    expect(strengthWith([unseenAgain])).toBe('weak');
    const left = [{ kind: 'snapshot', at: MORNING + DAY_MS + 300_000, how: 'left' }] as const;
    expect(strengthWith([{ ...again, escaped: left }])).toBe('weak');
    const pending = again.segments.map((one) => ({ ...one, kind: 'pending' as const }));
    expect(strengthWith([{ ...again, segments: pending }])).toBe('weak');
    expect(strengthWith([{ ...again, ended: false }])).toBe('weak');
    const other = check('s2', 'missed', { at: MORNING + DAY_MS + 300_000, reason: 'otherFace' });
    expect(strengthWith([again], [...missed, other])).toBe('weak');
  });

  it('never lets another face be forgotten, nor a check that was run away from', () => {
    const others = missed.map((one) => ({ ...one, reason: 'otherFace' }));
    const made = [first, later(MORNING + DAY_MS, HOLES)];
    const found = findingsOf(evidence({ sessions: made, checks: others }), HANDBOOK_POLICY);
    expect(found.find(({ kind }) => kind === 'impersonation')?.strength).toBe('strong');
    const runaways = [1, 2, 3].map((n) =>
      session(`r${n}`, {
        segments: [played(MORNING + n * DAY_MS, [n * 100, n * 100 + 60])],
        escaped: [{ kind: 'snapshot', at: MORNING + n * DAY_MS + 60_000, how: 'left' }],
        ...{ lessonId: 'l1', ended: true },
      }),
    );
    expect(idleOf(evidence({ sessions: runaways }))?.strength).toBe('weak');
  });

  it('hides no finding across sessions that stands by itself', () => {
    const runaways = [1, 2, 3].map((n) =>
      session(`r${n}`, {
        escaped: [{ kind: 'snapshot', at: MORNING + (n + 1) * DAY_MS, how: 'left' }],
        segments: [],
      }),
    );
    const sessions = [first, later(MORNING + DAY_MS, HOLES), ...runaways];
    const idle = findingsOf(evidence({ sessions, checks: missed }), HANDBOOK_POLICY).filter(
      ({ kind }) => kind === 'idleStudy',
    );
    expect(idle.map(({ key, strength }) => `${key} ${strength}`)).toEqual([
      'idleStudy:s1 note',
      'idleStudy:across weak',
    ]);
  });

  it('is unknown to evidence kept before there were make-ups: decisions run again as they were', () => {
    const { lessons: _, ...older } = evidence({
      sessions: [first, later(MORNING + DAY_MS, HOLES)],
      checks: missed,
    });
    expect(idleOf(older)?.strength).toBe('weak');
  });
});

describe('whatever is studied again', () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 1100 }), fc.integer({ min: 1, max: 100 }))
    .map(([from, length]) => [from, from + length] as const);
  const sessionsFrom = fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 12 }), ranges: fc.array(range, { maxLength: 5 }) }),
    { maxLength: 5 },
  );

  it('more of it never makes a finding stronger, and what is made up has no second left', () => {
    const { first, missed } = missedThrice();
    const weight = (strength?: string) => ['note', 'weak', 'strong'].indexOf(strength ?? '');
    fc.assert(
      fc.property(sessionsFrom, (given) => {
        const more = given.map(({ day, ranges }, n) =>
          later(MORNING + (day + 1) * DAY_MS, ranges, `t${n}`),
        );
        const all = evidence({ sessions: [first, ...more], checks: missed });
        expect(weight(idleOf(all)?.strength)).toBeLessThanOrEqual(weight('weak'));
        expect(weight(idleOf(all)?.strength)).toBeGreaterThanOrEqual(weight('note'));
        for (const part of partsOf(all)) {
          const left = measure(part.left);
          expect(left).toBeLessThanOrEqual(part.range[1] - part.range[0]);
          if (part.state === 'madeUp') expect(left).toBe(0);
          if (part.madeUpAt !== null) {
            expect(part.madeUpAt).toBeGreaterThan(part.missedAt);
            expect(part.madeUpAt).toBeLessThanOrEqual(part.until);
          }
        }
      }),
    );
  });
});
