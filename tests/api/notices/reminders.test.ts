import { startOfDay, type LifecycleContext } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { remind } from '../../../api/src/jobs/remind.ts';
import { installShipped } from '../../../api/src/commands/install-shipped.ts';
import { appUnderTest } from '../app-under-test.ts';

const WANG = { idNumber: '110101199003070011', name: '王建国', phone: '13800138011' };
const HOUR = 3_600_000;

const world = await appUnderTest();
const { clock, deps } = world;
let learnerId: string;
beforeAll(async () => {
  await installShipped(deps.db);
  learnerId = await world.learner(WANG);
});

/** Goes to ten o'clock of a day in Shanghai; time only goes forward. */
const goTo = (day: string, hour = 10): void =>
  clock.pass(startOfDay(day) + hour * HOUR - clock.now());
const walk = async (): Promise<void> => {
  for (let n = 0; n < 300 && (await remind(deps)) > 0; n++);
};

type Made = {
  readonly post: string;
  readonly yearEndsOn?: string;
  readonly clear?: Partial<LifecycleContext['clear']>;
  readonly tags?: string[];
  readonly completed?: boolean;
};

/** An enrolment as its process has written it. */
async function enrolment({ post, yearEndsOn = '2027-01-01', clear, ...more }: Made) {
  const row = await deps.db
    .insertInto('enrolments')
    .values({
      ...{ learnerId, post, studyYear: 2026, yearStartsOn: '2026-01-01', yearEndsOn },
      ...{ policyId: 'handbook', policyVersion: 1, examRequired: false, createdBy: 'test' },
      ...{ machineVersion: '1', stateTags: more.tags ?? ['hours.studying'] },
      stateContext: JSON.stringify({ clear: clear ?? null }),
      hoursCompletedAt: more.completed === true ? new Date(clock.now()) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
const reminders = async (enrolmentId: string): Promise<string[]> =>
  (
    await deps.db
      .selectFrom('notices')
      .select('key')
      .where('enrolmentId', '=', enrolmentId)
      .where('key', 'like', 'reminder/%')
      .orderBy('id')
      .execute()
  ).map(({ key }) =>
    key
      .split('/')
      .filter((_, n) => n !== 2)
      .join('/'),
  );

describe('reminders, by the clock of Shanghai', () => {
  test('the relearn window: two weeks and three days before it ends, each once', async () => {
    // The study year is over; the window of 60 days goes on.
    const clear = { relearnUntil: startOfDay('2026-05-01'), appealUntil: 0, appealed: true };
    const id = await enrolment({ post: 'materials', yearEndsOn: '2026-02-01', clear });
    const longer = await enrolment({ post: 'labour', clear });
    goTo('2026-04-15');
    await walk();
    expect(await reminders(id)).toEqual([]);
    goTo('2026-04-16');
    await walk();
    await walk();
    expect(await reminders(id)).toEqual(['reminder/relearn/2026-04-30/14']);
    goTo('2026-04-28');
    await walk();
    expect((await reminders(id)).at(-1)).toBe('reminder/relearn/2026-04-30/3');
    goTo('2026-05-02');
    await walk();
    expect(await reminders(id)).toHaveLength(2);
    // While the year lasts the window is no deadline.
    expect(await reminders(longer)).toEqual([]);
  });

  test('the appeal window: the day before, and not to whoever has appealed', async () => {
    const until = { relearnUntil: startOfDay('2026-07-10'), appealUntil: startOfDay('2026-05-16') };
    const tags = ['hours.studying', 'audit.cleared'];
    const open = await enrolment({
      ...{ post: 'documents', tags, clear: { ...until, appealed: false } },
    });
    const filed = await enrolment({
      ...{ post: 'standards', tags, clear: { ...until, appealed: true } },
    });
    goTo('2026-05-14');
    await walk();
    expect(await reminders(open)).toEqual(['reminder/appeal/2026-05-15/1']);
    expect(await reminders(filed)).toEqual([]);
    const sent = await world.lastSms();
    expect(sent?.body).toContain('2026 年 5 月 15 日 24:00');
  });

  test('the study year: only whoever still has hours to study, and nobody at night', async () => {
    const id = await enrolment({ post: 'machinery' });
    const done = await enrolment({ post: 'quality-civil', completed: true });
    const left = await enrolment({ post: 'quality-municipal', tags: ['closed.withdrawn'] });
    goTo('2026-12-01', 3);
    await walk();
    expect(await reminders(id)).toEqual([]);
    goTo('2026-12-01', 9);
    await walk();
    expect(await reminders(id)).toEqual(['reminder/yearEnd/2026-12-31/30']);
    goTo('2026-12-24');
    await walk();
    expect((await reminders(id)).at(-1)).toBe('reminder/yearEnd/2026-12-31/7');
    expect([...(await reminders(done)), ...(await reminders(left))]).toEqual([]);
  });

  test('a worker away for weeks reminds once of what is near, not of all it missed', async () => {
    const id = await enrolment({ post: 'quality-equipment', yearEndsOn: '2027-03-01' });
    goTo('2027-02-25');
    await walk();
    expect(await reminders(id)).toEqual(['reminder/yearEnd/2027-02-28/7']);
  });

  test('the certificate: three months and one month before it ends', async () => {
    const id = await enrolment({ post: 'construction-civil', completed: true });
    await deps.db
      .insertInto('certificates')
      .values({
        ...{ kind: 'training', learnerId, enrolmentId: id, post: 'construction-civil' },
        ...{ number: 'XZHG2026000001', verificationCode: 'CODE', issuedOn: '2024-10-01' },
        ...{ validUntil: '2027-09-30', holderMasked: '王*国' },
      })
      .execute();
    goTo('2027-07-02');
    await walk();
    expect(await reminders(id)).toEqual(['reminder/expiry/2027-09-30/90']);
    goTo('2027-08-31');
    await walk();
    expect((await reminders(id)).at(-1)).toBe('reminder/expiry/2027-09-30/30');
  });

  test('a walk of many pages, shared by two workers, reminds each person once', async () => {
    const people = await Promise.all(
      Array.from({ length: 430 }, (_, n) =>
        deps.db
          .insertInto('enrolments')
          .values({
            ...{ learnerId, post: `many-${n}`, studyYear: 2027, createdBy: 'test' },
            ...{ yearStartsOn: '2027-01-01', yearEndsOn: '2028-01-01', examRequired: false },
            ...{ policyId: 'handbook', policyVersion: 1, machineVersion: '1' },
            ...{ stateTags: ['hours.studying'], stateContext: JSON.stringify({ clear: null }) },
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      ),
    );
    goTo('2027-12-20');
    await Promise.all([walk(), walk()]);
    await walk();
    const told = await deps.db
      .selectFrom('notices')
      .select((eb) => [eb.fn.countAll<number>().as('all')])
      .where('template', '=', 'yearEnding')
      .where(
        'enrolmentId',
        'in',
        people.map(({ id }) => id),
      )
      .executeTakeFirstOrThrow();
    expect(Number(told.all)).toBe(people.length);
  });
});
