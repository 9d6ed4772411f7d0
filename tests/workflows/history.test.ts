import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { WorkflowClient } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { temporal as proto } from '@temporalio/proto';
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
  furnish,
  passExam,
  PERSON,
  STAFF,
  until,
  untilTag,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
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

/** The history as the server keeps it: nothing decoded. */
async function rawHistory(id: string) {
  const { client, namespace } = {
    client: ground.temporal.client,
    namespace: ground.place.namespace,
  };
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    ...{ namespace, execution: { workflowId: lifecycleIdOf(id) } },
  });
  if (history == null) throw new Error('no history');
  return history;
}

describe('histories', () => {
  let id: string;
  beforeAll(async () => {
    id = await eventful();
  });

  test('hold no name, ID number or phone, and no staff id or state in clear', async () => {
    const bytes = proto.api.history.v1.History.encode(await rawHistory(id)).finish();
    const text = Buffer.from(bytes).toString('utf8');
    expect(text).toContain(lifecycleIdOf(id));
    const secrets = [PERSON.name, PERSON.idNumber, PERSON.phone, STAFF.ana, 'construction-civil'];
    for (const secret of [...secrets, 'hours.studying', 'impersonation', 'json/plain']) {
      expect(text.includes(secret), secret).toBe(false);
    }
  });

  test('replay on the code of today', async () => {
    const worker = Worker.runReplayHistory(
      {
        workflowBundle: await workflowBundle({ failureConverterPath }),
        dataConverter: dataConverterFor(ground.shell.config.keys.master),
      },
      await rawHistory(id),
      lifecycleIdOf(id),
    );
    await expect(worker).resolves.toBeUndefined();
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
