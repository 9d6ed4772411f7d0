import { CALENDAR_CN, SHIPPED_POLICIES } from '@xuzheng/engine';
import type { Db } from '../db/connect.ts';
import { insertCalendar } from '../db/calendars.ts';
import { insertPolicy } from '../db/policies.ts';

/** From the beginning of the study years this product knows. */
const SHIPPED_FROM = '2000-01-01';

/** Puts the shipped policies and the published working calendar where they are missing. */
export async function installShipped(db: Db): Promise<void> {
  for (const policy of SHIPPED_POLICIES) await insertPolicy(db, policy, SHIPPED_FROM);
  await insertCalendar(db, CALENDAR_CN);
}
