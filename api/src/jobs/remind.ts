import {
  addDays,
  dayOf,
  endOfDay,
  partsOf,
  postLabel,
  remindersOf,
  remindsOf,
  startOfDay,
  walksOf,
  type Policy,
  type ReminderKind,
  type ReminderWalk,
} from '@xuzheng/engine';
import type { Db, Trx } from '../db/connect.ts';
import { allPolicies } from '../db/policies.ts';
import {
  appealEnding,
  certificatesExpiring,
  insertWalks,
  lockOpenWalk,
  moveWalk,
  relearnEnding,
  yearEnding,
  type Page,
  type Reminded,
} from '../db/reminders.ts';
import type { Deps } from '../deps.ts';
import { queueNotice } from '../notices/index.ts';

type ReminderDeps = Pick<Deps, 'db' | 'vault' | 'clock'>;

const PAGE = 200;
/** Nobody is woken by a reminder: Shanghai's hours in which they go out. */
const FROM_HOUR = 9;
const TO_HOUR = 20;
const HOUR_MS = 3_600_000;

/**
 * Reminds people of deadlines, one page of one walk at a time. A walk is all who share a deadline day;
 * it is made once and remembers its place, so a day costs one pass over the people it concerns and not
 * over everybody, a restart goes on, and any number of workers share it. A job and no durable timers:
 * leads are policy data that change under running processes, and a certificate outlives its process.
 * Gives how many people it looked at.
 */
export async function remind(deps: ReminderDeps): Promise<number> {
  const { db, clock } = deps;
  const now = clock.now();
  const today = dayOf(now);
  const hour = Math.floor((now - startOfDay(today)) / HOUR_MS);
  if (hour < FROM_HOUR || hour >= TO_HOUR) return 0;
  const policies = (await allPolicies(db)).map(({ body }) => body as unknown as Policy);
  await insertWalks(db, walksOf(policies.map(remindersOf), today));
  return db.transaction().execute((trx) => walkOn(deps, trx, policies, today));
}

async function walkOn(
  deps: ReminderDeps,
  trx: Trx,
  policies: readonly Policy[],
  today: string,
): Promise<number> {
  const row = await lockOpenWalk(trx, today);
  if (row === undefined) return 0;
  const walk: ReminderWalk = {
    ...{ kind: row.kind as ReminderKind, lastDay: row.deadlineOn, leadDays: row.leadDays },
  };
  const people = await pageOf(trx, walk, { afterId: row.afterId, limit: PAGE });
  for (const person of people) {
    const policy = policies.find(
      ({ id, version }) => id === person.policyId && version === person.policyVersion,
    );
    if (policy && remindsOf(remindersOf(policy), walk, today)) await tell(deps, trx, walk, person);
  }
  const isDone = people.length < PAGE;
  const afterId = people.at(-1)?.id ?? row.afterId;
  await moveWalk(trx, walk, { afterId, doneAt: isDone ? new Date(deps.clock.now()) : null });
  // A walk that nobody is on is work too: the next one waits.
  return Math.max(1, people.length);
}

function pageOf(db: Db, { kind, lastDay }: ReminderWalk, page: Page): Promise<Reminded[]> {
  const ends = { startsAt: startOfDay(lastDay), endsAt: endOfDay(lastDay) };
  const endsOn = addDays(lastDay, 1);
  switch (kind) {
    case 'yearEnd':
      return yearEnding(db, endsOn, ends, page);
    case 'relearn':
      return relearnEnding(db, endsOn, ends, page);
    case 'appeal':
      return appealEnding(db, ends, page);
    case 'expiry':
      return certificatesExpiring(db, lastDay, page);
  }
}

const dayWords = (day: string): string => {
  const { year, month, date } = partsOf(day);
  return `${year} 年 ${month} 月 ${date} 日`;
};

/** One reminder for each person, deadline and lead, however often it is come to. */
async function tell(
  { vault, clock }: ReminderDeps,
  trx: Trx,
  { kind, lastDay: day, leadDays }: ReminderWalk,
  { id, learnerId, enrolmentId, post, studyYear, number }: Reminded,
): Promise<void> {
  const lastDay = dayWords(day);
  const about = {
    ...{ learnerId, enrolmentId, key: `reminder/${kind}/${id}/${day}/${leadDays}` },
    ...{ sms: true, inApp: true, at: clock.now() },
  };
  switch (kind) {
    case 'yearEnd': {
      const params = { postLabel: postLabel(post), studyYear, lastDay };
      return queueNotice(trx, vault, { ...about, template: 'yearEnding', params });
    }
    case 'relearn':
      return queueNotice(trx, vault, { ...about, template: 'relearnEnding', params: { lastDay } });
    case 'appeal':
      return queueNotice(trx, vault, { ...about, template: 'appealEnding', params: { lastDay } });
    case 'expiry': {
      const params = { number: number ?? '', lastDay };
      return queueNotice(trx, vault, { ...about, template: 'certificateExpiring', params });
    }
  }
}
