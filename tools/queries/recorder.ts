import {
  CamelCasePlugin,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import type { Db } from '../../api/src/db/connect.ts';

/** Statements a function may make before it is taken for endless: every answer here has one row. */
const AT_MOST = 24;

/** A database that answers every statement with one empty row and writes down what it was asked. */
export interface Recorder {
  readonly db: Db;
  /** The statements so far, in order; the next ones begin anew. */
  readonly take: () => string[];
}

export function createRecorder(): Recorder {
  let asked: string[] = [];
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql }: CompiledQuery): Promise<QueryResult<Row>> => {
      asked.push(sql);
      if (asked.length > AT_MOST) throw new Error('more statements than a query function makes');
      return { rows: [{} as Row], numAffectedRows: 1n };
    },
    // Nothing here reads row by row.
    streamQuery: async function* () {},
  };
  const nothing = async (): Promise<void> => undefined;
  const db = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (on) => new PostgresIntrospector(on),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }) as Db;
  return {
    db,
    take: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
  };
}
