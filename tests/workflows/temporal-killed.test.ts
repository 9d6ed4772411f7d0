import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastPolicy } from '@xuzheng/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  decidePhoneCorrection,
  requestPhoneCorrection,
} from '../../api/src/commands/correct-phone.ts';
import { startLeash } from '../../tools/ground/leash.ts';
import { anyFreePort } from '../../tools/ground/ports.ts';
import { ensureTemporalCli } from '../../tools/ground/temporal-cli.ts';
import { startTemporal, type RunningTemporal } from '../../tools/ground/temporal-server.ts';
import {
  auditsOf,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  STAFF,
  until,
  untilTag,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';

const POLICY = fastPolicy({
  id: 'short-window',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 700 },
});

const leash = startLeash();
let ground: ProcessGround;
let server: RunningTemporal;
let restart: () => Promise<void>;
let folder: string;

beforeAll(async () => {
  const program = await ensureTemporalCli(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'xuzheng-temporal-'));
  leash.holdFolder(folder);
  const port = await anyFreePort();
  const databaseFile = join(folder, 'temporal.db');
  restart = async () => {
    server = await startTemporal({ program, port, databaseFile });
    leash.holdProcess(server.child.process.pid, 'SIGKILL');
  };
  await restart();
  const place = { address: server.address, namespace: 'default', taskQueue: 'killed' };
  ground = await processGround({ place });
  await furnish(ground, POLICY);
  await ground.startWorker();
});
afterAll(async () => {
  // A worker ends quickly only while its server is there.
  await ground.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  leash.letGo();
});

/** Two of support correct the number while no process can be told. */
async function correctPhone(learnerId: string): Promise<void> {
  const { db, vault, shell } = ground;
  const deps = { db, vault, clock: shell.clock };
  const ask = { learnerId, newPhone: '13900139000', reason: '本人来电更正', staffId: STAFF.ana };
  const asked = await requestPhoneCorrection(deps, ask);
  if (!asked.ok) throw new Error(asked.refusal.code);
  const { id } = asked.value;
  const done = await decidePhoneCorrection(deps, { id, approve: true, staffId: STAFF.ben });
  expect(done.ok).toBe(true);
}

describe('kill -9 of the Temporal server', () => {
  test('away for longer than the whole audit: due and overdue are each heard once, with their own instants', async () => {
    const options = { policy: POLICY, examRequired: false };
    const id = await enrol(ground, { ...options, post: 'materials' });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    server.child.process.kill('SIGKILL');
    await server.child.ended;

    const later = await enrol(ground, { ...options, post: 'machinery' });
    await completeHours(ground, later);
    const by = STAFF.ana;
    const accept = {
      commandId: randomUUID(),
      event: { type: 'ACCEPT', by, evidenceVersion: 0 },
      actor: `staff:${by}`,
    } as const;
    const refused = await ground.command(id, accept);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'process/unavailable' } });

    const { learnerId } = await enrolmentOf(ground, id);
    await correctPhone(learnerId);

    // Both deadlines lie in the outage.
    const [asleep] = await auditsOf(ground, id);
    await until('the audit window is over', () => Date.now() > (asleep?.overdueAt.getTime() ?? 0));
    await restart();
    await untilTag(ground, id, 'audit.clock.overdue', 60_000);
    await untilTag(ground, later, 'audit.open', 60_000);
    const [audit] = await auditsOf(ground, id);
    expect(audit?.clock).toBe('overdue');
    for (const one of [id, later]) {
      await until('PHONE_CHANGED has arrived', async () =>
        (await eventsOf(ground, one)).includes('PHONE_CHANGED'),
      );
    }
    const heard = await eventsOf(ground, id);
    expect(heard.filter((event) => event === 'PHONE_CHANGED')).toHaveLength(1);
    const others = heard.filter((event) => event !== 'PHONE_CHANGED');
    expect(others).toEqual(['HOURS_COMPLETED', 'DUE', 'OVERDUE']);
    const struck = await ground.db
      .selectFrom('lifecycleEvents')
      .select(['type', 'at'])
      .where('enrolmentId', '=', id)
      .where('type', 'in', ['DUE', 'OVERDUE'])
      .orderBy('seq')
      .execute();
    expect(struck).toEqual([
      { type: 'DUE', at: audit?.dueAt },
      { type: 'OVERDUE', at: audit?.overdueAt },
    ]);
    expect(audit?.overdueAt).toEqual(asleep?.overdueAt);
    expect(await ground.command(id, accept)).toMatchObject({ ok: true });
    await untilTag(ground, id, 'renewal.available');
    await until('the outbox is empty', async () => {
      const rows = await ground.db
        .selectFrom('outbox')
        .select('id')
        .where('sentAt', 'is', null)
        .execute();
      return rows.length === 0;
    });
  }, 120_000);
});
