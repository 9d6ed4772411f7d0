import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashOf, newToken } from '../../../api/src/crypto/tokens.ts';
import { openLearnerByIdNumber } from '../../../api/src/db/learners.ts';
import { insertWebSession } from '../../../api/src/db/web-sessions.ts';
import { desk, type Desk } from '../audits/desk-ground.ts';
import type { Answer, Browser } from '../browser.ts';
import { acceptHours, enrol, PERSON, untilTag } from '../process/people.ts';

let place: Desk;
let browser: Browser;
let learnerId: string;

beforeAll(async () => {
  place = await desk();
  await enrol(place.ground, { post: 'labour', examRequired: false });
  const learner = await openLearnerByIdNumber(place.ground.db, place.ground.vault, PERSON.idNumber);
  learnerId = learner?.id ?? '';
  browser = await signedIn();
});

/** The learner's browser with a session that is already there. */
async function signedIn(): Promise<Browser> {
  const token = newToken();
  const now = place.world.clock.now();
  await insertWebSession(place.ground.db, {
    ...{ idHash: hashOf(token), subjectKind: 'learner', subjectId: learnerId, userAgent: null },
    ...{ now: new Date(now), expiresAt: new Date(now + 3_600_000) },
  });
  const own = place.world.browser();
  own.setCookie(token);
  await own.get('/api/session');
  return own;
}

const renew = (enrolmentId: string, commandId: string = randomUUID()): Promise<Answer> =>
  browser.post(`/api/me/enrolments/${enrolmentId}/renewal`, { commandId });
const codeOf = (answer: Answer): string => (answer.json() as { code?: string }).code ?? '';
const certificates = (post: string) =>
  place.ground.db
    .selectFrom('certificates')
    .select(['kind', 'status', 'number', 'verificationCode'])
    .where('learnerId', '=', learnerId)
    .where('post', '=', post)
    .where('kind', '<>', 'hours')
    .orderBy('issuedOn')
    .execute();
async function withOriginal(post: string): Promise<string> {
  const { enrolmentId } = await place.inAudit(post);
  await place.ground.db
    .insertInto('certificates')
    .values({
      ...{ kind: 'original', learnerId, post, number: `旧-${post}`, medium: 'paper' },
      ...{ verificationCode: randomUUID(), issuedOn: '2017-05-01', holderMasked: '王*明' },
    })
    .execute();
  return enrolmentId;
}

describe('证书更新', () => {
  test('before the audit, or after it without an accepting verdict, is refused', async () => {
    const id = await withOriginal('materials');
    const early = await renew(id);
    expect([early.statusCode, codeOf(early)]).toEqual([409, 'renewal/notAvailable']);
    expect(await certificates('materials')).toHaveLength(1);
  });

  test('pressed in parallel, by one command or by five, gives one certificate', async () => {
    const id = await withOriginal('machinery');
    await acceptHours(place.ground, id);
    await untilTag(place.ground, id, 'renewal.available');
    const commandId = randomUUID();
    const answers = await Promise.all([
      renew(id, commandId),
      renew(id, commandId),
      ...Array.from({ length: 4 }, () => renew(id)),
    ]);
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    expect(statuses).toContain(200);
    await untilTag(place.ground, id, 'renewal.renewed');
    const rows = await certificates('machinery');
    expect(rows.filter((row) => row.status === 'active')).toHaveLength(1);
    expect(rows.map((row) => row.kind)).toEqual(['original', 'training']);
    const late = await renew(id);
    expect(late.statusCode).toBe(409);
    expect(await certificates('machinery')).toHaveLength(2);
  });

  test('with a void number, a foreign enrolment or more than asked for changes nothing', async () => {
    const registrar = await place.world.staff('registrar-1', ['registrar']);
    const [original] = await certificates('machinery');
    const answer = await registrar.browser.post('/api/enrolments', {
      ...{ idNumber: '440524188001010014', name: '李四', phone: '13800138044' },
      ...{ post: 'machinery', studyYear: 2026 },
      originalCertificate: { number: original?.number, medium: 'paper', issuedOn: '2017-05-01' },
    });
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'certificate/numberTaken']);
    const foreign = await renew(randomUUID());
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([404, 'enrolment/notFound']);
    const { id } = await place.ground.db
      .selectFrom('enrolments')
      .select('id')
      .where('post', '=', 'materials')
      .executeTakeFirstOrThrow();
    const more = await browser.post(`/api/me/enrolments/${id}/renewal`, {
      ...{ commandId: randomUUID(), number: 'XZHG2020000001', status: 'active' },
    });
    expect([more.statusCode, codeOf(more)]).toEqual([400, 'request/invalid']);
    expect(await certificates('materials')).toHaveLength(1);
  });
});

describe('the page behind the QR', () => {
  const verify = (code: string, address?: string) =>
    place.world.browser(address).get(`/api/verify/${encodeURIComponent(code)}`);
  const statusOf = (answer: Answer): string => (answer.json() as { status: string }).status;

  test('answers to no number, none next to it, and no code of which a character was changed', async () => {
    const issued = (await certificates('machinery')).find((row) => row.kind === 'training');
    const code = issued?.verificationCode ?? '';
    expect(statusOf(await verify(code))).toBe('valid');
    expect(statusOf(await verify(issued?.number ?? ''))).toBe('unknown');
    const serial = /\d+$/.exec(issued?.number ?? '')?.[0] ?? '0';
    for (const step of [-1, 1, 2]) {
      const next = `${issued?.number.slice(0, -serial.length)}${Number(serial) + step}`;
      expect(statusOf(await verify(next))).toBe('unknown');
    }
    for (let at = 0; at < code.length; at++) {
      const other = code[at] === '7' ? '8' : '7';
      const changed = code.slice(0, at) + other + code.slice(at + 1);
      expect(statusOf(await verify(changed))).toBe('unknown');
    }
  });

  test('lets nobody count: guesses are told to wait', async () => {
    const address = '198.51.100.77';
    const answers = [];
    for (let n = 0; n < 62; n++) answers.push(await verify(`${1e15 + n}`, address));
    const last = answers.at(-1);
    expect(last?.statusCode).toBe(429);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    // Somebody else may still ask.
    expect((await verify('x', '198.51.100.78')).statusCode).toBe(200);
  });
});
