import { isDeepStrictEqual } from 'node:util';
import { apply, start, tagsOf, type LifecycleEvent, type LifecycleSnapshot } from '@xuzheng/engine';
import { lifecycleIdOf, snapshotQuery } from '@xuzheng/workflows';
import { loads } from '../../../api/src/activities/load.ts';
import { readConfig } from '../../../api/src/config.ts';
import { systemClock } from '../../../api/src/deps.ts';
import { createRegistry } from '../../../api/src/registry/index.ts';
import { createStorage } from '../../../api/src/storage/index.ts';
import { connectTemporal } from '../../../api/src/temporal/index.ts';
import type { Life } from './life.ts';
import type { ChaosStage } from './stage.ts';

/** What is left when all has settled. Every number but the first is nought when nothing broke. */
export interface Reckoning {
  readonly enrolments: number;
  /** Enrolments that are not where their own events lead. */
  readonly astray: number;
  /** Enrolments whose process says something else than what is written. */
  readonly apart: number;
  /** Enrolments without exactly the one active certificate they should have. */
  readonly wrongCertificates: number;
  /** Notices of a decision that are missing, or there twice. */
  readonly wrongNotices: number;
  /** Renewals at the registry that are missing, or there twice. */
  readonly wrongRenewals: number;
  readonly outbox: number;
  readonly unsentNotices: number;
}

/** Follows an enrolment's events through the statechart, from what it was born with. */
async function followed(stage: ChaosStage, life: Life): Promise<LifecycleSnapshot> {
  const { db, vault, product } = stage;
  const config = readConfig(product.environment);
  const storage = createStorage({ storageDir: config.storageDir });
  const registry = createRegistry({ db, vault });
  const shell = { config, db, vault, storage, registry, clock: systemClock };
  const { input } = await loads(shell).loadEnrolment({ enrolmentId: life.id });
  const rows = await db
    .selectFrom('lifecycleEvents')
    .select(['type', 'event', 'seq'])
    .where('enrolmentId', '=', life.id)
    .orderBy('seq')
    .execute();
  if (rows.some((row, i) => row.seq !== i + 1))
    throw new Error(`${life.id} has a hole in its events`);
  const came = (type: string): boolean => rows.some((row) => row.type === type);
  const born = start({
    ...input,
    phoneVerifiedAt: came('PHONE_VERIFIED') ? null : input.phoneVerifiedAt,
    profileCompletedAt: came('PROFILE_COMPLETED') ? null : input.profileCompletedAt,
  });
  return rows.reduce((at, { event }) => apply(at, event as LifecycleEvent).snapshot, born);
}

async function strays(stage: ChaosStage, lives: readonly Life[]) {
  const temporal = await connectTemporal(readConfig(stage.product.environment));
  let [astray, apart] = [0, 0];
  for (const life of lives) {
    const row = await stage.db
      .selectFrom('enrolments')
      .select(['state', 'stateTags', 'stateSeq'])
      .where('id', '=', life.id)
      .executeTakeFirstOrThrow();
    const { value, seq, ...rest } = await followed(stage, life);
    const leads = { value, seq, tags: tagsOf({ ...rest, value }) };
    const stands = { value: row.state, seq: row.stateSeq, tags: row.stateTags };
    if (!isDeepStrictEqual(leads, stands)) astray++;
    const handle = temporal.client.workflow.getHandle(lifecycleIdOf(life.id));
    const lived = await handle.query(snapshotQuery);
    if (lived?.seq !== row.stateSeq || !isDeepStrictEqual(lived.value, row.state)) apart++;
  }
  await temporal.close();
  return { astray, apart };
}

async function certificatesOf({ db }: ChaosStage, life: Life): Promise<boolean> {
  const rows = await db
    .selectFrom('certificates')
    .select(['kind', 'status', 'successorId', 'id'])
    .where('learnerId', '=', life.learnerId)
    .where('kind', 'in', ['original', 'training'])
    .execute();
  const active = rows.filter((row) => row.status === 'active');
  if (active.length !== 1) return false;
  if (life.fate === 'withdrawn') return active[0]?.kind === 'original' && rows.length === 1;
  const original = rows.find((row) => row.kind === 'original');
  return (
    active[0]?.kind === 'training' &&
    rows.length === 2 &&
    original?.status === 'void' &&
    original.successorId === active[0].id
  );
}

/** How often each decision's notice must be there. */
function noticesDue({ fate }: Life): Readonly<Record<string, number>> {
  const cleared = fate === 'relearned' || fate === 'appealed' ? 1 : 0;
  const ends = fate === 'withdrawn' ? 0 : 1;
  const accepted = fate === 'appealed' ? 0 : ends;
  return { hoursCleared: cleared, hoursAccepted: accepted, certificateRenewed: ends };
}

async function noticesOf({ db }: ChaosStage, life: Life): Promise<boolean> {
  const rows = await db
    .selectFrom('notices')
    .select('template')
    .where('enrolmentId', '=', life.id)
    .execute();
  return Object.entries(noticesDue(life)).every(
    ([template, due]) => rows.filter((row) => row.template === template).length === due,
  );
}

async function renewalsOf({ db }: ChaosStage, life: Life): Promise<boolean> {
  const rows = await db
    .selectFrom('registryRenewals')
    .select('newNumber')
    .where('businessKey', 'like', `%${life.id}%`)
    .execute();
  return rows.length === (life.fate === 'withdrawn' ? 0 : 1);
}

const wrong = async (
  lives: readonly Life[],
  isRight: (life: Life) => Promise<boolean>,
): Promise<number> => {
  let count = 0;
  for (const life of lives) if (!(await isRight(life))) count++;
  return count;
};

/** What still waits to be told: the process of a fact, a phone of a notice. */
export async function waiting({ db }: ChaosStage): Promise<{ outbox: number; unsent: number }> {
  const outbox = await db.selectFrom('outbox').select('id').where('sentAt', 'is', null).execute();
  const unsent = await db
    .selectFrom('notices')
    .select('id')
    .where('smsState', '=', 'queued')
    .execute();
  return { outbox: outbox.length, unsent: unsent.length };
}

/** Reckons up what all lives have come to. Call it when everything runs again and nothing waits. */
export async function reckon(stage: ChaosStage, lives: readonly Life[]): Promise<Reckoning> {
  const { outbox, unsent } = await waiting(stage);
  return {
    enrolments: lives.length,
    ...(await strays(stage, lives)),
    wrongCertificates: await wrong(lives, (life) => certificatesOf(stage, life)),
    wrongNotices: await wrong(lives, (life) => noticesOf(stage, life)),
    wrongRenewals: await wrong(lives, (life) => renewalsOf(stage, life)),
    outbox,
    unsentNotices: unsent,
  };
}
