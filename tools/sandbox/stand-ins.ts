// The people of a sandbox: does what integrators ask of learners and staff, by the product's own routes.
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError } from '@xuzheng/client';
import { dayOf, partsOf, type SandboxPlay } from '@xuzheng/engine';
import { readConfig } from '../../api/src/config.ts';
import {
  claimPlay,
  endPlay,
  requeuePlays,
  type SandboxPlayRow,
} from '../../api/src/db/sandbox-plays.ts';
import { closeDeps, createDeps } from '../../api/src/deps.ts';
import { hushTemporal } from '../../api/src/temporal/worker.ts';
import { plainFault, wordsFor } from '../ground/plain-fault.ts';
import { importQuestions, makeCourses, readKnowledge } from '../seed/catalogue.ts';
import { act, type Stage } from './play.ts';
import { keepApiKey, openDesk } from './school.ts';

const LOOK_EVERY_MS = 200;
const AT_ONCE = 4;
/** A 学时 lasts a second: a year's hours are what two lessons of eight seconds give. */
const COURSE = {
  title: '沙箱课程',
  kind: 'professional',
  folder: 'short-lessons',
  lessons: ['short-height', 'short-power'],
} as const;

async function openStage(): Promise<Stage> {
  const config = readConfig(process.env);
  if (!config.sandbox)
    throw plainFault(
      '只有沙箱才有演练人员;请设置 XUZHENG_SANDBOX=1 并使用沙箱的数据库。',
      'Only a sandbox has stand-ins; set XUZHENG_SANDBOX=1 and use the database of the sandbox.',
    );
  hushTemporal();
  const deps = await createDeps(config);
  const folder = process.env['XUZHENG_DATA_DIR'] ?? join(config.storageDir, '..');
  const desk = await openDesk(deps, config.publicUrl, join(folder, 'desk.json'));
  await keepApiKey(desk.admin, join(folder, 'api-key.txt'));
  await makeCourses(desk.registrar, partsOf(dayOf(Date.now())).year, [COURSE]);
  await importQuestions(desk.registrar);
  const secret = createHmac('sha256', config.keys.index).update('stand-ins').digest();
  return { deps, url: config.publicUrl, desk, known: await readKnowledge(), secret };
}

const faultOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.code : 'standIn/failed';

async function perform(stage: Stage, row: SandboxPlayRow): Promise<void> {
  const { db, clock } = stage.deps;
  const end = (state: 'done' | 'failed', fault: string | null) =>
    endPlay(db, row.id, { state, fault, endedAt: new Date(clock.now()) });
  try {
    await act(stage, row.enrolmentId, row.play as SandboxPlay);
    await end('done', null);
  } catch (error) {
    if (!(error instanceof ProblemError)) process.stderr.write(`${row.play}: ${String(error)}\n`);
    await end('failed', faultOf(error));
  }
}

/** Takes what has been asked for, some at a time, until told to stop. */
async function work(stage: Stage, isOver: () => boolean): Promise<void> {
  await requeuePlays(stage.deps.db);
  const acting = new Set<Promise<void>>();
  while (!isOver()) {
    const row = acting.size < AT_ONCE ? await claimPlay(stage.deps.db) : undefined;
    if (row === undefined) {
      await pause(LOOK_EVERY_MS);
      continue;
    }
    const acted = perform(stage, row).finally(() => acting.delete(acted));
    acting.add(acted);
  }
  await Promise.all(acting);
}

let over = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (over = true));
try {
  const stage = await openStage();
  process.stdout.write('ready\n');
  await work(stage, () => over);
  await closeDeps(stage.deps);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(1);
}
