import { CALENDAR_CN, SANDBOX_POLICY, SHIPPED_POLICIES } from '@xuzheng/engine';
import type { Db } from '../db/connect.ts';
import { insertCalendar } from '../db/calendars.ts';
import { insertPolicy } from '../db/policies.ts';

/** From the beginning of the study years this product knows. */
const SHIPPED_FROM = '2000-01-01';

/**
 * Puts the shipped policies and the published working calendar where they are missing; in a sandbox its
 * own policy too.
 */
export async function installShipped(db: Db, { sandbox = false } = {}): Promise<void> {
  const policies = sandbox ? [...SHIPPED_POLICIES, SANDBOX_POLICY] : SHIPPED_POLICIES;
  for (const policy of policies) await insertPolicy(db, policy, SHIPPED_FROM);
  await insertCalendar(db, CALENDAR_CN);
}
