import { parseVerificationCode, start } from '@xuzheng/engine';
import { LIFECYCLE_WORKFLOW, lifecycleIdOf, type learnerLifecycle } from '@xuzheng/workflows';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  acceptHours,
  auditsOf,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  passExam,
  PERSON,
  until,
  untilTag,
} from './people.ts';
import { noteHoursCompleted } from '../../../api/src/db/enrolments-studied.ts';
import { processGround, type ProcessGround } from './process-ground.ts';

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
  await ground.startWorker();
});

const certificatesOf = (id: string) =>
  ground.db
    .selectFrom('certificates')
    .selectAll()
    .where('enrolmentId', '=', id)
    .orderBy('kind')
    .execute();

describe('a life without trouble', () => {
  test('from registration to the renewed certificate', async () => {
    const id = await enrol(ground);
    await untilTag(ground, id, 'hours.studying');
    await completeHours(ground, id);
    await untilTag(ground, id, 'exam.open');
    await passExam(ground, id);
    await untilTag(ground, id, 'audit.open');
    expect(await acceptHours(ground, id)).toMatchObject({ ok: true });
    await untilTag(ground, id, 'renewal.available');
    const renewed = await commandBy(ground, id, 'learner:x', { type: 'RENEW' });
    expect(renewed).toMatchObject({ ok: true, value: { seq: 7 } });
    expect((await enrolmentOf(ground, id)).stateTags).toContain('renewal.renewed');
    expect(await eventsOf(ground, id)).toEqual([
      ...['HOURS_COMPLETED', 'EXAM_PASSED', 'ACCEPT', 'RECORDED'],
      ...['HOURS_REPORTED', 'RENEW', 'REGISTRY_CONFIRMED'],
    ]);
    const accepted =
      '【温馨提示】尊敬的学员，恭喜您的继续教育学时已通过审核，可登录管理系统查看学时记录获取最新电子证书。';
    await until('the SMS is sent', () => ground.sent.some(({ body }) => body === accepted));
    expect(ground.faults).toEqual([]);

    const [hours, training] = await certificatesOf(id);
    expect([hours?.kind, training?.kind]).toEqual(['hours', 'training']);
    for (const certificate of [hours, training]) {
      expect(certificate?.status).toBe('active');
      expect(parseVerificationCode(certificate?.verificationCode ?? '')).not.toBeNull();
      expect(JSON.stringify(certificate?.content)).not.toContain(PERSON.name);
      expect(certificate?.holderMasked).not.toBe(PERSON.name);
    }
  });

  test('a learner who must first activate and complete the profile waits at both', async () => {
    const person = { idNumber: '110101199003078822', name: '李明', phone: '13900139000' };
    const id = await enrol(ground, { person, post: 'materials', ready: false });
    await untilTag(ground, id, 'verifyingPhone');
    await enrol(ground, { person, post: 'machinery' });
    await commandBy(ground, id, 'system', { type: 'PHONE_CHANGED' });
    await untilTag(ground, id, 'hours.studying');
    expect(await eventsOf(ground, id)).toEqual([
      ...['PHONE_CHANGED', 'PHONE_VERIFIED', 'PROFILE_COMPLETED'],
    ]);
  });

  test('withdrawn during the audit: the audit ends with it, and nothing is decided', async () => {
    const id = await enrol(ground, { post: 'labour', examRequired: false });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    const withdrawn = await commandBy(ground, id, 'learner:x', { type: 'WITHDRAW' });
    expect(withdrawn).toMatchObject({ ok: true, value: { tags: ['closed.withdrawn'] } });
    expect((await auditsOf(ground, id))[0]).toMatchObject({ closedAs: 'withdrawn' });
  });

  test('a study year that is over before the hours are complete ends the enrolment', async () => {
    const id = await enrol(ground, { post: 'documents', yearEndsOn: '2020-06-01' });
    await untilTag(ground, id, 'closed.expired');
    expect(await acceptHours(ground, id)).toMatchObject({ refusal: { code: 'enrolment/closed' } });
  });
});

describe('the year ends while word of completed hours is still under way', () => {
  test('the process looks at the facts before it closes anything', async () => {
    const id = await enrol(ground, { examRequired: false, post: 'materials', told: false });
    const at = Date.now();
    const snapshot = start({
      ...{ enrolmentId: id, examRequired: false, auditOpensAfter: 'hours', at },
      ...{ phoneVerifiedAt: at, profileCompletedAt: at, yearEndsAt: at + 4_000, settleAfterMs: 0 },
    });
    const { client, taskQueue } = ground.temporal;
    const handle = await client.workflow.start<typeof learnerLifecycle>(LIFECYCLE_WORKFLOW, {
      ...{ workflowId: lifecycleIdOf(id), taskQueue },
      args: [{ enrolmentId: id, carried: { snapshot, spreadMs: 0, answered: [], tellsSeq: true } }],
    });
    await until('the process sleeps until the year ends', async () => {
      const { events } = await handle.fetchHistory();
      return (events ?? []).some((event) => event.timerStartedEventAttributes != null);
    });
    // The message about it is lost: nothing is announced.
    await noteHoursCompleted(ground.db, { id, epoch: 1 }, new Date(at + 3_999));
    await untilTag(ground, id, 'audit.open');
    await until('the year has ended', async () => (await eventsOf(ground, id)).length >= 2);
    expect((await eventsOf(ground, id)).slice(0, 2)).toEqual(['HOURS_COMPLETED', 'YEAR_ENDED']);
    expect((await enrolmentOf(ground, id)).stateTags).toContain('hours.complete');
  });
});
