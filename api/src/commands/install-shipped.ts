import {
  CALENDAR_CN,
  calendarNews,
  SANDBOX_POLICY,
  SHIPPED_POLICIES,
  type WorkCalendar,
} from '@xuzheng/engine';
import { insertCalendarVersion, keptCalendars } from '../db/calendars.ts';
import type { Db } from '../db/connect.ts';
import { insertPolicy } from '../db/policies.ts';
import { announceCalendar } from '../outbox/index.ts';

/** From the beginning of the study years this product knows. */
const SHIPPED_FROM = '2000-01-01';

/** Others may put the same there at the same time, or an administrator publish a year. */
const TRIES = 3;

/**
 * Puts the years of a release's calendar that are new here under the next version; running audit clocks
 * hear of them. What an administrator has published stands. True when something was new.
 */
export async function installCalendar(db: Db, shipped: WorkCalendar): Promise<boolean> {
  for (let tries = TRIES; tries > 0; tries--) {
    const done = await db.transaction().execute(async (trx) => {
      const kept = await keptCalendars(trx);
      const news = calendarNews(shipped, kept);
      if (news === null) return false;
      const by = { createdBy: null, note: '随产品版本提供' };
      if (!(await insertCalendarVersion(trx, news, by))) return null;
      if (kept.length > 0) await announceCalendar(trx);
      return true;
    });
    if (done !== null) return done;
  }
  throw new Error('the shipped calendar found no free version');
}

/**
 * Puts the shipped policies and the published working calendar where they are missing; in a sandbox its
 * own policy too.
 */
export async function installShipped(db: Db, { sandbox = false } = {}): Promise<void> {
  const policies = sandbox ? [...SHIPPED_POLICIES, SANDBOX_POLICY] : SHIPPED_POLICIES;
  for (const policy of policies) await insertPolicy(db, policy, SHIPPED_FROM);
  await installCalendar(db, CALENDAR_CN);
}
