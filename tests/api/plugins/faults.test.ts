import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createApp } from '../../../api/src/app.ts';
import { forgetExpired } from '../../../api/src/jobs/forget-expired.ts';
import { appUnderTest } from '../app-under-test.ts';

const WANG = { idNumber: '110101199003070011', name: '王建国', phone: '13800138011' };
const world = await appUnderTest();
const wang = await world.activeLearner(WANG);

test('a fault says nothing of its cause to the caller and nothing of a person to the log', async () => {
  const logLines: string[] = [];
  const app = await createApp(world.deps, { logTo: { write: (line) => void logLines.push(line) } });
  app.get('/api/broken', { config: { permission: 'public' } }, async () => {
    await sql`SELECT ${WANG.name}::int`.execute(world.deps.db);
  });
  app.get('/api/worse', { config: { permission: 'public' } }, async () => {
    throw new Error(`no such learner ${WANG.idNumber}`);
  });
  const answer = await app.inject('/api/worse');
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toMatchObject({ code: 'fault', status: 500 });
  await app.inject('/api/broken');
  const text = [answer.body, ...logLines].join('\n');
  expect(text).toContain('faults.test.ts');
  expect(text).not.toContain(WANG.idNumber);
  expect(text).not.toContain(WANG.name);
  await app.close();
});

test('what is over is forgotten, what is not stays', async () => {
  await forgetExpired(world.deps);
  expect((await wang.browser.get('/api/me/profile')).statusCode).toBe(200);
  world.clock.pass(30 * 86_400_000);
  expect(await forgetExpired(world.deps)).toBeGreaterThan(0);
  for (const table of ['webSessions', 'rateLimits', 'oneTimeCodes', 'codeSends'] as const) {
    const rows = await world.deps.db
      .selectFrom(table)
      .select(sql<number>`1`.as('one'))
      .execute();
    expect(rows).toEqual([]);
  }
});

test('the journal and the access log take no second thoughts', async () => {
  const { db } = world.deps;
  await expect(db.updateTable('journal').set({ action: 'x' }).execute()).rejects.toThrow(
    'append-only',
  );
  await expect(db.deleteFrom('journal').execute()).rejects.toThrow('append-only');
});
