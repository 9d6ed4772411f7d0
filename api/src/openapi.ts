import { randomBytes } from 'node:crypto';
import { createApp } from './app.ts';
import type { AppDeps } from './app.ts';
import { readConfig } from './config.ts';
import { connectDb } from './db/connect.ts';
import { systemClock } from './deps.ts';
import { createOutboxSms } from './notices/sms-port.ts';

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
    studyNews: absent('studyNews'),
    temporal: absent('temporal'),
    faces: absent('faces'),
    storage: absent('storage'),
    registry: absent('registry'),
    sms: createOutboxSms(),
    clock: systemClock,
  };
}

export type OpenApiDocument = {
  readonly openapi: string;
  readonly info: { title: string; version: string };
};

/** The OpenAPI document as the routes describe themselves, made without connecting to anything. */
export async function describeApi(): Promise<OpenApiDocument> {
  const deps = depsForListing();
  const app = await createApp(deps);
  await app.ready();
  const document = JSON.parse(JSON.stringify(app.swagger())) as OpenApiDocument;
  await app.close();
  await deps.db.destroy();
  return document;
}
