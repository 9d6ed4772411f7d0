import type { Insertable, Selectable } from 'kysely';
import type { Db } from './connect.ts';
import type { LearnerFiles } from './schema.gen.ts';

export const FILE_KINDS = ['idCardFront', 'idCardBack', 'portrait'] as const;
export type FileKind = (typeof FILE_KINDS)[number];
export type LearnerFile = Selectable<LearnerFiles>;

/** The files in force, one of each kind at most. */
export const filesInForce = (db: Db, learnerId: string): Promise<LearnerFile[]> =>
  db
    .selectFrom('learnerFiles')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .where('replacedAt', 'is', null)
    .execute();

export const fileInForce = (
  db: Db,
  learnerId: string,
  kind: FileKind,
): Promise<LearnerFile | undefined> =>
  db
    .selectFrom('learnerFiles')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .where('kind', '=', kind)
    .where('replacedAt', 'is', null)
    .executeTakeFirst();

/** Puts a file in force and the one before it out of force; nothing is deleted here. */
export async function replaceFile(
  db: Db,
  file: Insertable<LearnerFiles> & { readonly createdAt: Date },
): Promise<string> {
  await db
    .updateTable('learnerFiles')
    .set({ replacedAt: file.createdAt })
    .where('learnerId', '=', file.learnerId)
    .where('kind', '=', file.kind)
    .where('replacedAt', 'is', null)
    .execute();
  const row = await db
    .insertInto('learnerFiles')
    .values(file)
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export type NewTemplate = {
  readonly learnerId: string;
  readonly fileId: string;
  readonly descriptorSealed: Buffer;
  readonly modelId: string;
  readonly weightsHash: string;
  readonly createdAt: Date;
};

/** The template of the portrait in force; one per learner. */
export async function putTemplate(db: Db, template: NewTemplate): Promise<void> {
  await db
    .insertInto('faceTemplates')
    .values(template)
    .onConflict((conflict) => conflict.column('learnerId').doUpdateSet(template))
    .execute();
}

export async function deleteTemplate(db: Db, learnerId: string): Promise<void> {
  await db.deleteFrom('faceTemplates').where('learnerId', '=', learnerId).execute();
}

export async function setFileQuality(
  db: Db,
  id: string,
  quality: object,
  registryMatch: string,
): Promise<void> {
  await db
    .updateTable('learnerFiles')
    .set({ quality: JSON.stringify(quality), registryMatch })
    .where('id', '=', id)
    .execute();
}
