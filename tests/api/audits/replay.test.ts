import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SESSION_MACHINE_VERSION } from '@xuzheng/engine';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { replayDecisions } from '../../../api/src/commands/decision/replay-decisions.ts';
import { tryThresholds } from '../../../api/src/commands/decision/what-if.ts';
import {
  acceptHours,
  clearHours,
  completeHours,
  enrol,
  enrolmentOf,
  furnish,
  LESSONS,
  untilTag,
} from '../process/people.ts';
import { processGround, type ProcessGround } from '../process/process-ground.ts';

let ground: ProcessGround;
const cases: string[] = [];
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
  await ground.startWorker();
  for (const post of ['materials', 'machinery', 'labour']) cases.push(await decided(post));
});

/** A decided case whose session has five judged snapshots; the first is accepted, the rest cleared. */
async function decided(post: string): Promise<string> {
  const id = await enrol(ground, { post, examRequired: false });
  await untilTag(ground, id, 'hours.studying');
  await snapshots(id);
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  if (post === 'materials') await acceptHours(ground, id);
  else await clearHours(ground, id);
  return id;
}

async function snapshots(enrolmentId: string): Promise<void> {
  const { db } = ground;
  const { learnerId, policyId, policyVersion } = await enrolmentOf(ground, enrolmentId);
  const at = new Date();
  const session = { value: 'completed', context: { unansweredAt: [] } };
  const machine = { version: SESSION_MACHINE_VERSION, session, credit: null, pendingBefore: 0 };
  const { id: sessionId } = await db
    .insertInto('studySessions')
    .values({
      ...{ learnerId, enrolmentId, lessonId: LESSONS[0], epoch: 1, leaseToken: 1 },
      ...{ machine: JSON.stringify(machine), startedAt: at, accountedUntil: at, lastBeatAt: at },
      ...{ endedAt: at, policyId, policyVersion, checkPlan: JSON.stringify({ done: [] }) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [n, portrait] of [0.2, 0.3, 0.34, 0.36, 0.45].entries()) {
    const matched = portrait < 0.38;
    const basis = { frames: [{ portrait }], withinBurst: 0, earlierOtherFaces: 0 };
    await db
      .insertInto('snapshots')
      .values({
        ...{ learnerId, enrolmentId, sessionId, epoch: 1, storageKey: 'none' },
        takenAt: new Date(at.getTime() + n * 1_000),
        sha256: Buffer.from(`${enrolmentId}${n}`),
        outcome: matched ? 'matched' : 'uncertain',
        reason: matched ? null : 'unlikePortrait',
        ...{ portraitDistance: portrait, thresholdsVersion: 'face-1' },
        ...{ modelId: 'model', weightsHash: 'weights', checkedAt: at },
        measured: JSON.stringify({ match: { basis } }),
      })
      .execute();
  }
}

/** Changes a row behind the product's back, as only the database's owner can. */
async function tamper(statement: string): Promise<void> {
  await ground.db.transaction().execute(async (trx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    await sql.raw(statement).execute(trx);
  });
}

describe('replay of decisions', () => {
  test('finds no difference in what nobody touched', async () => {
    const replay = await replayDecisions(ground.db);
    expect(replay).toMatchObject({ decisions: 3, withoutGrounds: 0, checks: 15, forgotten: 0 });
    expect(replay.lifecycles).toBe(3);
    expect(replay.events).toBeGreaterThan(6);
    expect(replay.differences).toEqual([]);
  });

  test('a verdict names the model by its weights too', async () => {
    const rows = await ground.db
      .selectFrom('verdicts')
      .select(['modelId', 'weightsHash'])
      .execute();
    expect(rows.every((row) => row.modelId === 'model' && row.weightsHash === 'weights')).toBe(
      true,
    );
  });

  test('finds a verdict, a check, an event and grounds that somebody changed', async () => {
    const [accepted = '', cleared = '', third = ''] = cases;
    await tamper(`UPDATE verdicts SET evidence_version = 9 WHERE enrolment_id = '${accepted}'`);
    await tamper(
      `UPDATE snapshots SET outcome = 'missed' WHERE enrolment_id = '${cleared}' AND portrait_distance < 0.25`,
    );
    await tamper(
      `UPDATE lifecycle_events SET event = event || '{"by":"somebody"}' WHERE enrolment_id = '${third}' AND type = 'SIGN_CLEAR'`,
    );
    await tamper(
      `UPDATE verdict_grounds SET grounds = jsonb_set(grounds, '{risk}', '1') WHERE audit_id = (SELECT audit_id FROM verdicts WHERE enrolment_id = '${third}')`,
    );
    const { differences } = await replayDecisions(ground.db);
    const found = (id: string): string[] =>
      differences.filter(({ enrolmentId }) => enrolmentId === id).map(({ what }) => what);
    expect(found(accepted)).toEqual(['verdict']);
    expect(found(cleared)).toEqual(['checkRow']);
    expect(found(third)).toEqual(expect.arrayContaining(['grounds', 'risk']));
  });

  test('pictures deleted after their time take nothing from it', async () => {
    const [, cleared = ''] = cases;
    await ground.db.deleteFrom('snapshots').where('enrolmentId', '=', cleared).execute();
    const replay = await replayDecisions(ground.db);
    expect(replay.forgotten).toBe(5);
    expect(replay.differences.filter(({ enrolmentId }) => enrolmentId === cleared)).toEqual([]);
  });

  test('the command prints the differences and ends with 1', async () => {
    const script = fileURLToPath(new URL('../../../api/src/replay-decisions.ts', import.meta.url));
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: { ...process.env, ...ground.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(words).toMatch(/decisions\s+3\n/);
    expect(words).toMatch(/audit [0-9a-f-]+: verdict/);
    expect(code).toBe(1);
  });
});

describe('a what-if over past cases', () => {
  test('with nothing changed finds nothing', async () => {
    const page = await tryThresholds(ground.db, { match: {} });
    expect(page).toMatchObject({ cases: 3, checks: 15, checkChanges: [], changed: [] });
    expect(page.nextCursor).toBeNull();
  });

  test('shows which checks and cases another threshold would change, and changes none', async () => {
    const before = await ground.db.selectFrom('snapshots').select(['id', 'outcome']).execute();
    const page = await tryThresholds(ground.db, { match: { belowAlone: 0.35 } });
    expect(page.checkChanges).toEqual([
      { kind: 'snapshot', was: 'matched', is: 'uncertain', n: 3 },
    ]);
    expect(page.changed).toHaveLength(3);
    expect(page.changed.every(({ checks }) => checks === 1)).toBe(true);
    const after = await ground.db.selectFrom('snapshots').select(['id', 'outcome']).execute();
    expect(after).toEqual(before);
  });
});
