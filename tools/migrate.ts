// `npm run migrate`: brings the database in DATABASE_URL to the newest migration.
import { migrateToLatest } from '../api/src/db/migrate.ts';
import { plainFault, wordsFor } from './ground/plain-fault.ts';

try {
  const url = process.env['DATABASE_URL'];
  if (!url) {
    throw plainFault(
      '请设置 DATABASE_URL(要更新的数据库)后重试。',
      'Set DATABASE_URL, the database to bring up to date, and try again.',
    );
  }
  const applied = await migrateToLatest(url);
  console.log(applied.length > 0 ? `applied: ${applied.join(', ')}` : 'already up to date');
} catch (error) {
  console.error(wordsFor(error));
  process.exitCode = 1;
}
