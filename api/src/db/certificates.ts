import { sql, type Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { Certificates } from './schema.gen.ts';

export const insertCertificate = (db: Db, certificate: Insertable<Certificates>) =>
  db.insertInto('certificates').values(certificate).returning('id').executeTakeFirstOrThrow();

/** The one training certificate that is active for a learner and post, the original included. */
export const activeTrainingCertificate = (db: Db, learnerId: string, post: string) =>
  db
    .selectFrom('certificates')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .where('post', '=', post)
    .where('status', '=', 'active')
    .where('kind', 'in', ['original', 'training'])
    .executeTakeFirst();

/**
 * What a renewal replaces: the active certificate, or the renewed one of the same enrolment that a
 * person's decision has made void meanwhile, so that its number names its successor all the same.
 */
export async function certificateToReplace(
  db: Db,
  its: { readonly id: string; readonly learnerId: string; readonly post: string },
) {
  const active = await activeTrainingCertificate(db, its.learnerId, its.post);
  if (active !== undefined) return active;
  return db
    .selectFrom('certificates')
    .selectAll()
    .where('enrolmentId', '=', its.id)
    .where('kind', '=', 'training')
    .where('status', '=', 'void')
    .where('successorId', 'is', null)
    .orderBy('voidedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export const activeHoursCertificate = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('certificates')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .where('kind', '=', 'hours')
    .where('status', '=', 'active')
    .executeTakeFirst();

/** Makes a certificate void. It stays, resolvable by number and code. */
export async function voidCertificate(
  db: Db,
  id: string,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await db
    .updateTable('certificates')
    .set({ status: 'void', voidedAt: at, voidReason: reason })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .execute();
}

/** 1 for a number nobody has had; one more for each document that kept it. */
export async function nextVersionOf(db: Db, number: string): Promise<number> {
  const row = await db
    .selectFrom('certificates')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('number', '=', number)
    .executeTakeFirst();
  return (row?.version ?? 0) + 1;
}

/** Names what took a void certificate's place. */
export async function setSuccessor(db: Db, id: string, successorId: string): Promise<void> {
  await db.updateTable('certificates').set({ successorId }).where('id', '=', id).execute();
}

export async function nextCertificateNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT nextval('certificate_numbers') AS n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Lessons with what stands of them in the ledger, in the order of the courses: the study record. */
export const lessonsOnRecord = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('hourLedger as h')
    .innerJoin('lessons as l', 'l.id', 'h.lessonId')
    .innerJoin('courses as c', 'c.id', 'l.courseId')
    .select(['l.id', 'l.title', 'c.title as course', 'c.kind'])
    .select((eb) => [
      eb.fn.sum<number>('h.seconds').as('seconds'),
      eb.fn.max('h.at').filterWhere('h.entry', '=', 'hours.studied').as('completedAt'),
    ])
    .where('h.enrolmentId', '=', enrolmentId)
    .where('h.entry', '<>', 'hours.credited')
    .groupBy(['l.id', 'c.id'])
    .having((eb) => eb.fn.sum('h.seconds'), '>', 0)
    .orderBy('c.position')
    .orderBy('c.id')
    .orderBy('l.position')
    .execute();

/** The learner's current portrait, sealed in storage. */
export const currentPortrait = (db: Db, learnerId: string) =>
  db
    .selectFrom('learnerFiles')
    .select(['storageKey', 'contentType'])
    .where('learnerId', '=', learnerId)
    .where('kind', '=', 'portrait')
    .where('replacedAt', 'is', null)
    .executeTakeFirst();
