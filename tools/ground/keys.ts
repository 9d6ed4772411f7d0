import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { plainFault } from './plain-fault.ts';

/** Names of the product's four keys in the environment; each is base64 of 32 bytes. */
export const KEY_NAMES = [
  'XUZHENG_MASTER_KEY',
  'XUZHENG_INDEX_KEY',
  'XUZHENG_COOKIE_KEY',
  'XUZHENG_MEDIA_KEY',
] as const;

export type KeyName = (typeof KEY_NAMES)[number];

/** Secrets of one machine's trial: the four keys and the password of the embedded Postgres. */
export type LocalSecrets = Readonly<Record<KeyName | 'POSTGRES_PASSWORD', string>>;

/** A key begins with these bytes when `npm start` made it; production refuses such a key. */
export const TRIAL_MARK = Buffer.from('xz-trial', 'latin1');

/**
 * Reads the machine's secrets, making them the first time (file mode 600).
 * Throws a plain fault when the file is there and unreadable: new keys could not open old data.
 */
export async function localSecrets(file: string): Promise<LocalSecrets> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unreadable(file);
  });
  if (text !== undefined) return parse(text, file);
  const made = {
    ...Object.fromEntries(KEY_NAMES.map((name) => [name, trialKey()])),
    POSTGRES_PASSWORD: randomBytes(18).toString('base64url'),
  } as LocalSecrets;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

function trialKey(): string {
  return Buffer.concat([TRIAL_MARK, randomBytes(32 - TRIAL_MARK.length)]).toString('base64');
}

function parse(text: string, file: string): LocalSecrets {
  try {
    const secrets = JSON.parse(text) as Partial<LocalSecrets>;
    const names = [...KEY_NAMES, 'POSTGRES_PASSWORD'] as const;
    if (names.every((name) => typeof secrets[name] === 'string')) return secrets as LocalSecrets;
  } catch {
    // said below, in the same words
  }
  throw unreadable(file);
}

function unreadable(file: string): Error {
  return plainFault(
    `密钥文件 ${file} 读不出来;请恢复它的备份。若数据可以不要,请删去整个数据文件夹后重试。`,
    `The key file ${file} cannot be read; restore its backup. If the data may go, remove the whole data folder and try again.`,
  );
}
