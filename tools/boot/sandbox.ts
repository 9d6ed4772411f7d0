import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { localSecrets } from '../ground/keys.ts';
import { nextFreePort } from '../ground/ports.ts';
import { withDatabase } from '../ground/template.ts';
import { keptBundle } from '../ground/workflow-bundle.ts';
import type { BootState } from './product.ts';
import { migrate, productEnvironment } from './stage.ts';
import { untilReady } from './supervisor.ts';

/** Neither the database nor the namespace of a sandbox is ever shared with the real thing. */
const DATABASE = 'xuzheng_sandbox';
const NAMESPACE = 'xuzheng-sandbox';
const RETENTION_SECONDS = 24 * 60 * 60;

async function ensureDatabase(beside: string): Promise<string> {
  const client = new pg.Client({ connectionString: beside });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
  return withDatabase(beside, DATABASE);
}

async function ensureNamespace(address: string): Promise<void> {
  const connection = await Connection.connect({ address });
  const { workflowService } = connection;
  try {
    const known = await workflowService
      .describeNamespace({ namespace: NAMESPACE })
      .catch(() => null);
    if (known !== null) return;
    await workflowService.registerNamespace({
      namespace: NAMESPACE,
      // A protobuf duration; the generated type wants a Long where a number does.
      workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS as never },
    });
  } finally {
    await connection.close();
  }
}

/** The environment of the sandbox's processes: the product's own, on other ground. */
async function environmentOf(state: BootState, folder: string): Promise<NodeJS.ProcessEnv> {
  const { options, stage, entrance } = state;
  const secrets = await localSecrets(join(folder, 'keys.json'));
  const port = await nextFreePort(entrance.port + 1);
  const url = new URL(entrance.publicUrl);
  url.port = String(port);
  const environment = { ...entrance.environment, PORT: String(port) };
  const there = { publicUrl: url.origin, port: port ?? 0, environment };
  const own = productEnvironment({ ...options, dataFolder: folder }, stage, there, secrets);
  return {
    ...own,
    // Keys of the real installation stay there.
    ...secrets,
    XUZHENG_SANDBOX: '1',
    XUZHENG_WORKFLOW_BUNDLE: await keptBundle(join(options.dataFolder, 'bundles')),
    DATABASE_URL: await ensureDatabase(stage.databaseUrl),
    TEMPORAL_NAMESPACE: NAMESPACE,
    STORAGE_DIR: join(folder, 'storage'),
  };
}

/** Starts a sandbox beside the product: worker, API and the stand-ins who act in it. */
export async function startSandbox(state: BootState, say: (words: string) => void): Promise<void> {
  const { supervisor, logFolder, stage, options } = state;
  const folder = join(options.dataFolder, 'sandbox');
  const env = await environmentOf(state, folder);
  await migrate(env['DATABASE_URL'] ?? '');
  await ensureNamespace(stage.temporalAddress);
  const start = (name: string, script: string) =>
    supervisor.startScript(`sandbox-${name}`, script, env);
  const worker = start('worker', 'api/src/worker.ts');
  const api = start('api', 'api/src/server.ts');
  await Promise.all([untilReady(worker, logFolder), untilReady(api, logFolder)]);
  say('演练人员、课程与题库');
  await untilReady(start('stand-ins', 'tools/sandbox/stand-ins.ts'), logFolder);
  const apiKey = (await readFile(join(folder, 'api-key.txt'), 'utf8')).trim();
  state.sandbox = { url: env['PUBLIC_URL'] ?? '', apiKey };
}
