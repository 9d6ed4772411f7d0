import { fastPolicy } from '@xuzheng/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  auditsOf,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  until,
  untilTag,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';
import { workerChildren, type WorkerChildren } from './worker-children.ts';

/** A working day of two seconds: time to die and come back in the middle of it. */
const POLICY = fastPolicy({
  id: 'two-seconds',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 2_000 },
});

let ground: ProcessGround;
let children: WorkerChildren;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground, POLICY);
  children = await workerChildren(ground.env);
});
afterAll(() => children.end());

describe('kill -9 of the worker', () => {
  test('the audit clock strikes at its instants all the same, once each', async () => {
    const first = await children.start();
    const id = await enrol(ground, { post: 'materials', policy: POLICY, examRequired: false });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    await children.kill(first);
    const [audit] = await auditsOf(ground, id);
    await until('the due instant has passed', () => Date.now() > (audit?.dueAt.getTime() ?? 0));
    expect((await enrolmentOf(ground, id)).stateTags).toContain('audit.clock.waiting');
    await children.start();
    await untilTag(ground, id, 'audit.clock.overdue', 40_000);
    expect(await eventsOf(ground, id)).toEqual(['HOURS_COMPLETED', 'DUE', 'OVERDUE']);
    const rows = await ground.db
      .selectFrom('lifecycleEvents')
      .select('at')
      .where('enrolmentId', '=', id)
      .where('type', '=', 'DUE')
      .execute();
    expect(rows.map((row) => row.at)).toEqual([audit?.dueAt]);
  });
});
