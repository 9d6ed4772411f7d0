// Creates the first administrator: `npm run admin:create -- --login name [--name 显示名]`.
// Reads the password from XUZHENG_ADMIN_PASSWORD or makes one; prints the TOTP secret once.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { refusalSentence } from '@xuzheng/engine';
import { createStaff } from './commands/manage-staff.ts';
import { ConfigFault, readConfig } from './config.ts';
import { createVault } from './crypto/vault.ts';
import { connectDb } from './db/connect.ts';
import { migrateToLatest } from './db/migrate.ts';
import { systemClock } from './deps.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { login: { type: 'string' }, name: { type: 'string' } },
  });
  if (!values.login)
    throw new ConfigFault('Give a login: --login name. (请用 --login 指定登录名。)');
  const config = readConfig(process.env);
  await migrateToLatest(config.databaseUrl);
  const db = connectDb(config.databaseUrl);
  const given = process.env['XUZHENG_ADMIN_PASSWORD'];
  const password = given ?? randomBytes(15).toString('base64url');
  const desk = { db, vault: createVault(config.keys), clock: systemClock };
  const result = await createStaff(desk, {
    login: values.login,
    displayName: values.name ?? values.login,
    password,
    roles: ['admin'],
    createdBy: null,
  });
  await db.destroy();
  if (!result.ok) {
    process.stderr.write(`${refusalSentence(result.refusal, 'zh')}\n`);
    return 1;
  }
  say(`管理员 ${values.login} 已创建 (administrator created)。`);
  if (given === undefined) say(`密码 (password): ${password}`);
  say(`动态口令密钥,仅显示这一次 (TOTP secret, shown this once): ${result.value.totpSecret}`);
  say(result.value.totpAddress);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const plain =
    error instanceof ConfigFault ||
    (error as { code?: string }).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
  process.stderr.write(`${plain ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
