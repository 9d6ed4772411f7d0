import type { Db } from './connect.ts';

export function findStaffByLogin(db: Db, login: string) {
  return db.selectFrom('staff').selectAll().where('login', '=', login).executeTakeFirst();
}

export function findStaff(db: Db, id: string) {
  return db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A TOTP step counts once: says whether it was still unused. */
export async function useTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const done = await db
    .updateTable('staff')
    .set({ totpLastStep: step })
    .where('id', '=', id)
    .where('totpLastStep', '<', step)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type NewStaff = {
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly totpSecretSealed: Buffer;
  readonly roles: string[];
  readonly idNumberIndex: Buffer | null;
  readonly employer: string | null;
  readonly createdAt: Date;
};

/** The new id, or undefined when the login or the person is already there. */
export async function insertStaff(db: Db, staff: NewStaff): Promise<string | undefined> {
  const row = await db
    .insertInto('staff')
    .values(staff)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export type StaffChange = {
  readonly displayName?: string;
  readonly roles?: string[];
  readonly employer?: string | null;
  readonly disabledAt?: Date | null;
  readonly passwordHash?: string;
  readonly totpSecretSealed?: Buffer;
};

export async function updateStaff(db: Db, id: string, change: StaffChange): Promise<void> {
  await db.updateTable('staff').set(change).where('id', '=', id).execute();
}

export function listStaff(db: Db, limit: number, after?: string) {
  return db
    .selectFrom('staff')
    .select(['id', 'login', 'displayName', 'roles', 'employer', 'disabledAt', 'createdAt'])
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Administrators who can still sign in, held so that the last one cannot go twice at once. */
export async function lockActiveAdmins(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'roles'])
    .where('disabledAt', 'is', null)
    .forUpdate()
    .execute();
  return rows.filter((row) => row.roles.includes('admin')).map((row) => row.id);
}
