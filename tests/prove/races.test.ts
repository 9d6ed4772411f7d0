import { checkCharacter } from '@xuzheng/engine';
import { beforeAll, expect, test } from 'vitest';
import {
  acceptHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  furnish,
  STAFF,
  untilTag,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';

const TRIALS = 100;
const AT_ONCE = 4;

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
  await ground.startWorker();
}, 300_000);

function person(n: number) {
  const digits = `99999919900303${String(100 + n)}`;
  const idNumber = digits + checkCharacter(digits);
  return { idNumber, name: '王小明', phone: `13${String(800_000_000 + n)}` };
}

const won = (answers: readonly { readonly ok: boolean }[]): number =>
  answers.filter((answer) => answer.ok).length;

/** Two auditors accept and the learner asks for renewal four times, all at once: one effect each. */
async function trial(n: number): Promise<{ verdicts: number; renewals: number }> {
  const id = await enrol(ground, { person: person(n), examRequired: false });
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  const accepted = await Promise.all([
    acceptHours(ground, id, STAFF.ana),
    acceptHours(ground, id, STAFF.ben),
    acceptHours(ground, id, STAFF.cho),
  ]);
  await untilTag(ground, id, 'renewal.available');
  const actor = `learner:${(await enrolmentOf(ground, id)).learnerId}`;
  const renewed = await Promise.all(
    [0, 1, 2, 3].map(() => commandBy(ground, id, actor, { type: 'RENEW' })),
  );
  await untilTag(ground, id, 'renewal.renewed');
  return { verdicts: won(accepted), renewals: won(renewed) };
}

test('parallel verdicts and renewals have one effect each', async () => {
  const outcomes: { verdicts: number; renewals: number }[] = [];
  for (let n = 0; n < TRIALS; n += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, TRIALS - n) }, (_, k) => trial(n + k));
    outcomes.push(...(await Promise.all(batch)));
  }
  const { db } = ground;
  const count = async (table: 'verdicts' | 'registryRenewals' | 'renewals'): Promise<number> =>
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  const active = await db
    .selectFrom('certificates')
    .select(['learnerId', 'post'])
    .where('status', '=', 'active')
    .where('kind', '=', 'training')
    .execute();
  const accepted = await db
    .selectFrom('notices')
    .select('id')
    .where('template', '=', 'hoursAccepted')
    .execute();
  const waiting = await db.selectFrom('outbox').select('id').where('sentAt', 'is', null).execute();
  console.log(
    `${TRIALS} trials: verdicts ${await count('verdicts')}, renewals at the registry ` +
      `${await count('registryRenewals')}, active certificates ${active.length}, ` +
      `notices of acceptance ${accepted.length}, outbox ${waiting.length}`,
  );
  expect(outcomes.every(({ verdicts }) => verdicts === 1)).toBe(true);
  expect(await count('verdicts')).toBe(TRIALS);
  expect(await count('registryRenewals')).toBe(TRIALS);
  expect(await count('renewals')).toBe(TRIALS);
  expect(new Set(active.map((row) => row.learnerId)).size).toBe(TRIALS);
  expect(active).toHaveLength(TRIALS);
  expect(accepted).toHaveLength(TRIALS);
  expect(waiting).toHaveLength(0);
  expect(ground.faults).toEqual([]);
});
