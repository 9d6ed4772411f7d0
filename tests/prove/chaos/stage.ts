import { dayOf, fastPolicy, partsOf, type StaffRole } from '@xuzheng/engine';
import { afterAll } from 'vitest';
import { readConfig } from '../../../api/src/config.ts';
import { createVault, type Vault } from '../../../api/src/crypto/vault.ts';
import { connectDb, type Db } from '../../../api/src/db/connect.ts';
import type { Visitor } from '../../../tools/scenario/visitor.ts';
import { hireStaff } from '../../api/process/hire-staff.ts';
import { furnishCourse } from '../../api/process/people.ts';
import { ownPostgres, ownTemporal, type KillableServer } from '../../support/own-servers.ts';
import { startProduct, type Product } from '../../support/product.ts';

/** Audits that fall due and overdue while everything around them dies. */
export const CHAOS_POLICY = fastPolicy({
  id: 'chaos',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 3_000 },
  // Nobody loses the right to appeal because a server was away.
  appealWorkingDays: 100,
});

/** What may be killed. */
export const PARTS = ['worker', 'api', 'Temporal', 'Postgres'] as const;
export type Part = (typeof PARTS)[number];

/** The whole product on servers of its own, each part of which may be killed at any moment. */
export interface ChaosStage {
  readonly product: Product;
  readonly db: Db;
  readonly vault: Vault;
  readonly temporalAddress: string;
  /** A year that ends long after the test. */
  readonly studyYear: number;
  readonly registrar: Visitor;
  readonly auditor: Visitor;
  readonly senior: Visitor;
  /** Had no part in any case: decides appeals. */
  readonly reviewer: Visitor;
  readonly kill: (part: Part) => Promise<void>;
  readonly restart: (part: Part) => Promise<void>;
}

type Hands = Pick<ChaosStage, 'kill' | 'restart'>;

function handsOn(
  product: Product,
  servers: Readonly<Record<'Temporal' | 'Postgres', KillableServer>>,
): Hands {
  return {
    kill: async (part) => {
      if (part === 'Temporal' || part === 'Postgres') return servers[part].kill();
      const child = product.newest(part);
      child?.process.kill('SIGKILL');
      await child?.ended;
    },
    restart: async (part) => {
      if (part === 'Temporal' || part === 'Postgres') return servers[part].restart();
      await product.start(part);
    },
  };
}

/** Opens the stage: some seconds. Call it at the top of a test file or in `beforeAll`. */
export async function openChaosStage(): Promise<ChaosStage> {
  const [postgres, temporal] = await Promise.all([ownPostgres(), ownTemporal()]);
  afterAll(async () => {
    await temporal.stop();
    await postgres.stop();
  });
  const servers = { databaseUrl: postgres.databaseUrl, temporal: temporal.place };
  const product = await startProduct({ servers });
  const config = readConfig(product.environment);
  const db = connectDb(config.databaseUrl);
  const vault = createVault(config.keys);
  afterAll(() => db.destroy());
  await furnishCourse({ db }, CHAOS_POLICY);
  const hire = (login: string, role: StaffRole) =>
    hireStaff({ db, vault }, product.url, login, role);
  return {
    ...{ product, db, vault, temporalAddress: temporal.place.address },
    studyYear: partsOf(dayOf(Date.now())).year + 1,
    registrar: await hire('registrar', 'registrar'),
    auditor: await hire('auditor', 'auditor'),
    senior: await hire('senior', 'seniorAuditor'),
    reviewer: await hire('reviewer', 'seniorAuditor'),
    ...handsOn(product, { Temporal: temporal, Postgres: postgres }),
  };
}
