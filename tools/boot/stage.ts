import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { migrateToLatest } from '../../api/src/db/migrate.ts';
import { lanAddress, lanCertificate } from '../ground/lan.ts';
import { KEY_NAMES, localSecrets } from '../ground/keys.ts';
import type { LocalSecrets } from '../ground/keys.ts';
import { plainFault } from '../ground/plain-fault.ts';
import { isPortFree, nextFreePort } from '../ground/ports.ts';
import { databaseUrl, reachableFolder, startPostgres } from '../ground/postgres.ts';
import { ensureTemporalCli } from '../ground/temporal-cli.ts';
import { startTemporal } from '../ground/temporal-server.ts';
import type { BootOptions } from './options.ts';
import type { Supervisor } from './supervisor.ts';

const POSTGRES_PORT = 5632;
const TEMPORAL_PORT = 7233;
const TEMPORAL_UI_PORT = 8233;
const DATABASE = 'xuzheng';

type Say = (words: string) => void;

/** Addresses of what the product stands on. */
export interface Stage {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalUi?: string;
  /** Where Postgres keeps its data, when that is not in the data folder. */
  readonly postgresElsewhere?: string;
}

/** The keys of this trial; in production there are none but those given in the environment. */
export async function openSecrets(options: BootOptions): Promise<LocalSecrets> {
  return localSecrets(join(options.dataFolder, 'keys.json'));
}

/** Postgres: the one in DATABASE_URL, or the embedded one with its data in the data folder. */
export async function openPostgres(
  options: BootOptions,
  secrets: LocalSecrets,
  supervisor: Supervisor,
): Promise<Pick<Stage, 'databaseUrl' | 'postgresElsewhere'>> {
  const given = process.env['DATABASE_URL'];
  if (given) return { databaseUrl: given };
  const wished = join(options.dataFolder, 'postgres');
  const mark = createHash('sha256').update(options.dataFolder).digest('hex').slice(0, 10);
  const folder = await reachableFolder(wished, mark);
  const port = await freePort(POSTGRES_PORT);
  const password = secrets.POSTGRES_PASSWORD;
  const running = await startPostgres({ folder, port, password });
  supervisor.keep('Postgres', running.child, running.stop);
  await ensureDatabase(running.url);
  return {
    databaseUrl: databaseUrl(port, password, DATABASE),
    ...(folder === wished ? {} : { postgresElsewhere: folder }),
  };
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Brings the database to the newest migration; gives how many were applied. */
export async function migrate(url: string): Promise<number> {
  try {
    return (await migrateToLatest(url)).length;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw plainFault(
      `数据库没有更新到最新结构(${reason});请检查 DATABASE_URL 与其权限后重试,已有数据没有改变。`,
      `The database could not be brought up to date (${reason}); check DATABASE_URL and its rights and try again; no data was changed.`,
    );
  }
}

/** Temporal: the one at TEMPORAL_ADDRESS, or a development server that keeps its histories. */
export async function openTemporal(
  options: BootOptions,
  supervisor: Supervisor,
  say: Say,
): Promise<Pick<Stage, 'temporalAddress' | 'temporalUi'>> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) return { temporalAddress: given };
  const program = await ensureTemporalCli(say);
  const port = await freePort(TEMPORAL_PORT);
  const uiPort = await freePort(TEMPORAL_UI_PORT);
  const databaseFile = join(options.dataFolder, 'temporal.db');
  const running = await startTemporal({ program, port, uiPort, databaseFile });
  supervisor.keep('Temporal', running.child, running.stop);
  return { temporalAddress: running.address, temporalUi: `http://127.0.0.1:${uiPort}` };
}

async function freePort(wished: number): Promise<number> {
  const port = await nextFreePort(wished);
  if (port !== undefined) return port;
  throw plainFault(
    `端口 ${wished} 起的五十个端口都被占用;请关掉占用它们的程序后重试。`,
    `Fifty ports from ${wished} up are all busy; close what uses them and try again.`,
  );
}

/** Where people reach the product, and what the API needs to be reached there. */
export interface Entrance {
  readonly publicUrl: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Said when the wished port was busy and another was taken. */
  readonly movedFrom?: number;
}

/** Picks port and address, and for `--lan` a certificate. Throws when an insisted port is busy. */
export async function openEntrance(options: BootOptions): Promise<Entrance> {
  const host = options.lan ? '0.0.0.0' : (process.env['HOST'] ?? '127.0.0.1');
  const port = await entrancePort(options, host);
  const moved = port === options.port ? {} : { movedFrom: options.port };
  if (!options.lan) {
    const publicUrl = process.env['PUBLIC_URL'] ?? `http://127.0.0.1:${port}`;
    return { publicUrl, port, environment: { HOST: host, PORT: String(port) }, ...moved };
  }
  const address = lanAddress();
  const { certFile, keyFile } = await lanCertificate(join(options.dataFolder, 'tls'), address);
  const environment = {
    HOST: host,
    PORT: String(port),
    TLS_CERT_FILE: certFile,
    TLS_KEY_FILE: keyFile,
  };
  return { publicUrl: `https://${address}:${port}`, port, environment, ...moved };
}

async function entrancePort(options: BootOptions, host: string): Promise<number> {
  if (await isPortFree(options.port, host)) return options.port;
  if (!options.portInsisted) return freePort(options.port + 1);
  throw plainFault(
    `端口 ${options.port} 已被占用;请关掉占用它的程序,或用 PORT=另一个端口 npm start。`,
    `Port ${options.port} is busy; close what uses it, or run PORT=<another> npm start.`,
  );
}

/** The environment of the API and worker processes. */
export function productEnvironment(
  options: BootOptions,
  stage: Stage,
  entrance: Entrance,
  secrets: LocalSecrets | undefined,
): NodeJS.ProcessEnv {
  const given = process.env;
  const keys = Object.fromEntries(
    KEY_NAMES.flatMap((name) => {
      const key = given[name] ?? secrets?.[name];
      return key ? [[name, key]] : [];
    }),
  );
  return {
    ...given,
    ...keys,
    ...entrance.environment,
    DATABASE_URL: stage.databaseUrl,
    TEMPORAL_ADDRESS: stage.temporalAddress,
    PUBLIC_URL: entrance.publicUrl,
    XUZHENG_MODE: given['XUZHENG_MODE'] ?? 'development',
    XUZHENG_DATA_DIR: options.dataFolder,
    STORAGE_DIR: given['STORAGE_DIR'] ?? join(options.dataFolder, 'storage'),
    LEARNER_UI_DIST: join(import.meta.dirname, '../../learner-ui/dist'),
    ADMIN_UI_DIST: join(import.meta.dirname, '../../admin-ui/dist'),
    LOG_LEVEL: given['LOG_LEVEL'] ?? 'info',
    // Results must not depend on the machine's zone, and a trial is where that would show.
    TZ: given['TZ'] ?? 'UTC',
  };
}
