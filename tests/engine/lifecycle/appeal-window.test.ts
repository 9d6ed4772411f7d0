import {
  addDays,
  apply,
  CALENDAR_2020_EXTENDED,
  CALENDAR_2020_FIRST,
  nextEvent,
  startOfDay,
  workingDeadline,
  type LifecycleSnapshot,
  type Milestones,
  type WorkCalendar,
} from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';
import { cleared } from './edges.table.ts';
import { clockAt, DAY, lived, move as m, placesOf, type Move } from './life.ts';

const RULE = { workingDayMs: null };
const APPEAL_WORKING_DAYS = 5;
const endOf = (day: string): number => startOfDay(addDays(day, 1));

/** Cleared on a day of 2020 in the afternoon, by the calendar of that time. */
function clearedOn(day: string, calendar: WorkCalendar): LifecycleSnapshot {
  const at = startOfDay(day) + 16 * 3_600_000;
  const by = { evidenceVersion: 0, at };
  const moves: Move[] = [
    { type: 'HOURS_COMPLETED', at: at - DAY, epoch: 1, clock: clockAt(at - DAY) },
    { type: 'EXAM_PASSED', at: at - DAY, clock: clockAt(at - DAY) },
    {
      ...{ type: 'PROPOSE_CLEAR', by: 'ana', reasonCode: 'impersonation', ...by },
      ...{ textId: 't', findingIds: [] },
    },
    { type: 'SIGN_CLEAR', by: 'ben', ...by },
    {
      ...{ type: 'RECORDED', at, what: 'verdict', relearnUntil: at + 60 * DAY },
      appealUntil: workingDeadline(at, APPEAL_WORKING_DAYS, RULE, calendar),
    },
  ];
  const input = { yearEndsAt: startOfDay('2021-01-01'), at: at - 2 * DAY };
  return lived(input, ...moves);
}

/** The facts that a published calendar brings about the newest clear. */
function factsBy(life: LifecycleSnapshot, calendar: WorkCalendar, provisional = false): Milestones {
  const { clear } = life.context;
  const until = workingDeadline(clear?.at ?? 0, APPEAL_WORKING_DAYS, RULE, calendar);
  return {
    ...{ phoneVerifiedAt: null, profileCompletedAt: null, epoch: 2, hoursCompletedAt: null },
    ...{ examPassedAt: null, evidenceVersion: 0, clock: null, clockFrom: null },
    appealWindow: { auditN: clear?.auditN ?? 0, until, provisional },
  };
}

/** The life after a calendar has been published, an hour after the clear. */
function published(life: LifecycleSnapshot, calendar: WorkCalendar, provisional?: boolean) {
  const facts = factsBy(life, calendar, provisional);
  const now = (life.context.clear?.at ?? 0) + 3_600_000;
  const event = nextEvent(life, facts, now);
  const after = event === null ? life : apply(life, event).snapshot;
  // Told twice, it happens once.
  expect(nextEvent(after, facts, now)).toBeNull();
  return { event: event?.type ?? null, clear: after.context.clear };
}

describe('the window of an appeal in working days', () => {
  // The golden table: +5 working days, start day not counted, before and after 27 January 2020.
  test.each([
    ['2020-01-22', CALENDAR_2020_FIRST, '2020-02-04', CALENDAR_2020_EXTENDED, '2020-02-06'],
    ['2020-04-24', CALENDAR_2020_FIRST, '2020-04-30', CALENDAR_2020_EXTENDED, '2020-04-30'],
    ['2020-09-25', CALENDAR_2020_FIRST, '2020-10-09', CALENDAR_2020_EXTENDED, '2020-10-09'],
  ])('cleared on %s: a longer holiday makes it longer', (day, first, told, newer, becomes) => {
    const life = clearedOn(day, first);
    expect(life.context.clear?.appealUntil).toBe(endOf(told));
    const { event, clear } = published(life, newer);
    expect(event).toBe(told === becomes ? null : 'APPEAL_WINDOW');
    expect(clear).toMatchObject({ appealUntil: endOf(becomes), appealProvisional: false });
  });

  test('a shorter holiday does not: the learner has been told the later day', () => {
    const life = clearedOn('2020-01-22', CALENDAR_2020_EXTENDED);
    expect(published(life, CALENDAR_2020_FIRST)).toMatchObject({
      ...{ event: null, clear: { appealUntil: endOf('2020-02-06') } },
    });
  });

  test('one that rests on an unpublished year closes for nobody', () => {
    const guessed = lived({}, ...cleared, m.appealWindow(5, 8, true));
    expect(placesOf(apply(guessed, m.appeal(11)).snapshot)).toContain('appeal.filed');
  });

  test('a guess that is confirmed closes again when its day has passed', () => {
    const life = clearedOn('2020-01-22', CALENDAR_2020_FIRST);
    const guessed = published(life, CALENDAR_2020_FIRST, true);
    expect(guessed).toMatchObject({ event: 'APPEAL_WINDOW', clear: { appealProvisional: true } });
    const again = { ...life, context: { ...life.context, clear: guessed.clear } };
    expect(published(again, CALENDAR_2020_EXTENDED)).toMatchObject({
      ...{ event: 'APPEAL_WINDOW' },
      clear: { appealUntil: endOf('2020-02-06'), appealProvisional: false },
    });
  });

  test('facts about an earlier clear move nothing', () => {
    const life = clearedOn('2020-01-22', CALENDAR_2020_FIRST);
    const facts = factsBy(life, CALENDAR_2020_EXTENDED);
    const old = {
      ...facts,
      appealWindow: { auditN: 7, until: endOf('2020-02-06'), provisional: false },
    };
    expect(nextEvent(life, old, life.context.clear?.at ?? 0)).toBeNull();
  });
});
