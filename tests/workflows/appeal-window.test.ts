import { randomUUID } from 'node:crypto';
import type { LifecycleContext } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { announceCalendar } from '../../api/src/outbox/index.ts';
import { insertCalendar } from '../../api/src/db/calendars.ts';
import {
  clearHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  until,
  untilTag,
  writeText,
} from '../api/process/people.ts';
import {
  CALENDAR_POLICY,
  processGround,
  type ProcessGround,
} from '../api/process/process-ground.ts';

const DAY_MS = 86_400_000;

let ground: ProcessGround;
let version = 1;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground, CALENDAR_POLICY);
  await publish(0);
  await ground.startWorker();
});

/** A calendar in which so many of the coming days are a holiday, told as an administrator tells it. */
async function publish(holidays: number): Promise<void> {
  const day = (ahead: number): string =>
    new Date(Date.now() + 8 * 3_600_000 + ahead * DAY_MS).toISOString().slice(0, 10);
  const coming = Array.from({ length: holidays }, (_, n) => [day(n + 1), '国庆节']);
  await ground.db.transaction().execute(async (trx) => {
    await insertCalendar(trx, {
      ...{ version: version++, publishedThrough: '2099-12-31', extraWorkdays: {} },
      holidays: Object.fromEntries(coming),
    });
    await announceCalendar(trx);
  });
}

async function cleared(post: string): Promise<string> {
  const id = await enrol(ground, { policy: CALENDAR_POLICY, post, examRequired: false });
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  await clearHours(ground, id);
  await untilTag(ground, id, 'hours.studying');
  return id;
}

const contextOf = async (id: string) =>
  (await enrolmentOf(ground, id)).stateContext as unknown as LifecycleContext;
const windowOf = async (id: string): Promise<number> =>
  (await contextOf(id)).clear?.appealUntil ?? 0;
const sentAll = () =>
  until('all is told', async () => {
    const { db } = ground;
    const rows = await db.selectFrom('outbox').select('id').where('sentAt', 'is', null).execute();
    return rows.length === 0;
  });

describe('a changed calendar', () => {
  test('makes the window of an appeal longer, and shorter never again', async () => {
    const id = await cleared('materials');
    const told = await windowOf(id);
    await publish(7);
    await until('the window is longer', async () => (await windowOf(id)) > told);
    const longer = await windowOf(id);
    expect((longer + 8 * 3_600_000) % DAY_MS).toBe(0);
    expect(await eventsOf(ground, id)).toContain('APPEAL_WINDOW');

    await publish(0);
    await sentAll();
    // Another step is written after it: whatever the calendar had to say has been heard by then.
    await commandBy(ground, id, 'system', { type: 'PHONE_CHANGED' });
    expect(await windowOf(id)).toBe(longer);
    const moved = (await eventsOf(ground, id)).filter((type) => type === 'APPEAL_WINDOW');
    expect(moved).toHaveLength(1);
  });

  test('moves the day on which an appeal is due, with no audit open beside it', async () => {
    const id = await cleared('labour');
    const textId = await writeText(ground, id, '我本人学习，请核对入场照片。');
    const appeal = { type: 'FILE_APPEAL', appealId: randomUUID(), textId } as const;
    expect(await commandBy(ground, id, 'learner:x', appeal)).toMatchObject({ ok: true });
    await until('its clock is set', async () => (await contextOf(id)).appeal?.dueAt !== undefined);
    const due = (await contextOf(id)).appeal?.dueAt ?? 0;
    await publish(7);
    await until('it is due later', async () => ((await contextOf(id)).appeal?.dueAt ?? 0) > due);
    const row = await ground.db
      .selectFrom('appeals')
      .select('dueAt')
      .where('enrolmentId', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.dueAt.getTime()).toBe((await contextOf(id)).appeal?.dueAt);
  });
});
