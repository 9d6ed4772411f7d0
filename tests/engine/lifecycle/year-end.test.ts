import {
  apply,
  nextEvent,
  startOfDay,
  start,
  studyYearAt,
  tagsOf,
  type LifecycleSnapshot,
  type Milestones,
} from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';
import { clockAt, inputWith } from './life.ts';

const MIDNIGHT = startOfDay('2027-01-01');
const second = (at: string): number => Date.parse(`${at}+08:00`);
const input = inputWith({
  ...{ examRequired: false, auditOpensAfter: 'hours', yearEndsAt: MIDNIGHT },
});

const factsOf = (hoursCompletedAt: number | null): Milestones => ({
  ...{ phoneVerifiedAt: input.at, profileCompletedAt: input.at, epoch: 1, hoursCompletedAt },
  ...{ examPassedAt: null, evidenceVersion: 0, clockFrom: hoursCompletedAt },
  clock: hoursCompletedAt === null ? null : clockAt(hoursCompletedAt),
});

/** What the process hears, second by second, while facts come in as they happen. */
function through(completedAt: number | null) {
  let life: LifecycleSnapshot = start(input);
  const heard: string[] = [];
  for (let now = second('2026-12-31T23:59:50'); now <= second('2027-01-01T00:00:20'); now += 1000) {
    const known = completedAt !== null && completedAt <= now ? completedAt : null;
    for (;;) {
      const event = nextEvent(life, factsOf(known), now);
      if (event === null) break;
      heard.push(event.type);
      life = apply(life, event).snapshot;
    }
  }
  return { life, heard };
}

describe('31 December, 23:59:50 to 00:00:20 in Shanghai', () => {
  test.each(['2026-12-31T23:59:50', '2026-12-31T23:59:58', '2027-01-01T00:00:00'])(
    'hours complete at %s open their audit, and the end of the year takes nothing',
    (at) => {
      const { life, heard } = through(second(at));
      expect(heard).toEqual(['HOURS_COMPLETED', 'YEAR_ENDED']);
      expect(tagsOf(life)).toEqual(expect.arrayContaining(['audit.open', 'hours.complete']));
      expect(life.context).toMatchObject({
        ...{ yearEndedAt: MIDNIGHT, closedAt: null, hoursCompletedAt: second(at) },
        audit: { openedAt: second(at) },
      });
    },
  );

  test('hours still open expire once, at midnight and not at the second it was heard', () => {
    const { life, heard } = through(null);
    expect(heard).toEqual(['YEAR_ENDED']);
    expect(life.context.closedAt).toBe(MIDNIGHT);
  });

  test('each of the thirty seconds belongs to exactly one year', () => {
    const years = Array.from({ length: 31 }, (_, n) =>
      studyYearAt(second('2026-12-31T23:59:50') + n * 1000, { kind: 'calendar' }),
    );
    expect(years.map(({ year }) => year)).toEqual([
      ...Array<number>(10).fill(2026),
      ...Array<number>(21).fill(2027),
    ]);
    expect(years[9]?.endsOn).toBe(years[10]?.startsOn);
  });
});
