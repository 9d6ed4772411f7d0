import { sql, type Selectable } from 'kysely';
import type { Db } from './connect.ts';
import type { FaceTemplates } from './schema.gen.ts';

export type FaceTemplateRow = Selectable<FaceTemplates>;

/** The sealed template of a learner's portrait. */
export const findTemplate = (db: Db, learnerId: string): Promise<FaceTemplateRow | undefined> =>
  db.selectFrom('faceTemplates').selectAll().where('learnerId', '=', learnerId).executeTakeFirst();

/** The network that made a descriptor. */
export type DescribedBy = Pick<FaceTemplateRow, 'modelId' | 'weightsHash'>;

/**
 * Sealed templates of other enrolled people with the keys that open them, at most `limit`, made by
 * the given network: others do not compare.
 */
export const templatesOfOthers = (db: Db, learnerId: string, by: DescribedBy, limit: number) =>
  db
    .selectFrom('faceTemplates as t')
    .innerJoin('learners as l', 'l.id', 't.learnerId')
    .select(['t.descriptorSealed', 't.modelId', 't.weightsHash', 'l.wrappedDataKey'])
    .where('t.learnerId', '<>', learnerId)
    .where('t.modelId', '=', by.modelId)
    .where('t.weightsHash', '=', by.weightsHash)
    .where('l.wrappedDataKey', 'is not', null)
    .orderBy('t.createdAt', 'desc')
    .limit(limit)
    .execute();

/** Learners whose portrait in force was described by another network, at most `limit`. */
export async function learnersDescribedOtherwise(
  db: Db,
  now: DescribedBy,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('faceTemplates as t')
    .innerJoin('learnerFiles as f', 'f.id', 't.fileId')
    .select('t.learnerId')
    .where('f.replacedAt', 'is', null)
    .where((either) =>
      either.or([
        either('t.modelId', '<>', now.modelId),
        either('t.weightsHash', '<>', now.weightsHash),
      ]),
    )
    // A portrait that cannot be read must not stand in the way of the others for ever.
    .orderBy(sql`random()`)
    .limit(limit)
    .execute();
  return rows.map((row) => row.learnerId);
}

/**
 * Puts another network's descriptor of the same portrait in place of the one that was there; does
 * nothing when portrait or template have changed meanwhile.
 */
export const replaceDescriptor = (
  db: Db,
  old: FaceTemplateRow,
  now: DescribedBy & { readonly descriptorSealed: Buffer },
) =>
  db
    .updateTable('faceTemplates')
    .set(now)
    .where('learnerId', '=', old.learnerId)
    .where('fileId', '=', old.fileId)
    .where('modelId', '=', old.modelId)
    .where('weightsHash', '=', old.weightsHash)
    .execute();

/** Kinds and versions of the consents that are live. */
export const liveConsentsOf = (db: Db, learnerId: string) =>
  db
    .selectFrom('consents')
    .select(['kind', 'version', 'givenAt'])
    .where('learnerId', '=', learnerId)
    .where('withdrawnAt', 'is', null)
    .execute();

/** The learner's key and what decides whether study is open. */
export const learnerStudyFacts = (db: Db, learnerId: string) =>
  db
    .selectFrom('learners')
    .select([
      'id',
      'wrappedDataKey',
      'phoneVerifiedAt',
      'basicSealed',
      'recentPortraitDeclaredAt',
      'profileCompletedAt',
    ])
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow();

/** The current files of the profile, without their contents. */
export const currentFilesOf = (db: Db, learnerId: string) =>
  db
    .selectFrom('learnerFiles')
    .select(['id', 'kind', 'takenOn'])
    .where('learnerId', '=', learnerId)
    .where('replacedAt', 'is', null)
    .execute();

/** Deletes templates of portraits whose owner does not agree to the use of the face; says how many. */
export async function deleteTemplatesWithoutConsent(db: Db, version: string): Promise<number> {
  const done = await db
    .deleteFrom('faceTemplates as t')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consents as c')
            .whereRef('c.learnerId', '=', 't.learnerId')
            .where('c.kind', '=', 'useFace')
            .where('c.version', '=', version)
            .where('c.withdrawnAt', 'is', null)
            .select('c.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** Deletes the entry frames' templates of sessions whose learner's two consents are not both live. */
export async function deleteEntriesWithoutConsent(db: Db, version: string): Promise<number> {
  const done = await db
    .updateTable('studySessions')
    .set({ entryDescriptorSealed: null })
    .where('entryDescriptorSealed', 'is not', null)
    .where(
      (eb) =>
        eb
          .selectFrom('consents as c')
          .whereRef('c.learnerId', '=', 'studySessions.learnerId')
          .where('c.version', '=', version)
          .where('c.withdrawnAt', 'is', null)
          .select((c) => c.fn.countAll<number>().as('live')),
      '<',
      2,
    )
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
