import type { DataKey, Vault } from '../crypto/vault.ts';
import type { Db } from './connect.ts';

/** What is known of a person when they are enrolled; each already in its one normal form. */
export type NewLearner = {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly createdAt: Date;
};

/** A learner with the key opened; only for code that has a reason to see it. */
export type OpenedLearner = {
  readonly id: string;
  readonly dataKey: DataKey;
  readonly idNumber: string;
  readonly idNumberIndex: Buffer;
  readonly name: string;
  readonly phone: string;
  readonly phoneVerifiedAt: Date | null;
  readonly activatedAt: Date | null;
  readonly passwordHash: string | null;
  readonly basic: Readonly<Record<string, string>> | null;
  readonly recentPortraitDeclaredAt: Date | null;
  readonly profileCompletedAt: Date | null;
  readonly createdAt: Date;
};

const rowsOf = (db: Db) => db.selectFrom('learners').selectAll('learners');
type LearnerRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

function opened(vault: Vault, row: LearnerRow): OpenedLearner | undefined {
  // Without its key the row is what deletion left: nobody.
  if (!row.wrappedDataKey) return undefined;
  const dataKey = vault.unwrap(row.wrappedDataKey);
  const text = (sealed: Buffer): string => vault.openText(dataKey, sealed);
  return {
    id: row.id,
    dataKey,
    idNumber: text(row.idNumberSealed),
    idNumberIndex: row.idNumberIndex,
    name: text(row.nameSealed),
    phone: text(row.phoneSealed),
    phoneVerifiedAt: row.phoneVerifiedAt,
    activatedAt: row.activatedAt,
    passwordHash: row.passwordHash,
    basic: row.basicSealed
      ? (JSON.parse(text(row.basicSealed)) as Readonly<Record<string, string>>)
      : null,
    recentPortraitDeclaredAt: row.recentPortraitDeclaredAt,
    profileCompletedAt: row.profileCompletedAt,
    createdAt: row.createdAt,
  };
}

/** The learner with the key opened, or undefined when unknown or deleted. */
export async function openLearner(
  db: Db,
  vault: Vault,
  learnerId: string,
): Promise<OpenedLearner | undefined> {
  const row = await rowsOf(db).where('id', '=', learnerId).executeTakeFirst();
  return row && opened(vault, row);
}

/** By ID number in its normal form. */
export async function openLearnerByIdNumber(
  db: Db,
  vault: Vault,
  idNumber: string,
): Promise<OpenedLearner | undefined> {
  const index = vault.blindIndex('idNumber', idNumber);
  const row = await rowsOf(db).where('idNumberIndex', '=', index).executeTakeFirst();
  return row && opened(vault, row);
}

/** Holds the learner's row until the transaction ends. */
export async function lockLearner(
  db: Db,
  vault: Vault,
  learnerId: string,
): Promise<OpenedLearner | undefined> {
  const row = await rowsOf(db).where('id', '=', learnerId).forUpdate().executeTakeFirst();
  return row && opened(vault, row);
}

/**
 * The learner with this ID number, made when there is none. An existing one keeps name and phone:
 * those change by correction only, never by another enrolment.
 */
export async function findOrInsertLearner(
  db: Db,
  vault: Vault,
  learner: NewLearner,
): Promise<{ id: string; isNew: boolean }> {
  const { dataKey, wrapped } = vault.newDataKey();
  const inserted = await db
    .insertInto('learners')
    .values({
      wrappedDataKey: wrapped,
      idNumberSealed: vault.seal(dataKey, learner.idNumber),
      idNumberIndex: vault.blindIndex('idNumber', learner.idNumber),
      nameSealed: vault.seal(dataKey, learner.name),
      nameIndex: vault.blindIndex('name', learner.name),
      ...phoneColumns(vault, dataKey, learner.phone),
      createdAt: learner.createdAt,
    })
    .onConflict((conflict) => conflict.column('idNumberIndex').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return { id: inserted.id, isNew: true };
  const existing = await db
    .selectFrom('learners')
    .select('id')
    .where('idNumberIndex', '=', vault.blindIndex('idNumber', learner.idNumber))
    .executeTakeFirstOrThrow();
  return { id: existing.id, isNew: false };
}

const phoneColumns = (vault: Vault, dataKey: DataKey, phone: string) => ({
  phoneSealed: vault.seal(dataKey, phone),
  phoneIndex: vault.blindIndex('phone', phone),
  phoneTailIndex: vault.blindIndex('phoneTail', phone.slice(-4)),
});

/** A corrected number has been read out by the learner to two people: it counts as verified. */
export async function setPhone(
  db: Db,
  vault: Vault,
  learner: OpenedLearner,
  phone: string,
  verifiedAt: Date | null,
): Promise<void> {
  await db
    .updateTable('learners')
    .set({ ...phoneColumns(vault, learner.dataKey, phone), phoneVerifiedAt: verifiedAt })
    .where('id', '=', learner.id)
    .execute();
}

/** First password: the account is active and its phone proven. */
export async function activateLearner(
  db: Db,
  learnerId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('learners')
    .set({ passwordHash, activatedAt: now, phoneVerifiedAt: now })
    .where('id', '=', learnerId)
    .execute();
}

export async function setLearnerPassword(
  db: Db,
  learnerId: string,
  passwordHash: string,
): Promise<void> {
  await db.updateTable('learners').set({ passwordHash }).where('id', '=', learnerId).execute();
}

export async function setBasic(
  db: Db,
  vault: Vault,
  learner: OpenedLearner,
  basic: object,
): Promise<void> {
  await db
    .updateTable('learners')
    .set({ basicSealed: vault.seal(learner.dataKey, JSON.stringify(basic)) })
    .where('id', '=', learner.id)
    .execute();
}

export async function setPortraitDeclared(db: Db, learnerId: string, at: Date): Promise<void> {
  await db
    .updateTable('learners')
    .set({ recentPortraitDeclaredAt: at })
    .where('id', '=', learnerId)
    .execute();
}

/** Says whether this was the moment the profile became complete. */
export async function setProfileCompleted(db: Db, learnerId: string, at: Date): Promise<boolean> {
  const done = await db
    .updateTable('learners')
    .set({ profileCompletedAt: at })
    .where('id', '=', learnerId)
    .where('profileCompletedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type LearnerKey =
  | { readonly kind: 'idNumber'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'phoneTail'; readonly text: string };

const INDEX_COLUMN = {
  idNumber: 'idNumberIndex',
  name: 'nameIndex',
  phoneTail: 'phoneTailIndex',
} as const;

/** Support's search: exact matches only, because only hashes are searched. At most 50. */
export async function findLearners(
  db: Db,
  vault: Vault,
  key: LearnerKey,
): Promise<OpenedLearner[]> {
  const rows = await rowsOf(db)
    .where(INDEX_COLUMN[key.kind], '=', vault.blindIndex(key.kind, key.text))
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.flatMap((row) => opened(vault, row) ?? []);
}
