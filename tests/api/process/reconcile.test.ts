import { randomUUID } from 'node:crypto';
import { lifecycleIdOf, LIFECYCLE_WORKFLOW, type learnerLifecycle } from '@xuzheng/workflows';
import { beforeAll, describe, expect, test } from 'vitest';
import { endOrphan, restartFromRecord, SYSTEM } from '../../../api/src/commands/process/mend.ts';
import { reconcile, troublesIn } from '../../../api/src/commands/process/reconcile.ts';
import { troubleOf } from '../../../api/src/db/process-troubles.ts';
import { stateOfProcess } from '../../../api/src/temporal/index.ts';
import {
  acceptHours,
  auditsOf,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  until,
  untilTag,
} from './people.ts';
import { processGround, type ProcessGround } from './process-ground.ts';

let ground: ProcessGround;
let renewals = 0;
/** The registry that never answers a renewal and, when asked, knows of none. */
let silent = false;
beforeAll(async () => {
  ground = await processGround({
    registry: (real) => ({
      ...real,
      renew: async (asked) => {
        renewals++;
        if (silent) await new Promise(() => undefined);
        return real.renew(asked);
      },
    }),
  });
  await furnish(ground);
  await ground.startWorker();
});

/** The reconciler ten minutes from now: nothing of today is too young for it. */
const deps = () => ({
  db: ground.db,
  temporal: ground.temporal,
  clock: { now: () => Date.now() + 600_000 },
});
const handleOf = (id: string) => ground.temporal.client.workflow.getHandle(lifecycleIdOf(id));

/** What a reconciliation did, once Temporal's lists have caught up with `id`. */
async function reconciled(expected: Partial<Awaited<ReturnType<typeof reconcile>>>) {
  let counts = await reconcile(deps());
  await until('the lists have caught up', async () => {
    if (Object.entries(expected).every(([key, n]) => counts[key as keyof typeof counts] === n)) {
      return true;
    }
    counts = await reconcile(deps());
    return false;
  });
  return counts;
}

const inAudit = async (post: string): Promise<string> => {
  const id = await enrol(ground, { post, examRequired: false });
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  return id;
};

describe('the reconciler', () => {
  test('finds nothing to do where everything goes its way', async () => {
    await inAudit('materials');
    const counts = await reconciled({ processes: 1, told: 0 });
    expect(counts).toMatchObject({ begun: 0, restarted: 0, unanswered: 0 });
    expect(troublesIn(counts)).toBe(0);
  });

  test('a process that was ended by force goes on from where it was written', async () => {
    const id = await inAudit('machinery');
    const [before] = await auditsOf(ground, id);
    await handleOf(id).terminate('somebody pressed the wrong button');
    await reconciled({ restarted: 1 });
    expect(await acceptHours(ground, id)).toMatchObject({ ok: true });
    await untilTag(ground, id, 'renewal.available');
    expect(await auditsOf(ground, id)).toMatchObject([{ id: before?.id, closedAs: 'accepted' }]);
    const events = await eventsOf(ground, id);
    expect(events.filter((type) => !['DUE', 'OVERDUE'].includes(type))).toEqual([
      ...['HOURS_COMPLETED', 'ACCEPT', 'RECORDED', 'HOURS_REPORTED'],
    ]);
  });

  test('a renewal that was being asked for when the process was lost is not asked for again', async () => {
    const id = await inAudit('labour');
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    silent = true;
    const asked = renewals;
    void commandBy(ground, id, 'learner:x', { type: 'RENEW' }).catch(() => undefined);
    await untilTag(ground, id, 'renewal.requesting');
    await until('the registry is asked', () => renewals === asked + 1);
    await handleOf(id).terminate('lost');
    await reconciled({ restarted: 1 });
    await until('the registry was asked what became of it', async () =>
      (await eventsOf(ground, id)).includes('REGISTRY_NOT_FOUND'),
    );
    silent = false;
    expect(renewals).toBe(asked + 1);
    expect((await enrolmentOf(ground, id)).stateTags).toContain('renewal.available');
  });

  test('an enrolment whose beginning nobody was told of is begun', async () => {
    const id = await enrol(ground, { post: 'documents', examRequired: false, told: false });
    await reconciled({ begun: 1 });
    await untilTag(ground, id, 'hours.studying');
  });

  test('a fact its process never heard of is told', async () => {
    const id = await enrol(ground, { post: 'standards', examRequired: false });
    await untilTag(ground, id, 'hours.studying');
    await ground.db
      .updateTable('enrolments')
      .set({ hoursCompletedAt: new Date() })
      .where('id', '=', id)
      .execute();
    await reconciled({ told: 1 });
    await untilTag(ground, id, 'audit.open');
  });

  test('a process without an enrolment is reported, and ended by a person', async () => {
    const id = randomUUID();
    await ground.temporal.client.workflow.start<typeof learnerLifecycle>(LIFECYCLE_WORKFLOW, {
      ...{ workflowId: lifecycleIdOf(id), taskQueue: ground.temporal.taskQueue },
      args: [{ enrolmentId: id }],
    });
    await reconciled({ withoutEnrolment: 1 });
    expect(await troubleOf(ground.db, id, 'withoutEnrolment')).toBeDefined();
    await endOrphan(deps(), id, SYSTEM);
    expect(await stateOfProcess(ground.temporal, id)).toMatchObject({ state: 'lost' });
    await reconciled({ withoutEnrolment: 0 });
    expect(await troubleOf(ground.db, id, 'withoutEnrolment')).toBeUndefined();
  });
});

describe('one database restored behind the other', () => {
  test('Temporal behind: the process forgets what it believed and goes on from the record', async () => {
    const id = await inAudit('construction-municipal');
    const { stateContext, state, machineVersion } = await enrolmentOf(ground, id);
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    await handleOf(id).terminate('an older Temporal comes back');
    const old = { machineVersion, value: state, context: stateContext, seq: 1 } as never;
    await ground.temporal.client.workflow.start<typeof learnerLifecycle>(LIFECYCLE_WORKFLOW, {
      ...{ workflowId: lifecycleIdOf(id), taskQueue: ground.temporal.taskQueue },
      args: [
        { enrolmentId: id, carried: { snapshot: old, spreadMs: 0, answered: [], tellsSeq: true } },
      ],
    });
    await until('the old process believes itself in the audit', async () => {
      const snapshot = await handleOf(id).query<{ seq: number } | null>('snapshot');
      return snapshot !== null && snapshot.seq < 4;
    });
    await reconciled({ restarted: 1 });
    await commandBy(ground, id, 'learner:x', { type: 'RENEW' });
    await untilTag(ground, id, 'renewal.renewed');
  });

  test('the database behind: a person is asked, and the process then stands where the record does', async () => {
    const id = await inAudit('quality-municipal');
    const earlier = await enrolmentOf(ground, id);
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    await until('the process has told its steps', async () => {
      const { memo } = await handleOf(id).describe();
      return memo?.['seq'] === (await enrolmentOf(ground, id)).stateSeq;
    });
    const { state, stateContext, stateTags, stateSeq } = earlier;
    await ground.db
      .updateTable('enrolments')
      .set({ state: JSON.stringify(state), stateContext: JSON.stringify(stateContext) })
      .set({ stateTags, stateSeq })
      .where('id', '=', id)
      .execute();
    await reconciled({ ahead: 1 });
    expect(await troubleOf(ground.db, id, 'processAhead')).toBeDefined();
    await restartFromRecord(deps(), id, SYSTEM);
    expect(await troubleOf(ground.db, id, 'processAhead')).toBeUndefined();
    await until('it stands where the record does', async () => {
      const snapshot = await handleOf(id).query<{ seq: number } | null>('snapshot');
      return snapshot?.seq === (await enrolmentOf(ground, id)).stateSeq;
    });
    expect((await enrolmentOf(ground, id)).stateTags).toContain('audit.open');
  });
});
