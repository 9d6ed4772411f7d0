// `npm run replay-decisions`: runs every past decision again with the policy, thresholds and evidence of
// its day, prints counts and differences, and ends with 1 when there is any.
import { replayDecisions } from './commands/decision/replay-decisions.ts';
import { ConfigFault } from './config.ts';
import { connectDb } from './db/connect.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new ConfigFault('Set DATABASE_URL; it is missing. (请设置 DATABASE_URL。)');
  const db = connectDb(url);
  try {
    const { differences, ...counts } = await replayDecisions(db);
    for (const [name, n] of Object.entries(counts)) say(`${name.padEnd(18)}${n}`);
    say(`${'differences'.padEnd(18)}${differences.length}`);
    for (const { auditId, enrolmentId, what, id, was, is } of differences) {
      const place = auditId === null ? `enrolment ${enrolmentId}` : `audit ${auditId}`;
      say(`${place}: ${what} ${id} was ${was}, is ${is}`);
    }
    return differences.length > 0 ? 1 : 0;
  } finally {
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
