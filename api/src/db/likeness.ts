import type { Selectable } from 'kysely';
import type { Db } from './connect.ts';
import type { FaceTemplates } from './schema.gen.ts';

export type FaceTemplateRow = Selectable<FaceTemplates>;

/** The sealed template of a learner's portrait. */
export const findTemplate = (db: Db, learnerId: string): Promise<FaceTemplateRow | undefined> =>
  db.selectFrom('faceTemplates').selectAll().where('learnerId', '=', learnerId).executeTakeFirst();

/** Sealed templates of other enrolled people with the keys that open them, at most `limit`. */
export const templatesOfOthers = (db: Db, learnerId: string, limit: number) =>
  db
    .selectFrom('faceTemplates as t')
    .innerJoin('learners as l', 'l.id', 't.learnerId')
    .select(['t.descriptorSealed', 't.modelId', 't.weightsHash', 'l.wrappedDataKey'])
    .where('t.learnerId', '<>', learnerId)
    .where('l.wrappedDataKey', 'is not', null)
    .orderBy('t.createdAt', 'desc')
    .limit(limit)
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
