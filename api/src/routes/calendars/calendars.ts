import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { previewYear, publishYear } from '../../commands/calendar/publish-year.ts';
import { allCalendars } from '../../db/calendars.ts';
import { sendResult } from '../../plugins/refusals.ts';
import {
  CalendarPreviewSchema,
  CalendarSchema,
  PublishedYearBody,
} from '../../schemas/calendars.ts';
import { route } from '../../schemas/route.ts';

const tags = ['operation'];
const list = route('calendars.manage', {
  tags,
  summary: 'Working calendars by version, newest first',
  response: { 200: Type.Object({ items: Type.Array(CalendarSchema) }) },
});
const preview = route('calendars.manage', {
  tags,
  summary: 'What a published year would change, and how many running audits it would move',
  body: PublishedYearBody,
  response: { 200: CalendarPreviewSchema },
});
const publish = route('calendars.manage', {
  tags,
  summary: 'Publish a year as a new version; running audit clocks are counted anew',
  body: PublishedYearBody,
  response: { 201: Type.Object({ version: Type.Integer() }) },
});

export default async function calendarRoutes(app: App): Promise<void> {
  app.get('/api/calendars', list, async () => ({
    items: (await allCalendars(app.db)).map((calendar) => ({
      ...calendar,
      holidays: { ...calendar.holidays },
      extraWorkdays: { ...calendar.extraWorkdays },
    })),
  }));

  app.post('/api/calendars/preview', preview, async (request, reply) =>
    sendResult(reply, await previewYear(app.deps, request.body)),
  );

  app.post('/api/calendars', publish, async (request, reply) =>
    sendResult(reply, await publishYear(app.deps, request.body, request.staffId()), 201),
  );
}
