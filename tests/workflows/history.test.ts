import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { WorkflowClient } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { lifecycleIdOf, LIFECYCLE_WORKFLOW, type learnerLifecycle } from '@xuzheng/workflows';
import { dataConverterFor, failureConverterPath } from '../../api/src/temporal/index.ts';
import { workflowBundle } from '../support/temporal.ts';
import {
  acceptHours,
  clearHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  passExam,
  PERSON,
  STAFF,
  until,
  untilTag,
  writeText,
} from '../api/process/people.ts';
import { CALENDAR_POLICY, registryByPost, SHAPES } from './shapes.ts';
import { bytesOf, keepHistory, keptHistories, rawHistory } from './histories.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround({ registry: registryByPost });
  await furnish(ground, CALENDAR_POLICY);
  await ground.startWorker();
});

/** A life with a clear, a second audit and a renewal. */
async function eventful(): Promise<string> {
  const id = await enrol(ground, { post: 'construction-civil' });
  await completeHours(ground, id);
  await untilTag(ground, id, 'exam.open');
  await passExam(ground, id);
  await untilTag(ground, id, 'audit.open');
  await clearHours(ground, id);
  await completeHours(ground, id, 2);
  await untilTag(ground, id, 'audit.open');
  await acceptHours(ground, id);
  await untilTag(ground, id, 'renewal.available');
  await commandBy(ground, id, 'learner:x', { type: 'RENEW' });
  return id;
}

/** A life that stops in the middle of an open audit, an appeal pending. */
async function waiting(): Promise<string> {
  const id = await enrol(ground, { post: 'quality-civil', examRequired: false });
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  await clearHours(ground, id);
  const textId = await writeText(ground, id, '我本人学习，请核对入场照片。');
  const appeal = { type: 'FILE_APPEAL', appealId: randomUUID(), textId } as const;
  await commandBy(ground, id, 'learner:x', appeal);
  await completeHours(ground, id, 2);
  await untilTag(ground, id, 'audit.clock.paused');
  return id;
}

const shapes = Object.entries(SHAPES);

describe('histories', () => {
  let id: string;
  let replayer: Parameters<typeof Worker.runReplayHistories>[0];
  beforeAll(async () => {
    replayer = {
      workflowBundle: await workflowBundle({ failureConverterPath }),
      dataConverter: dataConverterFor(ground.shell.config.keys.master),
    };
    id = await eventful();
    const day = process.env['XUZHENG_RECORD_HISTORIES'];
    if (day === undefined) return;
    // A new shape is recorded alone: `XUZHENG_RECORD_SHAPES` names it, or several with commas.
    const named = process.env['XUZHENG_RECORD_SHAPES']?.split(',');
    if (named === undefined) {
      await keepHistory(`${day}-cleared-relearned-renewed`, await rawHistory(ground, id));
      await keepHistory(`${day}-appeal-pending`, await rawHistory(ground, await waiting()));
    }
    const record = async ([name, live]: (typeof shapes)[number], n: number): Promise<void> =>
      keepHistory(`${day}-${name}`, await rawHistory(ground, await live(ground, n)));
    await Promise.all(shapes.filter(([name]) => named?.includes(name) ?? true).map(record));
  });

  test('hold no name, ID number or phone, and no staff id or state in clear', async () => {
    const text = Buffer.from(bytesOf(await rawHistory(ground, id))).toString('utf8');
    expect(text).toContain(lifecycleIdOf(id));
    const secrets = [PERSON.name, PERSON.idNumber, PERSON.phone, STAFF.ana, 'construction-civil'];
    for (const secret of [...secrets, 'hours.studying', 'impersonation', 'json/plain']) {
      expect(text.includes(secret), secret).toBe(false);
    }
  });

  test('replay on the code of today, the kept ones of earlier days too', async () => {
    const kept = await keptHistories();
    for (const [shape] of shapes) {
      expect(
        kept.some(([name]) => name.endsWith(shape)),
        shape,
      ).toBe(true);
    }
    const histories = [...kept, ['of now', await rawHistory(ground, id)] as const].map(
      ([workflowId, history]) => ({ workflowId, history }),
    );
    const told: Record<string, unknown> = {};
    for await (const { workflowId, error } of Worker.runReplayHistories(replayer, histories))
      told[workflowId] = error;
    const sound = histories.map(({ workflowId }) => [workflowId, undefined]);
    expect(told).toEqual(Object.fromEntries(sound));
    expect(Object.keys(told)).toHaveLength(histories.length);
  });

  test('a refused command travels as its code, its words sealed', async () => {
    const plain = new WorkflowClient({
      connection: ground.temporal.client.connection,
      namespace: ground.place.namespace,
    });
    const handle = plain.getHandle(lifecycleIdOf(id));
    const sealed = await ground.command(id, {
      commandId: randomUUID(),
      event: { type: 'RENEW' },
      actor: 'learner:x',
    });
    expect(sealed).toMatchObject({ ok: false, refusal: { code: 'renewal/inFlight' } });
    await expect(handle.query('snapshot')).rejects.toThrow();
  });
});

describe('a long life', () => {
  test('hands over to a fresh run and loses no message; an answered command stays answered', async () => {
    const id = await enrol(ground, { post: 'materials', examRequired: false });
    await untilTag(ground, id, 'hours.studying');
    const { client } = ground.temporal;
    await client.workflow.getHandle(lifecycleIdOf(id)).terminate('begun anew with a short limit');
    const handle = await client.workflow.start<typeof learnerLifecycle>(LIFECYCLE_WORKFLOW, {
      ...{ workflowId: lifecycleIdOf(id), taskQueue: ground.temporal.taskQueue },
      args: [{ enrolmentId: id, historyLimit: 30 }],
    });
    const repeated = {
      commandId: randomUUID(),
      event: { type: 'PHONE_CHANGED' },
      actor: 'x',
    } as const;
    expect(await ground.command(id, repeated)).toMatchObject({ ok: true });
    for (let i = 0; i < 12; i++) {
      const answer = await commandBy(ground, id, 'system', { type: 'PHONE_CHANGED' });
      expect(answer).toMatchObject({ ok: true });
    }
    const { runId } = await client.workflow.getHandle(lifecycleIdOf(id)).describe();
    expect(runId).not.toBe(handle.firstExecutionRunId);
    const { stateSeq } = await enrolmentOf(ground, id);
    expect(await ground.command(id, repeated)).toMatchObject({ ok: true });
    expect((await enrolmentOf(ground, id)).stateSeq).toBe(stateSeq);
    expect(stateSeq).toBe(13);
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
  });

  test('keeps every command and every fact that is sent amid its hand-overs, once each', async () => {
    const id = await enrol(ground, { post: 'labour', examRequired: false });
    await untilTag(ground, id, 'hours.studying');
    const { client } = ground.temporal;
    const handle = client.workflow.getHandle(lifecycleIdOf(id));
    await handle.terminate('begun anew with a short limit');
    await client.workflow.start<typeof learnerLifecycle>(LIFECYCLE_WORKFLOW, {
      ...{ workflowId: lifecycleIdOf(id), taskQueue: ground.temporal.taskQueue },
      args: [{ enrolmentId: id, historyLimit: 15 }],
    });
    const commands = Array.from({ length: 24 }, () => randomUUID());
    const runs = new Set<string>();
    const sendAll = async (mine: readonly string[]): Promise<void> => {
      for (const commandId of mine) {
        const command = { commandId, event: { type: 'PHONE_CHANGED' }, actor: 'x' } as const;
        // Sent twice at once, as an impatient sender does: one command all the same.
        const answers = await Promise.all([
          ground.command(id, command),
          ground.command(id, command),
        ]);
        expect(answers.every(({ ok }) => ok)).toBe(true);
        await handle.signal('milestonesChanged', { upToSeq: 0 });
        runs.add((await handle.describe()).runId);
      }
    };
    await Promise.all([0, 1, 2].map((n) => sendAll(commands.slice(n * 8, n * 8 + 8))));
    expect(runs.size).toBeGreaterThan(2);
    expect((await enrolmentOf(ground, id)).stateSeq).toBe(commands.length);
    expect(await eventsOf(ground, id)).toEqual(commands.map(() => 'PHONE_CHANGED'));
    await completeHours(ground, id);
    await untilTag(ground, id, 'audit.open');
  });

  test('withdrawn, it is over: the process ends and takes no more commands', async () => {
    const id = await enrol(ground, { post: 'machinery', examRequired: false });
    await untilTag(ground, id, 'hours.studying');
    const withdrawn = await commandBy(ground, id, 'learner:x', { type: 'WITHDRAW' });
    expect(withdrawn).toMatchObject({ ok: true });
    await ground.temporal.client.workflow.getHandle(lifecycleIdOf(id)).result();
    const again = await commandBy(ground, id, 'learner:x', { type: 'WITHDRAW' });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'enrolment/closed' } });
    await completeHours(ground, id);
    await until('facts of a closed enrolment are told to nobody', async () => {
      const { db } = ground;
      const rows = await db.selectFrom('outbox').select('id').where('sentAt', 'is', null).execute();
      return rows.length === 0;
    });
  });
});
