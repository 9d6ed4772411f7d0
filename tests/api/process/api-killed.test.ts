import { randomUUID } from 'node:crypto';
import { fastPolicy } from '@xuzheng/engine';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../api/src/config.ts';
import { createVault, type Vault } from '../../../api/src/crypto/vault.ts';
import { connectDb, type Db } from '../../../api/src/db/connect.ts';
import { enrol as enrolByRegistrar } from '../../../tools/scenario/staff.ts';
import { startProduct, type Product } from '../../support/product.ts';
import { swallowingProxy } from '../../support/swallowing-proxy.ts';
import { hireStaff } from './hire-staff.ts';
import {
  auditsOf,
  completeHours,
  enrol,
  eventsOf,
  furnishCourse,
  PERSON,
  until,
  untilTag,
} from './people.ts';

/** Nothing falls due while an API is dead. */
const POLICY = fastPolicy({
  id: 'long-days',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 600_000 },
});

let product: Product;
let books: { readonly db: Db; readonly vault: Vault };
beforeAll(async () => {
  product = await startProduct();
  const config = readConfig(product.environment);
  books = { db: connectDb(config.databaseUrl), vault: createVault(config.keys) };
  afterAll(() => books.db.destroy());
  await furnishCourse(books, POLICY);
});

async function killApi(): Promise<void> {
  const api = product.newest('api');
  api?.process.kill('SIGKILL');
  await api?.ended;
}

/** What an enrolment leaves behind. */
async function enrolledSoFar(): Promise<Record<string, number>> {
  const counted = ['learners', 'enrolments', 'outbox', 'certificates'] as const;
  const count = async (table: (typeof counted)[number]): Promise<[string, number]> => {
    const rows = await books.db.selectFrom(table).select('id').execute();
    return [table, rows.length];
  };
  return Object.fromEntries(await Promise.all(counted.map(count)));
}

/** How many transactions of the API have come to telling the process, their last step but the commit. */
async function onTheLastStep(state: 'waiting' | 'any'): Promise<number> {
  const { rows } = await sql<{ pid: number }>`SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND query ILIKE 'insert into "outbox"%'
      AND xact_start IS NOT NULL AND (${state} = 'any' OR wait_event_type = 'Lock')`.execute(
    books.db,
  );
  return rows.length;
}

describe('kill -9 of the API', () => {
  test('before the commit nothing has happened, and the same request works when it is back', async () => {
    const registrar = await hireStaff(books, product.url, 'registrar', 'registrar');
    const asked = { ...PERSON, post: 'documents', studyYear: 2099, policyId: POLICY.id } as const;
    const request = () => enrolByRegistrar(registrar, { ...asked, originalNumber: '旧证-1' });
    const before = await enrolledSoFar();
    await books.db.transaction().execute(async (trx) => {
      await sql`LOCK TABLE outbox IN EXCLUSIVE MODE`.execute(trx);
      const answer = request().catch(() => 'no answer');
      await until('everything but the commit', async () => (await onTheLastStep('waiting')) === 1);
      await killApi();
      expect(await answer).toBe('no answer');
    });
    await until('Postgres has seen it die', async () => (await onTheLastStep('any')) === 0);
    expect(await enrolledSoFar()).toEqual(before);

    await product.start('api');
    const { id } = await request();
    await until('the process has begun', async () => {
      const { outbox } = await enrolledSoFar();
      const waiting = await books.db.selectFrom('outbox').select('id').where('sentAt', 'is', null);
      return outbox === 1 && (await waiting.execute()).length === 0;
    });
    expect(await enrolledSoFar()).toEqual({
      ...{ learners: 1, enrolments: 1, outbox: 1, certificates: 1 },
    });
    expect(await auditsOf(books, id)).toEqual([]);
  });

  test('after the commit and before the reply: the same command sent again is the same decision', async () => {
    const proxy = await swallowingProxy(product.url);
    const auditor = await hireStaff(books, proxy.url, 'auditor', 'auditor');
    const person = { idNumber: '110101199003078822', name: '李小红', phone: '13800138001' };
    const id = await enrol(books, {
      person,
      post: 'materials',
      policy: POLICY,
      examRequired: false,
    });
    await completeHours(books, id);
    await untilTag(books, id, 'audit.open');
    const [audit] = await auditsOf(books, id);
    if (audit === undefined) throw new Error('no audit');
    const command = { commandId: randomUUID(), evidenceVersion: 0 };
    const accept = () =>
      auditor.api.POST('/api/audits/{id}/accept', {
        ...{ params: { path: { id: audit.id } }, body: command },
      });

    // The token against forged requests is fetched before the line is cut, not with the decision.
    await auditor.api.csrfHeaders();
    const swallowed = proxy.swallow();
    const lost = accept().then(
      () => 'an answer',
      () => 'no answer',
    );
    await swallowed;
    await killApi();
    proxy.cut();
    expect(await lost).toBe('no answer');
    const decided = async () => ({
      verdicts: (
        await books.db
          .selectFrom('verdicts')
          .select('verdict')
          .where('auditId', '=', audit.id)
          .execute()
      ).map((row) => row.verdict),
      told: (
        await books.db
          .selectFrom('notices')
          .select('id')
          .where('template', '=', 'hoursAccepted')
          .execute()
      ).length,
      accepted: (await eventsOf(books, id)).filter((type) => type === 'ACCEPT').length,
    });
    const once = { verdicts: ['accepted'], told: 1, accepted: 1 };
    expect(await decided()).toEqual(once);

    await product.start('api');
    for (const answer of [await accept(), await accept()]) {
      expect(answer.response.status).toBe(200);
    }
    expect(await decided()).toEqual(once);
  });
});
