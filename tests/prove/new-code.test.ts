import { fileURLToPath } from 'node:url';
import { temporal as proto } from '@temporalio/proto';
import { checkCharacter, fastPolicy } from '@xuzheng/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureConverterPath } from '../../api/src/temporal/index.ts';
import {
  acceptHours,
  addEvidence,
  completeHours,
  enrol,
  enrolmentOf,
  furnish,
  until,
  untilTag,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';
import { workflowBundle } from '../support/temporal.ts';
import { rawHistory } from '../workflows/histories.ts';
import { workerChildren, type WorkerChildren } from '../workflows/worker-children.ts';

const LIVES = Number(process.env['OPEN_AUDITS'] ?? 1_000);
const AT_ONCE = 16;
const PATIENCE_MS = 900_000;
const LATER = fileURLToPath(new URL('../fixtures/workflows/later.ts', import.meta.url));

/** Audits stay open for as long as the file takes. */
const POLICY = fastPolicy({
  id: 'long-days',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 86_400_000 },
});

let ground: ProcessGround;
let children: WorkerChildren;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground, POLICY);
  children = await workerChildren(ground.env);
}, 300_000);
afterAll(() => children.end());

function person(n: number) {
  const digits = `999999${String(19_900_101 + Math.floor(n / 900) * 100)}${String(100 + (n % 900))}`;
  const idNumber = digits + checkCharacter(digits);
  return { idNumber, name: '王小明', phone: `13${String(800_000_000 + n)}` };
}

/** Does something for each, a few at once. */
async function forEach<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < list.length; n = next++) results[n] = await work(list[n] as T);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}

async function openAudit(n: number): Promise<string> {
  const id = await enrol(ground, { person: person(n), policy: POLICY, examRequired: false });
  await completeHours(ground, id);
  return id;
}

const howMany = async (type: string): Promise<number> =>
  (await ground.db.selectFrom('lifecycleEvents').select('seq').where('type', '=', type).execute())
    .length;

const standing = async (tag: string): Promise<number> =>
  (await ground.db.selectFrom('enrolments').select('stateTags').execute()).filter((row) =>
    row.stateTags.includes(tag),
  ).length;

/** Why steps of a life failed, and whether it has taken the step that only later code knows. */
async function lookInto(id: string) {
  const { events } = await rawHistory(ground, id);
  const causes = (events ?? []).flatMap(
    ({ workflowTaskFailedEventAttributes: failed }) =>
      proto.api.enums.v1.WorkflowTaskFailedCause[failed?.cause ?? -1] ?? [],
  );
  const markers = (events ?? []).filter((event) => event.markerRecordedEventAttributes);
  return { causes, laterStep: markers.length > 0 };
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

test('new code takes over a thousand open audits: each replays, hears its news and is decided', async () => {
  const old = await children.start();
  const opened = Date.now();
  const ids = await forEach(
    Array.from({ length: LIVES }, (_, n) => n),
    openAudit,
  );
  await until('all audits open', async () => (await standing('audit.open')) === LIVES, PATIENCE_MS);
  const openedIn = seconds(opened);
  await children.kill(old);

  const { code } = await workflowBundle({ failureConverterPath, workflowsPath: LATER });
  await children.start({ code });
  const told = Date.now();
  await forEach(ids, (id) => addEvidence(ground, id));
  await until(
    'all have heard',
    async () => (await howMany('EVIDENCE_CHANGED')) === LIVES,
    PATIENCE_MS,
  );
  const toldIn = seconds(told);
  const decided = Date.now();
  const answers = await forEach(ids, (id) => acceptHours(ground, id));
  await until('all decided', async () => (await standing('audit.open')) === 0, PATIENCE_MS);
  const decidedIn = seconds(decided);

  const lives = await forEach(ids, lookInto);
  const causes = lives.flatMap((life) => life.causes);
  const refused = answers.filter((answer) => !answer.ok);
  console.log(
    `${LIVES} open audits (opened in ${openedIn}); new build, empty cache: replayed and told in ${toldIn}, ` +
      `accepted in ${decidedIn}; failed workflow tasks ${causes.length} ${causes.join()}, refused ` +
      `${refused.length}, accepted ${await howMany('ACCEPT')}`,
  );
  expect(causes).toEqual([]);
  expect(refused).toEqual([]);
  expect(await howMany('ACCEPT')).toBe(LIVES);
  expect(lives.filter((life) => life.laterStep)).toEqual([]);
  // That it is new code shows in a life that begins on it.
  const begun = await openAudit(LIVES);
  await untilTag(ground, begun, 'audit.open');
  expect(await lookInto(begun)).toEqual({ causes: [], laterStep: true });
  expect((await enrolmentOf(ground, begun)).epoch).toBe(1);
  expect(ground.faults).toEqual([]);
});
