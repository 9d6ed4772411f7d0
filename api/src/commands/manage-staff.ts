import { ok, parseIdentityNumber, refuse } from '@xuzheng/engine';
import type { Result, StaffRole } from '@xuzheng/engine';
import { hashPassword } from '../crypto/passwords.ts';
import { newTotpSecret, totpAddress } from '../crypto/totp.ts';
import { checkStaffPassword } from './staff-password.ts';
import type { Trx } from '../db/connect.ts';
import { writeJournal } from '../db/journal.ts';
import { findStaff, insertStaff, lockActiveAdmins, updateStaff } from '../db/staff.ts';
import { endWebSessions } from '../db/web-sessions.ts';
import type { Deps } from '../deps.ts';

/** The part of an administrator's work that needs no HTTP server. */
export type StaffDesk = Pick<Deps, 'db' | 'vault' | 'clock'>;

export type NewStaffMember = {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly StaffRole[];
  /** For conflict checks; only its blind index is kept. */
  readonly idNumber?: string;
  readonly employer?: string | null;
  /** Who creates; null for the first administrator. */
  readonly createdBy: string | null;
};

/** Shown once: whoever holds it is half of the sign-in. */
export type TotpSecret = { readonly totpSecret: string; readonly totpAddress: string };

/**
 * Creates a staff account and gives its TOTP secret, once.
 * Refuses `staff/duplicate`, `account/identityNumberInvalid`, `account/password…`.
 */
export async function createStaff(
  desk: StaffDesk,
  member: NewStaffMember,
): Promise<Result<{ id: string } & TotpSecret>> {
  const login = member.login.trim().toLowerCase();
  const password = checkStaffPassword(member.password, login);
  if (!password.ok) return password;
  const idNumber = member.idNumber ? parseIdentityNumber(member.idNumber) : ok(null);
  if (!idNumber.ok) return idNumber;
  const totpSecret = newTotpSecret();
  const createdAt = new Date(desk.clock.now());
  const passwordHash = await hashPassword(member.password);
  return desk.db.transaction().execute(async (trx) => {
    const id = await insertStaff(trx, {
      login,
      displayName: member.displayName.trim(),
      passwordHash,
      totpSecretSealed: desk.vault.seal(desk.vault.ownKey, totpSecret),
      roles: [...new Set(member.roles)],
      idNumberIndex: idNumber.value && desk.vault.blindIndex('idNumber', idNumber.value.number),
      employer: member.employer ?? null,
      createdAt,
    });
    if (!id) return refuse('staff/duplicate');
    const by = member.createdBy;
    await writeJournal(trx, {
      at: createdAt,
      actor: by ? { kind: 'staff', id: by } : { kind: 'system' },
      action: 'staff.created',
      details: { staffId: id, roles: [...member.roles] },
    });
    return ok({ id, totpSecret, totpAddress: totpAddress(totpSecret, login) });
  });
}

export type StaffEdit = {
  readonly staffId: string;
  readonly changedBy: string;
  readonly displayName?: string;
  readonly roles?: readonly StaffRole[];
  readonly employer?: string | null;
  readonly disabled?: boolean;
  readonly newPassword?: string;
  readonly resetTotp?: boolean;
};

/**
 * Changes a staff account. New roles, password, TOTP or disabling end its sessions at once.
 * Refuses `staff/notFound`, `staff/lastAdmin`, `account/password…`.
 */
export async function changeStaff(
  desk: StaffDesk,
  edit: StaffEdit,
): Promise<Result<Partial<TotpSecret>>> {
  const passwordHash = edit.newPassword ? await hashPassword(edit.newPassword) : undefined;
  return desk.db.transaction().execute(async (trx) => {
    const admins = await lockActiveAdmins(trx);
    const staff = await findStaff(trx, edit.staffId);
    if (!staff) return refuse('staff/notFound');
    const password = edit.newPassword ? checkStaffPassword(edit.newPassword, staff.login) : ok('');
    if (!password.ok) return password;
    const losesAdmin = edit.disabled === true || (edit.roles && !edit.roles.includes('admin'));
    if (losesAdmin && admins.length === 1 && admins[0] === staff.id)
      return refuse('staff/lastAdmin');
    const totpSecret = edit.resetTotp ? newTotpSecret() : undefined;
    await apply(desk, trx, edit, passwordHash, totpSecret);
    return ok(totpSecret ? { totpSecret, totpAddress: totpAddress(totpSecret, staff.login) } : {});
  });
}

async function apply(
  desk: StaffDesk,
  trx: Trx,
  edit: StaffEdit,
  passwordHash: string | undefined,
  totpSecret: string | undefined,
): Promise<void> {
  const now = new Date(desk.clock.now());
  const { displayName, roles, employer, disabled } = edit;
  const change = {
    ...(displayName === undefined ? {} : { displayName: displayName.trim() }),
    ...(roles === undefined ? {} : { roles: [...new Set(roles)] }),
    ...(employer === undefined ? {} : { employer }),
    ...(disabled === undefined ? {} : { disabledAt: disabled ? now : null }),
    ...(passwordHash === undefined ? {} : { passwordHash }),
    ...(totpSecret === undefined
      ? {}
      : { totpSecretSealed: desk.vault.seal(desk.vault.ownKey, totpSecret) }),
  };
  const changed = Object.keys(change).map((name) => name.replace(/(Hash|SecretSealed|At)$/, ''));
  if (changed.length === 0) return;
  await updateStaff(trx, edit.staffId, change);
  if (roles || disabled !== undefined || passwordHash || totpSecret)
    await endWebSessions(trx, 'staff', edit.staffId);
  await writeJournal(trx, {
    at: now,
    actor: { kind: 'staff', id: edit.changedBy },
    action: 'staff.changed',
    details: { staffId: edit.staffId, changed, ...(roles ? { roles: [...roles] } : {}) },
  });
}
