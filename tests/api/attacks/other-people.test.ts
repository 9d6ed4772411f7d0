import { beforeAll, describe, expect, test } from 'vitest';
import { describeApi } from '../../../api/src/openapi.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import type { Browser } from '../browser.ts';
import {
  CHECKED,
  codeOf,
  receiptOf,
  studyGround,
  type Student,
  type StudyGround,
} from '../study/study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;
let all: Browser;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([3000, 3000]);
  wang = await ground.student('wang', CHECKED);
  li = await ground.student('li', CHECKED);
  all = (await ground.staff('all', ['seniorAuditor', 'support', 'registrar', 'admin'])).browser;
});

describe("another learner's pictures", () => {
  test('do not exist for a learner; staff need the right, and each view is on record', async () => {
    const session = await wang.enter(0);
    for (let seq = 1; ; seq++) {
      pass(15);
      if (receiptOf(await wang.beat(session, [seq, seq * 15])).session.due !== null) break;
    }
    const { id } = (await wang.snapshot(session.id, 'me')).json<{ id: string }>();
    const url = `/api/me/snapshots/${id}/image`;
    const own = await wang.browser.get(url);
    expect([own.statusCode, own.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(own.headers['cache-control']).toContain('no-store');
    const foreign = await li.browser.get(url);
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([404, 'request/notFound']);
    expect((await ground.browser().get(url)).statusCode).toBe(401);
    expect((await li.browser.get(`/api/snapshots/${id}/image`)).statusCode).toBe(403);
    expect((await li.browser.get(`/api/learners/${wang.learnerId}/portrait`)).statusCode).toBe(403);
    const support = await ground.staff('only-support', ['support']);
    expect((await support.browser.get(`/api/snapshots/${id}/image`)).statusCode).toBe(403);
    expect(await viewsOf(wang)).toBe(0);
    expect((await all.get(`/api/snapshots/${id}/image`)).statusCode).toBe(200);
    expect(await viewsOf(wang)).toBe(1);
  });

  test('of a face check are guessed by no number', async () => {
    const check = await ground.deps.db
      .selectFrom('faceChecks')
      .select('id')
      .where('learnerId', '=', wang.learnerId)
      .executeTakeFirstOrThrow();
    for (const n of [99, -1]) {
      const answer = await all.get(`/api/face-checks/${check.id}/frames/${n}`);
      expect([400, 404]).toContain(answer.statusCode);
    }
    expect((await wang.browser.get(`/api/face-checks/${check.id}/frames/0`)).statusCode).toBe(403);
  });

  test('or videos are opened by no link that was altered, or made for somebody else', async () => {
    const session = (await li.start(1, { takeOver: true })).json<SessionView>();
    const link = session.lesson.sources[0]?.url ?? '';
    const [, media = '', signed = '', file = ''] = link.split('/');
    expect([media, file]).toEqual(['media', 'lesson.webm']);
    const altered = [
      link,
      `/media/${signed.slice(0, -2)}AA/${file}`,
      `/media/${signed.replace('.', 'A.')}/${file}`,
      `/media/${signed.split('.')[0]}./${file}`,
      `/media/../../etc/passwd/${file}`,
    ];
    for (const url of altered) expect((await wang.browser.get(url)).statusCode).toBe(404);
    expect((await ground.browser().get(link)).statusCode).toBe(401);
  });

  const viewsOf = async (student: Student): Promise<number> => {
    const rows = await ground.deps.db
      .selectFrom('accessLog')
      .select('id')
      .where('learnerId', '=', student.learnerId)
      .execute();
    return rows.length;
  };
});

type Schema = {
  readonly type?: string;
  readonly properties?: Record<string, Schema>;
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
};
type Operation = {
  readonly requestBody?: { readonly content?: Record<string, { readonly schema?: Schema }> };
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
};

/** Objects of a body that would take a field nobody asked for. */
function openObjects(schema: Schema, at: string): string[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) =>
      openObjects(one, `${at}.${key}`),
    ),
    ...(schema.anyOf ?? []).flatMap((one) => openObjects(one, at)),
    ...(schema.items ? openObjects(schema.items, `${at}[]`) : []),
  ];
  const open = schema.type === 'object' && schema.additionalProperties === undefined;
  return open ? [at, ...inner] : inner;
}

const operations = Object.entries(
  ((await describeApi()) as unknown as { paths: Record<string, Record<string, Operation>> }).paths,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('mass assignment', () => {
  test('every JSON body takes exactly its own fields', () => {
    const open = operations.flatMap(({ path, method, operation }) => {
      const schema = operation.requestBody?.content?.['application/json']?.schema;
      return schema === undefined ? [] : openObjects(schema, `${method} ${path}`);
    });
    expect(open).toEqual([]);
    expect(operations.length).toBeGreaterThan(80);
  });

  test('a start that names its own credit, role or replay is refused, and nothing is opened', async () => {
    const before = await sessions();
    for (const more of [
      { creditedSeconds: 9999 },
      { replay: true },
      { policyId: 'demo' },
      { learnerId: li.learnerId },
      { role: 'admin' },
    ]) {
      const answer = await wang.start(1, { takeOver: true, ...more });
      expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'request/invalid']);
    }
    expect(await sessions()).toBe(before);
    const foreign = await wang.start(1, { enrolmentId: li.enrolmentId });
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([404, 'enrolment/notFound']);
  });

  test('prototypes in a beat and bodies a thousand levels deep are refused', async () => {
    const session = await wang.enter(1, { takeOver: true });
    const send = (payload: string) =>
      ground.app.inject({
        method: 'POST',
        url: `/api/me/study-sessions/${session.id}/beats`,
        payload,
        headers: { 'content-type': 'application/json', 'x-csrf-token': wang.browser.csrfToken() },
        cookies: { xz_session: wang.browser.cookie() },
      });
    const beat = '{"seq":1,"positionSeconds":1,"playing":true,"visible":true';
    const head = `{"leaseToken":${session.leaseToken},"beats":[`;
    const bodies = [
      `${head}${beat},"__proto__":{"creditedSeconds":1}}]}`,
      `${head}${beat},"constructor":{"prototype":{"creditedSeconds":1}}}]}`,
      `${head}${beat}}],"__proto__":{"admin":true}}`,
      `${head}${'['.repeat(1000)}${']'.repeat(1000)}]}`,
    ];
    for (const body of bodies) expect((await send(body)).statusCode).toBe(400);
    expect(({} as { creditedSeconds?: number }).creditedSeconds).toBeUndefined();
    expect((await wang.look(session.id)).totals.creditedSeconds).toBe(0);
  });

  const sessions = async (): Promise<number> =>
    (await ground.deps.db.selectFrom('studySessions').select('id').execute()).length;
});

describe('lists', () => {
  const NOBODY = '00000000-0000-7000-8000-000000000000';
  const gets = operations.filter(
    ({ path, method }) => method === 'get' && path.startsWith('/api/') && !path.endsWith('/events'),
  );
  const addressOf = (path: string): string => path.replace(/\{\w+\}/g, NOBODY);

  test('of a billion rows, sorted by an injection, from a made-up cursor break nothing', async () => {
    const wrong: string[] = [];
    for (const { path, operation } of gets) {
      const names = new Set((operation.parameters ?? []).map((one) => one.name));
      const queries = [
        'limit=1e9',
        'limit=-1',
        'sort=id;drop%20table%20learners',
        'cursor=%00%27--',
      ];
      for (const query of queries) {
        const { statusCode } = await all.get(`${addressOf(path)}?${query}`);
        const known = names.has(query.split('=')[0] ?? '');
        const refused =
          known && !query.startsWith('cursor')
            ? statusCode === 400 || statusCode === 403
            : statusCode < 500;
        if (!refused) wrong.push(`${path}?${query}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await ground.deps.db.selectFrom('learners').select('id').execute()).length).toBe(2);
  });

  test('asked by ids that are none are refused, never a fault', async () => {
    const wrong: string[] = [];
    for (const { path } of gets.filter((one) => one.path.includes('{'))) {
      for (const id of ["'%20OR%201=1--", '..%2f..%2fetc', '%00', '1'.repeat(150), 'null']) {
        const { statusCode } = await all.get(path.replace(/\{\w+\}/g, id));
        if (statusCode >= 500) wrong.push(`${path} ${id}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
