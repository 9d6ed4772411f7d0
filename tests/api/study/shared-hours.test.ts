import { randomUUID } from 'node:crypto';
import { clearEntries } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { enrolLearner } from '../../../api/src/commands/enrolment/enrol-learner.ts';
import { takeSharedHours } from '../../../api/src/commands/study/share-hours.ts';
import { appendLedger, ledgerOf as booksOf } from '../../../api/src/db/hour-ledger.ts';
import { lockSameYear } from '../../../api/src/db/shared-hours.ts';
import type { MyEnrolmentDetailView } from '../../../api/src/schemas/my-enrolments.ts';
import {
  codeOf,
  handsOf,
  PEOPLE,
  POST,
  QUIET,
  studyGround,
  type Student,
  type StudyGround,
} from './study-ground.ts';

const SECOND = 'materials';
const THIRD = 'machinery';
const LATER = 'labour' as const;

let ground: StudyGround;
let wang: Student;
/** The same learner for another post. */
let second: Student;
let lessons: string[];
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

/** A published course of 30-second lessons for all posts of the tests. */
async function course(kind: 'public' | 'professional', title: string, n: number) {
  const { db } = ground.deps;
  const posts = [POST, SECOND, THIRD, LATER, 'documents', 'standards'];
  const { id: courseId } = await db
    .insertInto('courses')
    .values({ ...{ title, kind, posts, studyYear: 2026 }, publishedAt: new Date(0) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = await db
    .insertInto('lessons')
    .values(
      Array.from({ length: n }, (_, i) => ({
        ...{ courseId, position: i + 1, title: `${title} ${i + 1}`, durationSeconds: 30 },
        webmKey: 'plain/none',
      })),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

async function enrolFor(post: string, change: object = {}): Promise<Student> {
  const { learnerId, browser } = wang;
  const { id } = await ground.deps.db
    .insertInto('enrolments')
    .values({
      ...{ learnerId, post, studyYear: 2026, examRequired: false, createdBy: 'test' },
      ...{ yearStartsOn: '2026-01-01', yearEndsOn: '2027-01-01', stateTags: ['hours.studying'] },
      ...{ policyId: QUIET.id, policyVersion: QUIET.version },
      ...change,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { learnerId, browser, enrolmentId: id, ...handsOf(browser, id, lessons) };
}

beforeAll(async () => {
  ground = await studyGround([30]);
  wang = await ground.student('wang');
  lessons = [
    ...(await course('public', '法律法规', 3)),
    ...(await course('professional', '材料管理', 1)),
  ];
  wang = { ...wang, ...handsOf(wang.browser, wang.enrolmentId, lessons) };
  second = await enrolFor(SECOND);
});

async function watch(student: Student, lesson: number): Promise<void> {
  const session = await student.enter(lesson, { takeOver: true });
  for (const seq of [1, 2]) {
    pass(15);
    await student.beat(session, [seq, seq * 15]);
  }
}

const detail = async ({ browser, enrolmentId }: Student): Promise<MyEnrolmentDetailView> =>
  (await browser.get(`/api/me/enrolments/${enrolmentId}`)).json<MyEnrolmentDetailView>();
const lessonOf = async (student: Student, n: number) =>
  (await detail(student)).courses
    .flatMap((one) => one.lessons)
    .find((one) => one.id === lessons[n]);
const ledgerOf = (enrolmentId: string) =>
  ground.deps.db
    .selectFrom('hourLedger')
    .select(['lessonId', 'seconds', 'originId', 'originEpoch', 'epoch'])
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('id')
    .execute();

describe('public hours studied for one post', () => {
  test('count for the other as well, once, and say where they come from', async () => {
    await watch(wang, 0);
    expect(await lessonOf(wang, 0)).toMatchObject({ sharedFrom: null });
    const shown = await lessonOf(second, 0);
    expect(shown?.completedAt).not.toBeNull();
    expect(shown?.sharedFrom).toMatchObject({ postLabel: { zh: '土建施工员' }, studyYear: 2026 });
    expect((await detail(second)).hours).toMatchObject({ studiedSeconds: 30, lessonsCompleted: 1 });
    expect(await ledgerOf(second.enrolmentId)).toEqual([
      {
        ...{ lessonId: lessons[0], seconds: 30, epoch: 1 },
        ...{ originId: wang.enrolmentId, originEpoch: 1 },
      },
    ]);
    expect((await ledgerOf(wang.enrolmentId)).map((row) => row.originId)).toEqual([null]);
    expect(codeOf(await second.start(0, { takeOver: true }))).toBe('study/lessonComplete');
  });

  test('are shared no further: a third post has them from where they were studied', async () => {
    const third = await enrolFor(THIRD);
    await watch(second, 1);
    const origins = (await ledgerOf(third.enrolmentId)).map((row) => row.originId);
    expect(origins).toEqual([second.enrolmentId]);
    expect((await lessonOf(wang, 1))?.sharedFrom).toMatchObject({ postLabel: { zh: '材料员' } });
  });

  test('professional hours are a post’s own', async () => {
    await watch(wang, 3);
    expect((await lessonOf(second, 3))?.completedAt).toBeNull();
    expect((await lessonOf(second, 3))?.sharedFrom).toBeNull();
  });

  test('no second counts twice for the learner: what is the post’s own is within the wall clock', async () => {
    const rows = await ground.deps.db.selectFrom('hourLedger').selectAll().execute();
    const own = rows.filter((row) => row.originId === null);
    const credited = await ground.deps.db
      .selectFrom('studySessions')
      .select((eb) => eb.fn.sum<number>('creditedSeconds').as('seconds'))
      .executeTakeFirstOrThrow();
    const sum = own.reduce((total, row) => total + Number(row.seconds), 0);
    expect(sum).toBe(Number(credited.seconds));
  });
});

describe('an enrolment made later', () => {
  test('has the public hours of the year from the start', async () => {
    const { idNumber, name, phone } = PEOPLE.wang;
    const staff = await ground.staff('reg', ['registrar']);
    const draft = { idNumber, name, phone, post: LATER, studyYear: 2026, policyId: QUIET.id };
    const by = { kind: 'staff', staffId: staff.id } as Parameters<typeof enrolLearner>[1];
    const made = await enrolLearner(ground.deps, by, draft);
    expect(made.ok).toBe(true);
    const id = made.ok ? made.value.id : '';
    const origins = (await ledgerOf(id)).map((row) => [row.lessonId, row.originId]);
    expect(new Map(origins as [string, string][])).toEqual(
      new Map([
        [lessons[0], wang.enrolmentId],
        [lessons[1], second.enrolmentId],
      ]),
    );
  });

  test('of another study year has none of them, nor one whose year begins after them', async () => {
    const nextYear = await enrolFor(POST, {
      ...{ studyYear: 2027, yearStartsOn: '2027-01-01', yearEndsOn: '2028-01-01' },
    });
    const anniversary = await enrolFor('standards', {
      ...{ yearStartsOn: '2026-03-03', yearEndsOn: '2027-03-03' },
    });
    await watch(wang, 2);
    expect(await ledgerOf(nextYear.enrolmentId)).toEqual([]);
    expect(await ledgerOf(anniversary.enrolmentId)).toEqual([]);
    expect((await lessonOf(second, 2))?.sharedFrom).not.toBeNull();
  });
});

describe('two at once', () => {
  test('take the same lesson over once', async () => {
    const { db } = ground.deps;
    const fresh = await enrolFor('documents');
    const take = () =>
      db.transaction().execute(async (trx) => {
        const sameYear = await lockSameYear(trx, fresh.enrolmentId);
        const own = sameYear.find((row) => row.id === fresh.enrolmentId);
        return own ? takeSharedHours(trx, own, sameYear, ground.clock.now()) : 0;
      });
    const came = await Promise.all([take(), take(), take()]);
    expect(came.toSorted((a, b) => a - b)).toEqual([0, 0, 3]);
    expect(await ledgerOf(fresh.enrolmentId)).toHaveLength(3);
  });

  test('the books refuse the same shared lesson twice, and an entry that shares itself', async () => {
    const [row] = await ground.deps.db
      .selectFrom('hourLedger')
      .selectAll()
      .where('originId', 'is not', null)
      .limit(1)
      .execute();
    const { id: _, ...again } = row!;
    const insert = (values: typeof again) =>
      ground.deps.db.insertInto('hourLedger').values(values).execute();
    await expect(insert(again)).rejects.toThrow('hour_ledger_shared_once');
    const itself = { ...again, lessonId: lessons[3]!, originId: again.enrolmentId };
    await expect(insert(itself)).rejects.toThrow('hour_ledger_origin');
  });
});

describe('after a clear of its own', () => {
  test('an enrolment studies anew: what was shared before does not come back by itself', async () => {
    const { db } = ground.deps;
    const stamp = { auditId: randomUUID(), at: ground.clock.now() };
    const entries = clearEntries(await booksOf(db, second.enrolmentId), stamp);
    await appendLedger(db, second.enrolmentId, 1, entries);
    await db
      .updateTable('enrolments')
      .set({ epoch: 2, hoursCompletedAt: null })
      .where('id', '=', second.enrolmentId)
      .execute();
    const [extra] = await course('public', '职业道德', 1);
    lessons.push(extra!);
    const hands = handsOf(wang.browser, wang.enrolmentId, lessons);
    await watch({ ...wang, ...hands }, 4);
    expect((await lessonOf(second, 0))?.completedAt).toBeNull();
    expect((await lessonOf(second, 0))?.sharedFrom).toBeNull();
    expect((await lessonOf(second, 4))?.sharedFrom).not.toBeNull();
    await watch(second, 0);
    expect((await lessonOf(second, 0))?.completedAt).not.toBeNull();
    expect((await lessonOf(second, 0))?.sharedFrom).toBeNull();
  });
});
