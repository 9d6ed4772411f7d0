import { beforeAll, describe, expect, test } from 'vitest';
import { collectFindings } from '../../../api/src/commands/study/collect-findings.ts';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import type { PassportView } from '../../../api/src/schemas/my-enrolments.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import type { Browser } from '../browser.ts';
import { receiptOf, SILENT, studyGround, type Student, type StudyGround } from './study-ground.ts';

/** Seven days of 100 s each: the window of the handbook, scaled. */
const POLICY = { ...SILENT, id: 'make-up', audit: { ...SILENT.audit, workingDayMs: 100_000 } };
const WINDOW_SECONDS = 700;

let ground: StudyGround;
let wang: Student;
let li: Student;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([3000]);
  const { id, version } = POLICY;
  const row = { id, version, effectiveOn: '2020-01-01', body: JSON.stringify(POLICY) };
  await ground.deps.db.insertInto('policies').values(row).execute();
  wang = await ground.student('wang', POLICY);
  li = await ground.student('li', POLICY);
});

const missedOf = async (student: Student): Promise<PassportView['missed']> => {
  const url = `/api/me/enrolments/${student.enrolmentId}/passport`;
  return (await student.browser.get(url)).json<PassportView>().missed;
};

async function idleOf(student: Student) {
  const key = { enrolmentId: student.enrolmentId, epoch: 1 };
  await collectFindings(ground.deps.db, POLICY, key, ground.clock.now());
  return ground.deps.db
    .selectFrom('findings')
    .select(['strength', 'sentence'])
    .where('enrolmentId', '=', student.enrolmentId)
    .where('kind', '=', 'idleStudy')
    .executeTakeFirst();
}

const end = (student: Student, { id }: SessionView) =>
  student.browser.post(`/api/me/study-sessions/${id}/end`);

/** Watches on for so long; each snapshot that falls due sees `sitter`. */
async function watch(student: Student, seconds: number, sitter: 'me' | 'nobody') {
  const session = await student.enter(0, { takeOver: true });
  let at = session.positionSeconds;
  for (let seq = 1; at < session.positionSeconds + seconds; seq++) {
    pass(10);
    at += 10;
    const { session: now } = receiptOf(await student.beat(session, [seq, at]));
    if (now.due === null) continue;
    await student.snapshot(session.id, sitter);
    await checkSnapshots(ground.deps);
    if (sitter === 'nobody') return { session, seq, at };
  }
  return { session, seq: 0, at };
}

/** A snapshot sees nobody, and nobody answers until the lesson is closed: three misses. */
async function missAll(student: Student): Promise<SessionView> {
  const { session, seq, at } = await watch(student, 3000, 'nobody');
  for (let n = 1; n <= 6; n++) {
    pass(31);
    await student.beat(session, [seq + n, at, 'paused']);
  }
  const closed = await student.look(session.id);
  expect(closed.state).toBe('suspended');
  await end(student, session);
  return closed;
}

/** An open audit of the enrolment, as an auditor reads it. */
async function passportOfAuditor(student: Student, auditor: Browser): Promise<PassportView> {
  const at = new Date(ground.clock.now());
  const { id } = await ground.deps.db
    .insertInto('audits')
    .values({
      ...{ enrolmentId: student.enrolmentId, epoch: 1, n: 1, calendarVersion: 1 },
      ...{ openedAt: at, dueAt: at, overdueAt: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return (await auditor.get(`/api/audits/${id}/passport`)).json<PassportView>();
}

describe('a lesson closed by missed checks', () => {
  test('says which part nobody was seen in, and until when it can be made up', async () => {
    expect(await missedOf(wang)).toMatchObject({ makeUpDays: 7, openSeconds: 0, parts: [] });
    const closed = await missAll(wang);
    const { openSeconds, parts } = await missedOf(wang);
    const [part] = parts;
    expect(parts).toHaveLength(1);
    expect(part).toMatchObject({ sessionId: closed.id, lessonTitle: '第 1 讲', state: 'open' });
    expect(part?.fromSeconds).toBe(closed.positionSeconds);
    expect(openSeconds).toBeGreaterThan(60);
    expect(part?.leftSeconds).toBe(openSeconds);
    const missedAt = Date.parse(part?.missedAt ?? '');
    expect(Date.parse(part?.makeUpUntil ?? '') - missedAt).toBe(WINDOW_SECONDS * 1000);
    expect(await idleOf(wang)).toMatchObject({ strength: 'weak' });
    expect((await missedOf(li)).parts).toEqual([]);
  });

  test('made up in time it counts, and the finding becomes a note that says so', async () => {
    const [before] = (await missedOf(wang)).parts;
    const { session } = await watch(wang, 200, 'me');
    expect(session.positionSeconds).toBe(before?.fromSeconds);
    await end(wang, session);
    const { openSeconds, parts } = await missedOf(wang);
    expect([openSeconds, parts[0]?.state, parts[0]?.leftSeconds]).toEqual([0, 'madeUp', 0]);
    expect(parts[0]?.madeUpAt).not.toBeNull();
    const idle = await idleOf(wang);
    expect(idle?.strength).toBe('note');
    expect(idle?.sentence).toContain('缺失的部分已在期限内补学');
  });

  test('is shown to the auditor alike', async () => {
    const auditor = await ground.staff('ana', ['auditor']);
    const { missed } = await passportOfAuditor(wang, auditor.browser);
    expect(missed).toEqual(await missedOf(wang));
    expect(missed.parts[0]?.state).toBe('madeUp');
  });

  test('after the window is studied like any other part, and the miss stays', async () => {
    await missAll(li);
    pass(WINDOW_SECONDS);
    const late = await missedOf(li);
    expect([late.openSeconds, late.parts[0]?.state]).toEqual([0, 'lapsed']);
    const { session } = await watch(li, 200, 'me');
    const { totals } = await li.look(session.id);
    expect(totals.creditedSeconds).toBeGreaterThan(190);
    await end(li, session);
    expect((await missedOf(li)).parts[0]).toMatchObject({ state: 'studied', madeUpAt: null });
    expect(await idleOf(li)).toMatchObject({ strength: 'weak' });
  });
});

describe('the end of the study year', () => {
  test('ends every window: what cannot be studied cannot be made up', async () => {
    await missAll(li);
    expect((await missedOf(li)).parts.at(-1)?.state).toBe('open');
    await ground.deps.db
      .updateTable('enrolments')
      .set({ yearStartsOn: '2025-03-02', yearEndsOn: '2026-03-02' })
      .where('id', '=', li.enrolmentId)
      .execute();
    const over = (await missedOf(li)).parts.at(-1);
    expect([over?.state, over?.makeUpUntil]).toEqual(['lapsed', '2026-03-01T16:00:00.000Z']);
  });
});
