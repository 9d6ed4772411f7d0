import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const fileOf = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);

/** Deadlines, days and the words for them, as each process works them out. */
const SCRIPT = `
  const engine = await import(${fileOf('../../../engine/src/index.ts')});
  const times = await import(${fileOf('../../../learner-ui/src/look/times.ts')});
  const { auditDeadlines, CALENDAR_CN, dayOf, HANDBOOK_POLICY, momentWords, startOfDay } = engine;
  const instants = ['2020-01-22T16:30', '2020-09-25T23:59:59', '2025-12-31T23:59:50', '2026-01-01T00:00:20']
    .map((text) => Date.parse(text + '+08:00'));
  const told = instants.map((at) => {
    const deadlines = auditDeadlines(at, HANDBOOK_POLICY.audit, CALENDAR_CN);
    const year = engine.studyYearAt(at, { kind: 'calendar' });
    const words = ['zh-CN', 'en'].map((locale) => [
      times.formatInstant(at, locale, at), times.formatDeadline(deadlines.overdueAt, locale, at),
      times.formatDue(deadlines.dueAt, { locale, now: at }), times.formatDay(dayOf(at), locale),
    ]);
    return { day: dayOf(at), starts: startOfDay(dayOf(at)), moment: momentWords(at), deadlines, year, words };
  });
  console.log(JSON.stringify({ offset: new Date(instants[0]).getTimezoneOffset(), told }));
`;

async function toldIn(zone: string) {
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', SCRIPT],
    { env: { ...process.env, TZ: zone } },
  );
  return JSON.parse(stdout) as { offset: number; told: { day: string }[] };
}

test('API in UTC, worker in Asia/Shanghai and browser in New York tell the same deadlines and days', async () => {
  const [api, worker, browser] = await Promise.all(
    ['UTC', 'Asia/Shanghai', 'America/New_York'].map(toldIn),
  );
  // The zones did differ.
  expect([api?.offset, worker?.offset, browser?.offset]).toEqual([0, -480, 300]);
  expect(worker?.told).toEqual(api?.told);
  expect(browser?.told).toEqual(api?.told);
  expect(api?.told.map(({ day }) => day)).toEqual([
    ...['2020-01-22', '2020-09-25', '2025-12-31', '2026-01-01'],
  ]);
});
