import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { lifecycleIdOf, LIFECYCLE_WORKFLOW, type learnerLifecycle } from '@xuzheng/workflows';
import { beforeAll, describe, expect, test } from 'vitest';
import { noteTrouble } from '../../../api/src/db/process-troubles.ts';
import { reconcileWhenDue } from '../../../api/src/jobs/reconcile.ts';
import { stateOfProcess } from '../../../api/src/temporal/index.ts';
import { appUnderTest, type AppUnderTest } from '../app-under-test.ts';
import type { Browser } from '../browser.ts';
import {
  acceptHours,
  completeHours,
  enrol,
  enrolmentOf,
  furnish,
  until,
  untilTag,
} from './people.ts';
import { processGround, type ProcessGround } from './process-ground.ts';

let ground: ProcessGround;
let world: AppUnderTest;
let admin: Browser;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
  await ground.startWorker();
  const { db, vault, temporal } = ground;
  world = await appUnderTest({ db, vault, temporal });
  // Ten minutes from now nothing of today is too young to be stuck.
  world.clock.pass(Date.now() + 600_000 - world.clock.now());
  admin = (await world.staff('one-admin', ['admin'])).browser;
});

type Stuck = { kind: string; enrolmentId: string | null; owner: string; act: string };
const stuckOf = async (id: string): Promise<Stuck[]> => {
  const answer = await admin.get('/api/processes/stuck');
  const { items } = answer.json<{ items: Stuck[] }>();
  return items.filter((item) => item.enrolmentId === id);
};
const mend = (id: string, act: string) => admin.post(`/api/processes/${id}/mend`, { act });

/** Starts a process whose enrolment is in no database. */
async function orphan(): Promise<string> {
  const id = randomUUID();
  await ground.temporal.client.workflow.start<typeof learnerLifecycle>(LIFECYCLE_WORKFLOW, {
    ...{ workflowId: lifecycleIdOf(id), taskQueue: ground.temporal.taskQueue },
    args: [{ enrolmentId: id }],
  });
  return id;
}

describe('a stuck process', () => {
  test('says what is wrong, whose it is, and offers the one act that helps', async () => {
    const id = await enrol(ground, { post: 'materials', examRequired: false, told: false });
    expect(await stuckOf(id)).toMatchObject([
      { kind: 'withoutProcess', owner: 'system', act: 'tell' },
    ]);
    expect((await mend(id, 'tell')).statusCode).toBe(204);
    await untilTag(ground, id, 'hours.studying');
    expect(await stuckOf(id)).toEqual([]);
  });

  test('whose code fails is begun again from the record, with who did it in the journal', async () => {
    const id = await enrol(ground, { post: 'machinery', examRequired: false });
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
    expect((await mend(id, 'restart')).json()).toMatchObject({ code: 'process/notStuck' });
    const trouble = { enrolmentId: id, kind: 'taskFailing', attempts: 7 } as const;
    await noteTrouble(ground.db, trouble, new Date());
    const failing = async (): Promise<Stuck[]> =>
      (await stuckOf(id)).filter(({ kind }) => kind === 'taskFailing');
    expect(await failing()).toMatchObject([{ owner: 'admin', act: 'restart' }]);
    expect((await mend(id, 'restart')).statusCode).toBe(204);
    expect(await failing()).toEqual([]);
    const { action, actorKind } = await ground.db
      .selectFrom('journal')
      .select(['action', 'actorKind'])
      .where('enrolmentId', '=', id)
      .where('action', '=', 'process.restarted')
      .executeTakeFirstOrThrow();
    expect([action, actorKind]).toEqual(['process.restarted', 'staff']);
    expect(await acceptHours(ground, id)).toMatchObject({ ok: true });
    expect((await enrolmentOf(ground, id)).stateTags).toContain('audit.accepted');
  });

  test('is ended only where no enrolment belongs to it', async () => {
    const id = await enrol(ground, { post: 'labour', examRequired: false });
    expect((await mend(id, 'end')).json()).toMatchObject({ code: 'process/notStuck' });
    const lone = await orphan();
    expect((await mend(lone, 'restart')).json()).toMatchObject({ code: 'enrolment/notFound' });
    expect((await mend(lone, 'end')).statusCode).toBe(204);
    expect(await stateOfProcess(ground.temporal, lone)).toMatchObject({ state: 'lost' });
  });
});

describe('a comparison', () => {
  test('asked for twice is one, is done by a worker, and its result is shown', async () => {
    const [one, two] = [
      await admin.post('/api/processes/reconciliations'),
      await admin.post('/api/processes/reconciliations'),
    ].map((answer) => answer.json<{ id: string; askedBy: string }>());
    expect(two?.id).toBe(one?.id);
    expect(one?.askedBy).toBe('staff');
    await reconcileWhenDue(world.deps);
    const shown = (await admin.get('/api/processes/reconciliations')).json<{
      items: { id: string; finishedAt: string | null; counts: Record<string, number> }[];
    }>();
    expect(shown.items[0]).toMatchObject({ id: one?.id, fault: null });
    expect(shown.items[0]?.finishedAt).not.toBeNull();
    expect(shown.items[0]?.counts['processes']).toBeGreaterThan(0);
  });

  test('comes by itself once a night and not twice', async () => {
    const { db } = ground;
    await db.deleteFrom('reconciliations').execute();
    const count = async (): Promise<number> =>
      (await db.selectFrom('reconciliations').select('askedBy').execute()).length;
    await reconcileWhenDue(world.deps);
    await reconcileWhenDue(world.deps);
    expect(await count()).toBe(1);
    const tomorrow = { ...world.deps, clock: { now: () => Date.now() + 87_000_000 } };
    await reconcileWhenDue(tomorrow);
    expect(await count()).toBe(2);
  });

  test('by the operator: the command prints what it found and ends with 1 for a trouble', async () => {
    const id = await orphan();
    await until('the list shows it', async () => {
      for await (const { workflowId } of ground.temporal.client.workflow.list()) {
        if (workflowId === lifecycleIdOf(id)) return true;
      }
      return false;
    });
    const script = fileURLToPath(new URL('../../../api/src/reconcile.ts', import.meta.url));
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: { ...process.env, ...ground.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(words).toMatch(/withoutEnrolment\s+1\n/);
    expect(code).toBe(1);
  });
});
