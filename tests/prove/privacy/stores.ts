import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { temporal as proto } from '@temporalio/proto';
import pg from 'pg';
import type { TestNamespace } from '../../support/temporal.ts';
import type { Place } from './in-clear.ts';

const { History } = proto.api.history.v1;
const { DescribeWorkflowExecutionResponse, ListWorkflowExecutionsResponse } =
  proto.api.workflowservice.v1;

/** Every file under a folder. */
export async function filesUnder(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && isWanted(entry.name));
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      // The name of a file is a place too.
      const bytes = Buffer.concat([Buffer.from(path), await readFile(path)]);
      return { where: path, bytes };
    }),
  );
}

/** A file of a session's own temporary table may be gone before it is read. */
const isLasting = (name: string): boolean => !/^t\d+_/.test(name);

/** A row as a dump writes it, and each of its `bytea` as the bytes it stands for. */
function bytesOfRow(row: string): Buffer {
  const sealed = [...row.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex'),
  );
  return Buffer.concat([Buffer.from(row), ...sealed]);
}

async function rowsOf(client: pg.Client, table: string): Promise<Place> {
  const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
  const bytes = Buffer.concat(rows.map(({ row }) => bytesOfRow(row)));
  return { where: `table ${table} (${rows.length} rows)`, bytes };
}

/**
 * Every table as text, and the database's own files: what was written once and deleted since lies
 * there until it is overwritten.
 */
export async function databasePlaces(url: string): Promise<Place[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
         AND schemaname NOT LIKE 'pg\\_temp\\_%'`,
    );
    const tables: Place[] = [];
    for (const { name } of rows) tables.push(await rowsOf(client, name));
    await client.query('CHECKPOINT');
    const { rows: homes } = await client.query<{ home: string }>(
      `SELECT current_setting('data_directory') || '/base/' || oid AS home FROM pg_database
       WHERE datname = current_database()`,
    );
    // A database server elsewhere keeps its files elsewhere.
    const home = homes[0]?.home ?? '';
    return existsSync(home) ? [...tables, ...(await filesUnder(home, isLasting))] : tables;
  } finally {
    await client.end();
  }
}

/** Every process of the namespace as the server keeps it: history, memo, search attributes, ids. */
export async function temporalPlaces({ address, namespace }: TestNamespace): Promise<Place[]> {
  const connection = await Connection.connect({ address });
  try {
    const { workflowService } = connection;
    const list = await workflowService.listWorkflowExecutions({ namespace });
    const listed = { where: 'list', bytes: ListWorkflowExecutionsResponse.encode(list).finish() };
    const places = [{ ...listed, bytes: Buffer.from(listed.bytes) }];
    for (const { execution } of list.executions) {
      const where = `process ${execution?.workflowId ?? ''}`;
      const asked = { namespace, execution: execution ?? null };
      const about = await workflowService.describeWorkflowExecution(asked);
      const described = DescribeWorkflowExecutionResponse.encode(about).finish();
      const { history } = await workflowService.getWorkflowExecutionHistory(asked);
      const told = history ? History.encode(history).finish() : Buffer.alloc(0);
      places.push({ where, bytes: Buffer.concat([described, told]) });
    }
    return places;
  } finally {
    await connection.close();
  }
}
