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
import { createSupervisor, deathOf } from './boot/supervisor.ts';
import { wordsFor } from './ground/plain-fault.ts';
import { buildUi } from './ground/ui-build.ts';

function steps(state: BootState): Listr<unknown> {
  const { options, supervisor, stage } = state;
  return new Listr(
    [
      {
        title: 'Postgres',
        task: async (_, task) => {
          Object.assign(stage, await openPostgres(options, state.secrets, supervisor));
          if (stage.postgresElsewhere) task.title = `Postgres(数据在 ${stage.postgresElsewhere})`;
        },
      },
      {
        title: '数据库结构',
        task: async (_, task) => {
          const applied = await migrate(stage.databaseUrl);
          task.title = applied > 0 ? `数据库结构:更新 ${applied} 步` : '数据库结构:已是最新';
        },
      },
      {
        title: 'Temporal',
        task: async (_, task) => {
          const say = (words: string): void => {
            task.output = words;
          };
          Object.assign(stage, await openTemporal(options, supervisor, say));
        },
      },
      { title: '学员端界面', task: async (_, task) => buildStep('learner-ui', '学员端界面', task) },
      { title: '管理端界面', task: async (_, task) => buildStep('admin-ui', '管理端界面', task) },
      { title: '工作进程与接口', task: () => startProduct(state) },
      {
        title: '演示数据',
        enabled: options.seed && !options.production,
        task: async (_, task) => runSeed(state, (words) => (task.output = words)),
      },
    ],
    { concurrent: false, rendererOptions: { collapseSubtasks: false } },
  );
}

interface Titled {
  title: string;
  output: string;
}

async function buildStep(
  name: 'learner-ui' | 'admin-ui',
  title: string,
  task: Titled,
): Promise<void> {
  const { built } = await buildUi(name, (line) => (task.output = line));
  task.title = `${title}:${built ? '已构建' : '没有变化'}`;
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
    const state: BootState = { options, supervisor, secrets, entrance, stage, logFolder };
    const ran = steps(state).run();
    if ((await Promise.race([ran, asked.then(() => 'asked')])) === 'asked') return 130;
    await noteRunning(options.dataFolder, entrance.publicUrl);
    await farewell(state);
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
