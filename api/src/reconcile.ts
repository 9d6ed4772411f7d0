// `npm run reconcile`: compares enrolments and processes now, mends what can be mended, and prints what
// it found. Ends with 1 when something waits for a person.
import { setTimeout as pause } from 'node:timers/promises';
import { troublesIn } from './commands/process/reconcile.ts';
import { ConfigFault, readConfig } from './config.ts';
import { connectDb } from './db/connect.ts';
import { askReconciliation, newestReconciliations } from './db/reconciliations.ts';
import { systemClock } from './deps.ts';
import { reconcileIfAsked } from './jobs/reconcile.ts';
import { connectTemporal } from './temporal/index.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const config = readConfig(process.env);
  const db = connectDb(config.databaseUrl);
  const temporal = await connectTemporal(config);
  try {
    const { id } = await askReconciliation(db, 'operator', new Date());
    const deps = { db, temporal, clock: systemClock };
    // A worker may have taken it meanwhile: then its result is waited for.
    while ((await reconcileIfAsked(deps)) === null) {
      const rows = await newestReconciliations(db, 10);
      if (rows.find((row) => row.id === id)?.finishedAt) break;
      await pause(500);
    }
    const row = (await newestReconciliations(db, 10)).find((one) => one.id === id);
    const counts = (row?.counts ?? {}) as unknown as Parameters<typeof troublesIn>[0];
    for (const [name, n] of Object.entries(counts)) say(`${name.padEnd(18)}${n}`);
    if (row?.fault) say(`没有完成 (did not finish): ${row.fault}`);
    const troubles = troublesIn(counts);
    if (troubles > 0) say(`需要人处理 (for a person to decide): ${troubles}`);
    return row?.fault || troubles > 0 ? 1 : 0;
  } finally {
    await temporal.close();
    await db.destroy();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const plain = error instanceof ConfigFault;
  process.stderr.write(`${plain ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
