import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual } from './explanation.ts';
import { day, exact, nullable, oneOf } from './shared.ts';

const DayNames = Type.Record(Type.String(), Type.String());
const DAY_KINDS = ['working', 'weekend', 'holiday', 'extra'] as const;

export const CalendarSchema = Type.Object({
  version: Type.Integer(),
  publishedThrough: day,
  holidays: DayNames,
  extraWorkdays: DayNames,
  note: Type.String({ description: 'Where the days come from' }),
});
export type CalendarView = Static<typeof CalendarSchema>;

const PublishedDaySchema = exact({
  day: Type.String({ maxLength: 10 }),
  kind: oneOf(['holiday', 'workday']),
  name: Type.String({ maxLength: 40 }),
});

/** A published year, as a text to be read or day by day; one of the two. */
export const PublishedYearBody = exact({
  baseVersion: Type.Integer({ description: 'The newest version as it was seen' }),
  year: Type.Integer({ minimum: 2000, maximum: 2100 }),
  csv: Type.Optional(Type.String({ maxLength: 50_000 })),
  days: Type.Optional(Type.Array(PublishedDaySchema, { maxItems: 400 })),
  note: Type.String({ maxLength: 300 }),
});
export type PublishedYearAsked = Static<typeof PublishedYearBody>;

/** What a published year would change, before anybody publishes it. */
export const CalendarPreviewSchema = Type.Object({
  version: Type.Integer({ description: 'The version it would become' }),
  publishedThrough: day,
  days: Type.Array(PublishedDaySchema),
  problems: Type.Array(
    Type.Object({ line: Type.Integer({ description: '0: the whole' }), sentence: Bilingual }),
  ),
  changes: Type.Array(
    Type.Object({
      day,
      was: oneOf(DAY_KINDS),
      becomes: oneOf(DAY_KINDS),
      name: Type.String(),
    }),
  ),
  audits: Type.Object({
    running: Type.Integer(),
    later: Type.Integer({ description: 'Due or overdue later than now' }),
    earlier: Type.Integer(),
    struckAtOnce: Type.Integer({ description: 'Whose due or overdue instant would be past' }),
    confirmed: Type.Integer({ description: 'No longer provisional' }),
    latestOverdueOn: nullable(day),
  }),
});
export type CalendarPreview = Static<typeof CalendarPreviewSchema>;
