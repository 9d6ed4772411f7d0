// `npm run worker:promote`: gives the processes to the workers of this code. Start one of them first.
// Ends with 1 when none of them is there: then nothing has changed.
import { ConfigFault, readConfig } from './config.ts';
import { buildIdOf, connectTemporal, promoteBuild } from './temporal/index.ts';
import { bundleOf, hushTemporal } from './temporal/worker.ts';

/** A worker that was started just before is seen within some seconds. */
const WITHIN_MS = 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const config = readConfig(process.env);
  if (!config.temporal.workerVersioning)
    throw new ConfigFault(
      'Set XUZHENG_WORKER_VERSIONING=1 here and for every worker; without it there is nothing to promote. (请先为本命令和所有 worker 设置 XUZHENG_WORKER_VERSIONING=1。)',
    );
  hushTemporal();
  const buildId = buildIdOf((await bundleOf(process.env)).code);
  const temporal = await connectTemporal(config);
  try {
    const outcome = await promoteBuild(temporal, buildId, WITHIN_MS);
    if (!outcome.promoted) {
      say(`没有切换:还没有 ${buildId} 的 worker,请先启动一个。`);
      say(`Not promoted: no worker of ${buildId} is there; start one first. (${outcome.why})`);
      return 1;
    }
    say(`已切换 (promoted): ${outcome.before ?? '—'} → ${buildId}`);
    return 0;
  } finally {
    await temporal.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const plain = error instanceof ConfigFault;
  process.stderr.write(`${plain ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
