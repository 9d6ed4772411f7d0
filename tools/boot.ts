// `npm start` on Node 24: Postgres, Temporal, migrations, both apps, worker, API, seed; then the
// addresses and accounts. Ctrl-C ends everything that was started here.
import { join } from 'node:path';
import { Listr } from 'listr2';
import { farewell } from './boot/farewell.ts';
import { noteRunning, noteStopped, openDataFolder } from './boot/data-folder.ts';
import { readOptions } from './boot/options.ts';
import { runSeed, startProduct } from './boot/product.ts';
import type { BootState } from './boot/product.ts';
import { migrate, openEntrance, openPostgres, openSecrets, openTemporal } from './boot/stage.ts';
import { startSandbox } from './boot/sandbox.ts';
import { createSupervisor, deathOf } from './boot/supervisor.ts';
import { wordsFor } from './ground/plain-fault.ts';
import { buildUi } from './ground/ui-build.ts';
import type { UiName } from './ground/ui-build.ts';

/** What a running step may change on the screen. */
interface Line {
  title: string;
  output: string;
}

interface Step {
  readonly title: string;
  readonly enabled?: boolean;
  run(line: Line): Promise<void>;
}

function stepsOf(state: BootState): Step[] {
  const { options, supervisor, stage } = state;
  return [
    {
      title: 'Postgres',
      run: async (line) => {
        Object.assign(stage, await openPostgres(options, state.secrets, supervisor));
        if (stage.postgresElsewhere) line.title = `Postgres(数据在 ${stage.postgresElsewhere})`;
      },
    },
    {
      title: '数据库结构',
      run: async (line) => {
        const applied = await migrate(stage.databaseUrl);
        line.title = applied > 0 ? `数据库结构:更新 ${applied} 步` : '数据库结构:已是最新';
      },
    },
    {
      title: 'Temporal',
      run: async (line) => {
        const say = (words: string): string => (line.output = words);
        Object.assign(stage, await openTemporal(options, supervisor, say));
      },
    },
    { title: '学员端界面', run: (line) => buildStep('learner-ui', '学员端界面', line) },
    { title: '管理端界面', run: (line) => buildStep('admin-ui', '管理端界面', line) },
    {
      title: '演示数据',
      enabled: options.seed && !options.production,
      run: (line) => runSeed(state, (words) => (line.output = words)),
    },
    // After the seed: its clock is moved, and the jobs of a working process would take that for neglect.
    { title: '工作进程与接口', run: () => startProduct(state) },
    {
      title: '对接沙箱',
      enabled: options.sandbox,
      run: (line) => startSandbox(state, (words) => (line.output = words)),
    },
  ];
}

async function buildStep(name: UiName, title: string, line: Line): Promise<void> {
  const { built } = await buildUi(name, (words) => (line.output = words));
  line.title = `${title}:${built ? '已构建' : '没有变化'}`;
}

/** Below this many columns, or without a terminal, progress is printed line by line. */
const NARROWEST = 40;

/** Runs the steps with visible progress. The fault of a failed one is told once, by our caller. */
async function runSteps(steps: readonly Step[]): Promise<void> {
  const faults: unknown[] = [];
  const list = new Listr(
    steps.map(({ title, enabled = true, run }) => ({
      title,
      enabled,
      task: async (_: unknown, line: Line): Promise<void> => {
        try {
          await run(line);
        } catch (error) {
          faults.push(error);
          throw new Error('没有完成', { cause: error });
        }
      },
    })),
    {
      concurrent: false,
      renderer: (process.stdout.columns ?? 0) >= NARROWEST ? 'default' : 'simple',
      rendererOptions: { collapseErrors: true, showErrorMessage: false },
    },
  );
  await list.run().catch((error: unknown) => {
    throw faults[0] ?? error;
  });
}

/** Settles when a person or the system asks us to stop. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
    process.on('disconnect', () => resolve());
  });
}

async function boot(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  await openDataFolder(options.dataFolder);
  await noteRunning(options.dataFolder);
  const logFolder = join(options.dataFolder, 'logs');
  const supervisor = createSupervisor(logFolder);
  const asked = stopAsked();
  try {
    const secrets = await openSecrets(options);
    const entrance = await openEntrance(options);
    const stage = { databaseUrl: '', temporalAddress: '' };
    const talk = { on: false };
    const state: BootState = { options, supervisor, secrets, entrance, stage, logFolder, talk };
    const ran = runSteps(stepsOf(state));
    if ((await Promise.race([ran, asked.then(() => 'asked')])) === 'asked') return 130;
    await noteRunning(options.dataFolder, entrance.publicUrl);
    await farewell(state);
    talk.on = true;
    const ended = await Promise.race([asked, supervisor.firstDeath]);
    if (ended) throw deathOf(ended, logFolder);
    return 0;
  } finally {
    console.log('\n正在停止…');
    await supervisor.stopAll();
    await noteStopped(options.dataFolder);
  }
}

try {
  process.exitCode = await boot();
} catch (error) {
  console.error(`\n${wordsFor(error)}`);
  process.exitCode = 1;
}
process.exit();
