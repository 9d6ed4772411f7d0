import { ConfigFault, type Config } from '../config.ts';
import type { Db } from '../db/connect.ts';
import { isDemoInstallation, isInhabited, isSandbox, markSandbox } from '../db/installation.ts';
import { installShipped } from './install-shipped.ts';

/**
 * Makes sure that the database is of the kind this process serves, and puts the shipped policies and
 * calendar there. Throws a `ConfigFault`: production on demo accounts, a sandbox on a database where
 * real people live, a real installation on a sandbox's.
 */
export async function enterInstallation(
  db: Db,
  { mode, sandbox }: Pick<Config, 'mode' | 'sandbox'>,
): Promise<void> {
  if (mode === 'production' && (await isDemoInstallation(db)))
    throw new ConfigFault(
      'This database holds demo accounts; production needs one of its own. (此数据库含演示账号,生产模式请使用新的数据库。)',
    );
  const marked = await isSandbox(db);
  if (!sandbox && marked)
    throw new ConfigFault(
      'This database is a sandbox; give DATABASE_URL another one, or set XUZHENG_SANDBOX=1. (此数据库属于沙箱,请换一个 DATABASE_URL,或设置 XUZHENG_SANDBOX=1。)',
    );
  if (sandbox && !marked && (await isInhabited(db)))
    throw new ConfigFault(
      'Real people live in this database; a sandbox needs one of its own in DATABASE_URL. (此数据库已有真实学员,沙箱须使用单独的 DATABASE_URL。)',
    );
  if (sandbox) await markSandbox(db);
  await installShipped(db, { sandbox });
}
