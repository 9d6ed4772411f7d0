import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { allCalendars } from '../../db/calendars.ts';
import { allPolicies } from '../../db/policies.ts';
import { stuckProcesses } from '../../db/stuck-processes.ts';
import { Bilingual } from '../../schemas/explanation.ts';
import { route } from '../../schemas/route.ts';
import { day, instant, iso, oneOf, uuid } from '../../schemas/shared.ts';

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
const KINDS = ['withoutProcess', 'outboxWaiting', 'registryWaiting', 'overdueAudit'] as const;
const stuck = route('processes.read', {
  tags,
  summary: 'Processes that wait for something other than a learner',
  response: {
    200: Type.Object({
      items: Type.Array(
        Type.Object({
          kind: oneOf(KINDS),
          sentence: Bilingual,
          owner: Type.String(),
          enrolmentId: uuid,
          since: instant,
          attempts: Type.Integer(),
        }),
      ),
    }),
  },
});

const WORDS = {
  withoutProcess: {
    owner: 'system',
    sentence: {
      zh: '报名已登记,但流程尚未启动;请确认后台进程正在运行。',
      en: 'Enrolled, but the process has not begun; check that a worker is running.',
    },
  },
  outboxWaiting: {
    owner: 'system',
    sentence: {
      zh: '有进展尚未送达流程;请确认后台进程和 Temporal 正在运行。',
      en: 'News has not reached the process; check that a worker and Temporal are running.',
    },
  },
  registryWaiting: {
    owner: 'registry',
    sentence: {
      zh: '管理系统尚未答复,系统会继续查询,不会重复办理。',
      en: 'The registry has not answered; the system keeps asking and repeats nothing.',
    },
  },
  overdueAudit: {
    owner: 'seniorAuditor',
    sentence: {
      zh: '审核已超过期限,请高级审核员处理。',
      en: 'The audit is overdue; a senior auditor should decide it.',
    },
  },
} as const;

/** Younger than this it is not stuck, only busy. */
const BUSY_MS = 60_000;

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

  app.get('/api/processes/stuck', stuck, async () => {
    const rows = await stuckProcesses(app.db, new Date(app.clock.now() - BUSY_MS));
    return {
      items: rows.map((row) => ({ ...row, ...WORDS[row.kind], since: iso(row.since) })),
    };
  });
}
