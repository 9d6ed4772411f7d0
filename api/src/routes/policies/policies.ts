import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { allCalendars } from '../../db/calendars.ts';
import { allPolicies } from '../../db/policies.ts';
import { route } from '../../schemas/route.ts';
import { day } from '../../schemas/shared.ts';

const tags = ['operation'];
const policies = route('policies.manage', {
  tags,
  summary: 'Every version of every policy',
  response: {
    200: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          version: Type.Integer(),
          effectiveOn: day,
          body: Type.Record(Type.String(), Type.Unknown()),
        }),
      ),
    }),
  },
});
const DayNames = Type.Record(Type.String(), Type.String());
const calendars = route('calendars.manage', {
  tags,
  summary: 'Working calendars by version, newest first',
  response: {
    200: Type.Object({
      items: Type.Array(
        Type.Object({
          version: Type.Integer(),
          publishedThrough: day,
          holidays: DayNames,
          extraWorkdays: DayNames,
        }),
      ),
    }),
  },
});

export default async function policyRoutes(app: App): Promise<void> {
  app.get('/api/policies', policies, async () => ({
    items: (await allPolicies(app.db)).map((row) => ({
      ...row,
      body: row.body as Record<string, unknown>,
    })),
  }));

  app.get('/api/calendars', calendars, async () => ({
    items: (await allCalendars(app.db)).map((calendar) => ({
      ...calendar,
      holidays: { ...calendar.holidays },
      extraWorkdays: { ...calendar.extraWorkdays },
    })),
  }));
}
