import { randomUUID } from 'node:crypto';
import { checkCharacter } from '@xuzheng/engine';
import type { CommandRequest } from '@xuzheng/workflows';
import { beforeAll, expect, test } from 'vitest';
import {
  completeHours,
  enrol,
  enrolmentOf,
  furnish,
  STAFF,
  untilTag,
  writeText,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';

/** How many lives; each runs through three races. */
const TRIALS = Number(process.env['RACE_TRIALS'] ?? 1_000);
/** Lives under way at once: enough to keep two cores busy while others wait for Temporal. */
const AT_ONCE = 16;

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
  await ground.startWorker();
}, 300_000);

function person(n: number) {
  const digits = `999999${String(19_900_101 + Math.floor(n / 900) * 100)}${String(100 + (n % 900))}`;
  const idNumber = digits + checkCharacter(digits);
  return { idNumber, name: '王小明', phone: `13${String(800_000_000 + n)}` };
}

type Answer = Awaited<ReturnType<ProcessGround['command']>>;

/** Gives a command as a client must: one that nobody answered in time is sent again under its id. */
async function give(id: string, actor: string, event: CommandRequest): Promise<Answer> {
  const command = { commandId: randomUUID(), actor, event };
  for (;;) {
    const answer = await ground.command(id, command);
    if (answer.ok || answer.refusal.code !== 'process/unavailable') return answer;
    unanswered++;
  }
}
let unanswered = 0;

type Race = 'countersignatures' | 'verdicts' | 'renewals';
/** Of one race of one life: how many of the parallel commands were taken. */
const won: Record<Race, number[]> = { countersignatures: [], verdicts: [], renewals: [] };
const refusals = new Map<string, number>();

async function race(name: Race, runners: readonly Promise<Answer>[]): Promise<void> {
  const answers = await Promise.all(runners);
  won[name].push(answers.filter((answer) => answer.ok).length);
  for (const answer of answers) {
    if (answer.ok) continue;
    const line = `${name}: ${answer.refusal.code}`;
    refusals.set(line, (refusals.get(line) ?? 0) + 1);
  }
}

async function propose(id: string): Promise<void> {
  const textId = await writeText(ground, id, '抓拍照片与头像不是同一人。');
  const clear = { reasonCode: 'impersonation', textId, findingIds: [], evidenceVersion: 0 };
  const by = STAFF.ana;
  const event = { type: 'PROPOSE_CLEAR', by, ...clear } as const;
  const proposed = await give(id, `staff:${by}`, event);
  if (!proposed.ok) throw new Error(proposed.refusal.code);
}

const sign = (id: string, by: string): Promise<Answer> =>
  give(id, `staff:${by}`, { type: 'SIGN_CLEAR', by, evidenceVersion: 0 });
const accept = (id: string, by: string): Promise<Answer> =>
  give(id, `staff:${by}`, { type: 'ACCEPT', by, evidenceVersion: 0 });

/** Proposed, signed by three and the proposer at once; relearned, accepted by three; renewed by four clicks. */
async function live(n: number): Promise<void> {
  const id = await enrol(ground, { person: person(n), examRequired: false });
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open', 120_000);
  await propose(id);
  const signers = [STAFF.ana, STAFF.ben, STAFF.cho, STAFF.dai];
  await race(
    'countersignatures',
    signers.map((by) => sign(id, by)),
  );
  await untilTag(ground, id, 'audit.cleared', 120_000);
  await completeHours(ground, id, 2);
  await untilTag(ground, id, 'audit.open', 120_000);
  await race(
    'verdicts',
    [STAFF.ana, STAFF.ben, STAFF.cho].map((by) => accept(id, by)),
  );
  await untilTag(ground, id, 'renewal.available', 120_000);
  const actor = `learner:${(await enrolmentOf(ground, id)).learnerId}`;
  await race(
    'renewals',
    [0, 1, 2, 3].map(() => give(id, actor, { type: 'RENEW' })),
  );
  await untilTag(ground, id, 'renewal.renewed', 120_000);
}

const oneEach = (name: Race): number => won[name].filter((taken) => taken === 1).length;
const winners = (): string =>
  (Object.keys(won) as Race[])
    .map((name) => `${name} with one winner ${oneEach(name)} of ${won[name].length}`)
    .join(', ');

/** Keeps so many lives under way until all are lived. */
async function liveAll(): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < TRIALS; n = next++) {
      await live(n);
      if (won.renewals.length % 100 === 0)
        console.log(`${won.renewals.length} lives: ${winners()}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, TRIALS) }, lane));
}

const verdictsOf = async (verdict: string): Promise<number> =>
  (await ground.db.selectFrom('verdicts').select('id').where('verdict', '=', verdict).execute())
    .length;
const noticesOf = async (template: string): Promise<number> =>
  (await ground.db.selectFrom('notices').select('id').where('template', '=', template).execute())
    .length;
const secondsOf = async (entry: string): Promise<number> =>
  (
    await ground.db.selectFrom('hourLedger').select('seconds').where('entry', '=', entry).execute()
  ).reduce((sum, row) => sum + row.seconds, 0);

test('parallel countersignatures, verdicts and renewals have one effect each', async () => {
  const began = Date.now();
  await liveAll();
  const { db } = ground;
  const figures = {
    cleared: await verdictsOf('cleared'),
    accepted: await verdictsOf('accepted'),
    clearingNotices: await noticesOf('hoursCleared'),
    acceptanceNotices: await noticesOf('hoursAccepted'),
    renewalsAtTheRegistry: (await db.selectFrom('registryRenewals').select('businessKey').execute())
      .length,
  };
  const active = await db
    .selectFrom('certificates')
    .select('learnerId')
    .where('status', '=', 'active')
    .where('kind', '=', 'training')
    .execute();
  const waiting = await db.selectFrom('outbox').select('id').where('sentAt', 'is', null).execute();
  const epochs = await db.selectFrom('enrolments').select('id').where('epoch', '<>', 2).execute();
  console.log(
    `${TRIALS} lives in ${Math.round((Date.now() - began) / 1000)} s: ${winners()}; ` +
      `${JSON.stringify(figures)}, active certificates ${active.length}, outbox ${waiting.length}, ` +
      `sent again after silence ${unanswered}\n` +
      [...refusals].map(([line, times]) => `  ${line} × ${times}`).join('\n'),
  );
  for (const taken of Object.values(won))
    expect(taken.filter((winnersOfOne) => winnersOfOne !== 1)).toEqual([]);
  for (const figure of Object.values(figures)) expect(figure).toBe(TRIALS);
  expect(new Set(active.map((row) => row.learnerId)).size).toBe(TRIALS);
  expect(active).toHaveLength(TRIALS);
  expect(epochs).toEqual([]);
  // Two lessons of 45 minutes each: cleared once, credited once.
  expect(await secondsOf('hours.cleared')).toBe(-5_400 * TRIALS);
  expect(await secondsOf('hours.credited')).toBe(5_400 * TRIALS);
  expect(waiting).toHaveLength(0);
  expect(ground.faults).toEqual([]);
});
