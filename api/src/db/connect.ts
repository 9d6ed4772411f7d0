import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.gen.ts';

/** The database, or a transaction on it: every query function takes it first. */
export type Db = Kysely<DB>;
export type Trx = Transaction<DB>;

const { builtins } = pg.types;

// Days stay texts ('YYYY-MM-DD'): as a Date they would be midnight of whatever zone the process has.
// Our int8 columns count events and our numerics are seconds: all far below 2^53.
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ??
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

export type ConnectOptions = {
  readonly max?: number;
  /** Told of a lost idle connection; the pool opens another one by itself. */
  readonly onError?: (error: Error) => void;
};

/** Opens a pool on the database. Close it with `db.destroy()`. */
export function connectDb(url: string, options: ConnectOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types,
  });
  pool.on('error', (error) => options.onError?.(error));
  // The pool listens to idle connections only. One that is lost inside a transaction, between two
  // queries, would end the process; its next query tells whoever uses it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // What lies inside jsonb is ours to name: only columns are turned.
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins });
}
