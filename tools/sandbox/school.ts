import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { API_SCOPES, type StaffRole } from '@xuzheng/engine';
import { createStaff as createFirst } from '../../api/src/commands/manage-staff.ts';
import type { Deps } from '../../api/src/deps.ts';
import { REAL_TIME } from '../scenario/pace.ts';
import { createStaff, signInStaff, type StaffAccount } from '../scenario/staff.ts';
import type { Visitor } from '../scenario/visitor.ts';

/** Stand-ins for the people of the desk: who proposes never signs, and who decided hears no appeal. */
const DESK = {
  admin: 'admin',
  registrar: 'registrar',
  support: 'support',
  auditor: 'auditor',
  signer: 'seniorAuditor',
  reviewer: 'seniorAuditor',
} as const satisfies Readonly<Record<string, StaffRole>>;
type Seat = keyof typeof DESK;
const SEATS = Object.keys(DESK) as Seat[];

export type Desk = Readonly<Record<Seat, Visitor>>;
type Accounts = Partial<Record<Seat, StaffAccount>>;

const loginOf = (seat: Seat): string => `sandbox-${seat}`;

const readAccounts = async (file: string): Promise<Accounts> =>
  JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Accounts;

/** The one-time-code secrets of accounts are told once, so each is kept as soon as it is known. */
async function keep(file: string, accounts: Accounts): Promise<void> {
  await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}

const newPassword = (): string => `Sandbox-${randomBytes(12).toString('base64url')}`;

async function hire(deps: Deps, seat: Seat, admin: Visitor | null): Promise<StaffAccount> {
  const login = loginOf(seat);
  const member = { login, displayName: `沙箱 ${seat}`, password: newPassword() };
  if (admin !== null) return createStaff(admin, { ...member, roles: [DESK[seat]] });
  const made = await createFirst(deps, { ...member, roles: [DESK[seat]], createdBy: null });
  if (!made.ok) throw new Error(`the sandbox has no ${seat}: ${made.refusal.code}`);
  return { login, password: member.password, totpSecret: made.value.totpSecret };
}

/** Signs everybody of the desk in, making the accounts the first time. `file` keeps their secrets. */
export async function openDesk(deps: Deps, url: string, file: string): Promise<Desk> {
  const accounts = await readAccounts(file);
  const desk: Partial<Record<Seat, Visitor>> = {};
  for (const seat of SEATS) {
    const account = accounts[seat] ?? (await hire(deps, seat, desk.admin ?? null));
    accounts[seat] = account;
    await keep(file, accounts);
    desk[seat] = await signInStaff(url, account, REAL_TIME);
  }
  return desk as Desk;
}

/** A key for whoever tries the sandbox out, made once and kept in a file; a real integrator gets one of their own. */
export async function keepApiKey({ api }: Visitor, file: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => '')) !== '') return;
  const body = { name: '沙箱试用', scopes: [...API_SCOPES] };
  const { key } = await api.take(api.POST('/api/api-keys', { body }));
  await writeFile(file, `${key}\n`, { mode: 0o600 });
}
