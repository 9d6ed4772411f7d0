// Writes openapi.json and the client's types from the routes, without connecting to anything.
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTs, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import * as prettier from 'prettier';
import { createApp } from './app.ts';
import type { AppDeps } from './app.ts';
import { readConfig } from './config.ts';
import { connectDb } from './db/connect.ts';
import { systemClock } from './deps.ts';
import { createOutboxSms } from './notices/sms-port.ts';

const OPENAPI_FILE = fileURLToPath(new URL('../openapi.json', import.meta.url));
const CLIENT_FILE = fileURLToPath(new URL('../client/src/paths.gen.ts', import.meta.url));

/** A part nobody calls while the routes are only being listed. */
const absent = <T extends object>(name: string): T =>
  new Proxy({} as T, {
    get: (_target, key) => {
      if (typeof key === 'symbol' || key === 'then') return undefined;
      throw new Error(`${name} is not there while the documentation is written`);
    },
  });

function depsForListing(): AppDeps {
  const key = (): string => randomBytes(32).toString('base64');
  const config = readConfig({
    XUZHENG_MODE: 'test',
    DATABASE_URL: 'postgres://127.0.0.1:1/none',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    STORAGE_DIR: '.',
    XUZHENG_MASTER_KEY: key(),
    XUZHENG_INDEX_KEY: key(),
    XUZHENG_COOKIE_KEY: key(),
    XUZHENG_MEDIA_KEY: key(),
  });
  return {
    config,
    db: connectDb(config.databaseUrl),
    temporal: absent('temporal'),
    faces: absent('faces'),
    storage: absent('storage'),
    registry: absent('registry'),
    sms: createOutboxSms(),
    clock: systemClock,
  };
}

/** The OpenAPI document as the routes describe themselves. */
export async function describeApi(): Promise<OpenAPI3> {
  const deps = depsForListing();
  const app = await createApp(deps);
  await app.ready();
  const document = JSON.parse(JSON.stringify(app.swagger())) as OpenAPI3;
  await app.close();
  await deps.db.destroy();
  return document;
}

async function main(): Promise<void> {
  const document = await describeApi();
  const options = (await prettier.resolveConfig(CLIENT_FILE)) ?? {};
  const types = `// Generated from openapi.json. Do not edit.\n${astToString(await openapiTs(document))}`;
  await mkdir(fileURLToPath(new URL('.', `file://${CLIENT_FILE}`)), { recursive: true });
  await writeFile(OPENAPI_FILE, `${JSON.stringify(document, null, 2)}\n`);
  await writeFile(CLIENT_FILE, await prettier.format(types, { ...options, parser: 'typescript' }));
}

if (import.meta.main) await main();
