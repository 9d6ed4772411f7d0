import { createHash, randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from './paths.ts';

const MIGRATIONS = join(ROOT, 'api/migrations');

/**
 * A database with every migration applied, named after their content, ready to be cloned.
 * Left alone when it exists already; a half-made one never gets the name.
 */
export async function ensureTemplate(maintenanceUrl: string): Promise<{ template: string }> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(MIGRATIONS, name), 'utf8')));
  const mark = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);
  const template = `xuzheng_template_${mark}`;
  const admin = new pg.Client({ connectionString: maintenanceUrl });
  await admin.connect();
  try {
    if (await hasDatabase(admin, template)) return { template };
    const half = `xuzheng_half_${randomBytes(6).toString('hex')}`;
    await admin.query(`CREATE DATABASE ${half}`);
    await migrate(withDatabase(maintenanceUrl, half));
    await admin.query(`ALTER DATABASE ${half} RENAME TO ${template}`);
  } finally {
    await admin.end();
  }
  return { template };
}

async function hasDatabase(admin: pg.Client, name: string): Promise<boolean> {
  const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  return found.rowCount === 1;
}

async function migrate(url: string): Promise<void> {
  const { migrateToLatest } = (await import('../../api/src/db/migrate.ts')) as {
    migrateToLatest: (url: string) => Promise<unknown>;
  };
  await migrateToLatest(url);
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
