import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type {
  CourseView,
  ImportReportView,
  LessonView,
  QuestionView,
} from '../../../api/src/schemas/catalogue.ts';
import type { StaffUnderTest } from '../app-under-test.ts';
import { form, FORM_HEADERS, type FormFile } from '../study/forms.ts';
import { codeOf, studyGround, type Student, type StudyGround } from '../study/study-ground.ts';

const FIXTURES = new URL('../../../api/content/short-lessons/short-height/', import.meta.url);
const webm = await readFile(new URL('lesson.webm', FIXTURES));
const mp4 = await readFile(new URL('lesson.mp4', FIXTURES));
const known = JSON.parse(await readFile(new URL('lesson.json', FIXTURES), 'utf8')) as {
  durationSeconds: number;
};

let ground: StudyGround;
let registrar: StaffUnderTest;
let auditor: StaffUnderTest;
let wang: Student;

beforeAll(async () => {
  ground = await studyGround();
  registrar = await ground.staff('registrar', ['registrar']);
  auditor = await ground.staff('auditor', ['auditor']);
  wang = await ground.student('wang');
});

const draft = {
  title: '高处作业安全',
  kind: 'professional',
  studyYear: 2026,
  posts: ['construction-civil'],
};

const newCourse = async (): Promise<CourseView> =>
  (await registrar.browser.post('/api/courses', draft)).json<CourseView>();

const upload = (courseId: string, files: readonly FormFile[], title = '第一讲') =>
  registrar.browser.post(
    `/api/courses/${courseId}/lessons`,
    form({ title, topic: '高处作业' }, files),
    FORM_HEADERS,
  );

const video = (bytes: Uint8Array, type = 'video/webm'): FormFile => ({
  ...{ name: 'video', bytes, type },
});

describe('courses and lessons', () => {
  test('are the registrar’s, and nobody else’s', async () => {
    expect((await auditor.browser.post('/api/courses', draft)).statusCode).toBe(403);
    expect((await wang.browser.get('/api/courses')).statusCode).toBe(403);
    expect((await ground.browser().get('/api/courses')).statusCode).toBe(401);
  });

  test('a lesson’s length is measured on the server, from WebM and MP4 alike', async () => {
    const course = await newCourse();
    for (const [bytes, type] of [
      [webm, 'video/webm'],
      [mp4, 'video/mp4'],
    ] as const) {
      const answer = await upload(course.id, [video(bytes, type)], type);
      expect(answer.statusCode).toBe(201);
      const lesson = answer.json<LessonView>();
      expect(Math.abs(lesson.durationSeconds - known.durationSeconds)).toBeLessThan(0.3);
      expect(lesson.sources.map((source) => source.type)).toEqual([type]);
    }
    const both = await upload(course.id, [video(webm), video(mp4, 'video/mp4')]);
    expect(both.json<LessonView>()).toMatchObject({ position: 3 });
    expect(both.json<LessonView>().sources).toHaveLength(2);
  });

  test('what is no video is refused with the part that is wrong', async () => {
    const course = await newCourse();
    const cases: [readonly FormFile[], string][] = [
      [[video(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))], 'format'],
      [[video(webm.subarray(0, 60))], 'noVideo'],
      [[], 'noVideo'],
      [[video(webm), video(webm)], 'twice'],
      [[video(webm), { name: 'subtitles', bytes: Buffer.from('<b>') }], 'subtitles'],
      [[video(webm), { name: 'poster', bytes: Buffer.from('GIF89a') }], 'poster'],
    ];
    for (const [files, part] of cases) {
      const answer = await upload(course.id, files);
      expect([part, answer.statusCode, codeOf(answer)]).toEqual([
        part,
        422,
        'course/lessonFileInvalid',
      ]);
      expect(answer.json()).toMatchObject({ details: { part } });
    }
    const shown = await registrar.browser.get(`/api/courses/${course.id}`);
    expect(shown.json<CourseView>().lessons).toEqual([]);
  });

  test('a published course is seen by learners and keeps its lessons', async () => {
    const course = await newCourse();
    const empty = await registrar.browser.post(`/api/courses/${course.id}/publish`);
    expect(codeOf(empty)).toBe('course/invalid');
    const lesson = (await upload(course.id, [video(webm)])).json<LessonView>();
    const before = await wang.browser.get(`/api/me/enrolments/${wang.enrolmentId}`);
    await registrar.browser.post(`/api/courses/${course.id}/publish`);
    const after = await wang.browser.get(`/api/me/enrolments/${wang.enrolmentId}`);
    const ids = (body: { courses: { id: string }[] }) => body.courses.map((one) => one.id);
    expect(ids(before.json())).not.toContain(course.id);
    expect(ids(after.json())).toContain(course.id);
    expect(codeOf(await upload(course.id, [video(webm)]))).toBe('course/invalid');
    expect(codeOf(await registrar.browser.delete(`/api/lessons/${lesson.id}`))).toBe(
      'course/invalid',
    );
    const posts = await registrar.browser.patch(`/api/courses/${course.id}`, { posts: ['labour'] });
    expect(codeOf(posts)).toBe('course/invalid');
    const title = await registrar.browser.patch(`/api/courses/${course.id}`, { title: '高处' });
    expect(title.json<CourseView>().title).toBe('高处');
  });
});

describe('media', () => {
  const sourceOf = async (): Promise<string> => {
    const course = await newCourse();
    const lesson = (await upload(course.id, [video(webm)])).json<LessonView>();
    return lesson.sources[0]?.url ?? '';
  };

  test('come whole and in ranges, byte for byte', async () => {
    const url = await sourceOf();
    const whole = await registrar.browser.get(url);
    expect([whole.statusCode, whole.headers['content-type']]).toEqual([200, 'video/webm']);
    expect(whole.rawPayload.equals(webm)).toBe(true);
    const part = await registrar.browser.get(url, { range: 'bytes=100-199' });
    expect([part.statusCode, part.headers['content-range']]).toEqual([
      206,
      `bytes 100-199/${webm.length}`,
    ]);
    expect(part.rawPayload.equals(webm.subarray(100, 200))).toBe(true);
    const tail = await registrar.browser.get(url, { range: 'bytes=-50' });
    expect(tail.rawPayload.equals(webm.subarray(-50))).toBe(true);
    const beyond = await registrar.browser.get(url, { range: `bytes=${webm.length}-` });
    expect(beyond.statusCode).toBe(416);
  });

  test('a signed link serves the one it was made for, unaltered, and for a while', async () => {
    const url = await sourceOf();
    expect((await ground.browser().get(url)).statusCode).toBe(401);
    expect((await wang.browser.get(url)).statusCode).toBe(404);
    expect((await registrar.browser.get(url.replace('.', '.A'))).statusCode).toBe(404);
    ground.clock.pass(13 * 3600 * 1000);
    const late = await registrar.browser.get(url);
    expect([401, 404]).toContain(late.statusCode);
    await registrar.browser.post('/api/session/staff', {
      ...{ login: registrar.login, password: registrar.password, totp: registrar.totp() },
    });
    expect((await registrar.browser.get(url)).statusCode).toBe(404);
  });
});

describe('the question bank', () => {
  const question = {
    ...{ post: null, kind: 'single', topic: '消防', stem: '灭火器应多久检查一次' },
    options: ['每月', '每十年'],
    answer: [0],
  };
  const one = { code: 'XF-1', ...question };

  test('a change makes a new version; the earlier one is kept for its papers', async () => {
    const made = (await registrar.browser.post('/api/questions', one)).json<QuestionView>();
    expect(made.version).toBe(1);
    const again = await registrar.browser.post('/api/questions', one);
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'request/conflict']);
    const changed = (
      await registrar.browser.put(`/api/questions/${made.id}`, {
        ...question,
        options: ['每月', '每年', '从不'],
      })
    ).json<QuestionView>();
    expect([changed.code, changed.version]).toEqual(['XF-1', 2]);
    const live = (await registrar.browser.get('/api/questions')).json<{ items: QuestionView[] }>();
    expect(live.items.map((item) => item.id)).toEqual([changed.id]);
    expect((await registrar.browser.delete(`/api/questions/${changed.id}`)).statusCode).toBe(204);
    const none = (await registrar.browser.get('/api/questions')).json<{ items: unknown[] }>();
    expect(none.items).toEqual([]);
  });

  test('a key that does not fit its options is refused', async () => {
    for (const wrong of [
      { code: 'XF-2', ...question, answer: [2] },
      { code: 'XF-2', ...question, answer: [0, 1] },
      { code: 'XF-2', ...question, kind: 'multiple', answer: [0] },
      { code: 'XF-2', ...question, options: ['每月', '每月'] },
      { code: 'XF-2', ...question, post: 'astronaut' },
    ]) {
      const answer = await registrar.browser.post('/api/questions', wrong);
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'exam/questionInvalid']);
    }
  });

  const HEAD = 'id,post,kind,topic,stem,optionA,optionB,optionC,answer,explanation';
  const importFile = async (bytes: Uint8Array) =>
    registrar.browser.upload('/api/questions/import', bytes, {}, 'POST');

  test('an import takes good rows, reports bad ones with their row, and may be repeated', async () => {
    const sheet = [
      HEAD,
      'A-1,*,single,用电,安全电压是多少伏,36,220,,A,说明',
      'A-2,*,multiple,用电,下列哪些是对的呢,甲,乙,丙,AC,',
      'A-3,*,single,用电,没有这个选项的题,甲,乙,,D,',
      'A-1,*,single,用电,编号重复的一道题,甲,乙,,A,',
      'A-4,nobody,single,用电,没有这个岗位的题,甲,乙,,A,',
      'A-5,*,single,用电,=HYPERLINK 开头的题,=1+1,乙,,A,',
    ].join('\r\n');
    const first = (await importFile(Buffer.from(`\uFEFF${sheet}`))).json<ImportReportView>();
    expect(first).toMatchObject({ rows: 6, inserted: 3, updated: 0, unchanged: 0 });
    expect(first.refused.map((row) => row.row)).toEqual([4, 5, 6]);
    expect(first.refused[0]?.sentence).toMatch(/[\u4e00-\u9fff]/);
    const again = (await importFile(Buffer.from(sheet))).json<ImportReportView>();
    expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
    const csv = await registrar.browser.get('/api/questions/export');
    expect(csv.body).toContain("'=1+1");
    expect(csv.body).not.toMatch(/,=1\+1/);
  });

  test('an import in GB18030 reads the same; a sheet without the columns is refused', async () => {
    const gb = Buffer.from(
      '69642c706f73742c6b696e642c746f7069632c7374656d2c6f7074696f6e412c6f7074696f6e422c616e737765720d0a' +
        '472d312c2a2c73696e676c652cd3c3b5e72cb0b2c8abb5e7d1b9cac7b6e0c9d92cbcd72cd2d22c41',
      'hex',
    );
    const report = (await importFile(gb)).json<ImportReportView>();
    expect(report).toMatchObject({ rows: 1, inserted: 1 });
    const live = (await registrar.browser.get('/api/questions?limit=1')).json<{
      items: QuestionView[];
    }>();
    expect(live.items[0]).toMatchObject({ code: 'G-1', topic: '用电', stem: '安全电压是多少' });
    const wrong = await importFile(Buffer.from('甲,乙\r\n1,2'));
    expect([wrong.statusCode, codeOf(wrong)]).toEqual([422, 'exam/questionInvalid']);
  });
});
