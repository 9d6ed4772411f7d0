import type { StaffRole } from '@xuzheng/engine';
import { createStaff } from '../../../api/src/commands/manage-staff.ts';
import type { Vault } from '../../../api/src/crypto/vault.ts';
import type { Db } from '../../../api/src/db/connect.ts';
import { systemClock } from '../../../api/src/deps.ts';
import { REAL_TIME } from '../../../tools/scenario/pace.ts';
import { signInStaff } from '../../../tools/scenario/staff.ts';
import type { Visitor } from '../../../tools/scenario/visitor.ts';

const PASSWORD = 'Hundun-gongdi-2026';

/** Makes an account for a member of staff and signs in at `url`. */
export async function hireStaff(
  books: { readonly db: Db; readonly vault: Vault },
  url: string,
  login: string,
  role: StaffRole,
): Promise<Visitor> {
  const member = { login, displayName: login, password: PASSWORD, roles: [role] };
  const made = await createStaff({ ...books, clock: systemClock }, { ...member, createdBy: null });
  if (!made.ok) throw new Error(made.refusal.code);
  const { totpSecret } = made.value;
  return signInStaff(url, { login, password: PASSWORD, totpSecret }, REAL_TIME);
}
