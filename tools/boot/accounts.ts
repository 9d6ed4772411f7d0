import { readFile } from 'node:fs/promises';
import { TOTP } from 'otpauth';

/** One demonstration account as the seed writes it. */
export interface DemoAccount {
  readonly app: 'learner' | 'admin';
  readonly role: string;
  readonly login: string;
  readonly password: string;
  readonly totpSecret?: string;
  readonly note: string;
}

/** The accounts of the seed; none when it has not run. */
export async function readAccounts(file: string): Promise<DemoAccount[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return JSON.parse(text) as DemoAccount[];
}

/** Lines of the account table, with the one-time codes of this very moment. */
export function accountLines(accounts: readonly DemoAccount[], nowMs: number): string[] {
  const learners = accounts.filter(({ app }) => app === 'learner');
  const staff = accounts.filter(({ app }) => app === 'admin');
  const lines: string[] = [];
  if (learners.length > 0) {
    lines.push('学员(身份证号 / 密码 / 说明)');
    for (const one of learners) lines.push(`  ${one.login}  ${one.password}  ${one.note}`);
  }
  if (staff.length > 0) {
    lines.push('', '工作人员(登录名 / 密码 / 动态码 / 动态码密钥 / 说明)');
    for (const one of staff) lines.push(`  ${staffLine(one, nowMs)}`);
  }
  return lines;
}

function staffLine(one: DemoAccount, nowMs: number): string {
  const secret = one.totpSecret;
  const code = secret ? `${codeAt(secret, nowMs)}  ${secret}` : '(无动态码)';
  return `${one.login.padEnd(12)}${one.password}  ${code}  ${one.note}`;
}

/** The six digits a TOTP app would show at this instant. */
export function codeAt(secret: string, nowMs: number): string {
  return new TOTP({ secret }).generate({ timestamp: nowMs });
}
