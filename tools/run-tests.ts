// `npm test` on Node 24: the rules of the house, then every project of tests. The last line counts.
import { allChecks } from './check/checks.ts';
import { NOTHING, runChecks, sum } from './check/run-checks.ts';
import type { Counts } from './check/run-checks.ts';
import { runVitest } from './check/run-vitest.ts';
import { ensureBrowser } from './ground/browser.ts';
import { wordsFor } from './ground/plain-fault.ts';
import { ensureTemporalCli } from './ground/temporal-cli.ts';

const PROJECTS = ['engine', 'workflows', 'api', 'ui', 'tools', 'e2e', 'camera'];
const LONG = 'prove';
const IN_A_BROWSER = ['e2e', 'camera', LONG];

function chapter(title: string): void {
  console.log(`\n── ${title}`);
}

/** Says progress without flooding: the same words not twice, and at most one line a second. */
function report(): (words: string) => void {
  let last = '';
  let lastAt = 0;
  return (words) => {
    const now = performance.now();
    if (words === last || now - lastAt < 1_000) return;
    [last, lastAt] = [words, now];
    console.log(`  ${words}`);
  };
}

/** Finds or fetches the programs that tests need and the machine may lack. */
async function ensurePrograms(projects: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const env = { ...process.env };
  const needsTemporal = projects.some((name) => ['workflows', 'api', 'e2e', LONG].includes(name));
  if (needsTemporal && !env['TEMPORAL_ADDRESS']) {
    console.log(`Temporal  ${await ensureTemporalCli(report())}`);
  }
  if (projects.some((name) => IN_A_BROWSER.includes(name))) {
    env['XUZHENG_BROWSER'] = await ensureBrowser(report());
    console.log(`浏览器    ${env['XUZHENG_BROWSER']}`);
  }
  return env;
}

async function run(asked: readonly string[]): Promise<Counts> {
  const unknown = asked.find((name) => ![...PROJECTS, LONG, 'checks'].includes(name));
  if (unknown) throw new Error(`no such tests: ${unknown} (${[...PROJECTS, LONG].join(', ')})`);
  const everything = asked.length === 0;
  const projects = everything ? PROJECTS : asked.filter((name) => name !== 'checks');
  let counts = NOTHING;
  // What a new machine lacks is fetched while the rules are judged; its fault is told after them.
  const ensuring = ensurePrograms(projects);
  ensuring.catch(() => undefined);
  const checks = everything || asked.includes('checks') ? allChecks() : [];
  // Tests wait often, and a browser's story needs not all of two cores: what takes long goes beside.
  const besides = projects.length > 0 ? checks.filter(({ slow }) => slow) : [];
  if (checks.length > 0) {
    chapter('规则、类型、格式');
    counts = sum(counts, await runChecks(checks.filter((check) => !besides.includes(check))));
  }
  if (projects.length === 0) return counts;
  const env = await ensuring;
  chapter(`测试:${projects.join('、')}`);
  const testing = runVitest(projects, env).finally(() => {
    if (besides.length > 0) chapter('规则、格式、界面的类型(与测试同时)');
  });
  const checking = runChecks(besides, { beside: testing });
  return sum(sum(counts, await testing), await checking);
}

function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const began = performance.now();
let counts: Counts;
try {
  counts = await run(process.argv.slice(2));
} catch (error) {
  console.error(wordsFor(error));
  counts = { ...NOTHING, failed: 1 };
}
const seconds = Math.round((performance.now() - began) / 1_000);
console.log(`\n${Math.floor(seconds / 60)} min ${seconds % 60} s`);
console.log(lastLine(counts));
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
