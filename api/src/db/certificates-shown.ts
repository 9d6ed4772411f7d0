import type { Db } from './connect.ts';

const SHOWN = [
  'c.id',
  'c.kind',
  'c.learnerId',
  'c.enrolmentId',
  'c.post',
  'c.studyYear',
  'c.number',
  'c.verificationCode',
  'c.medium',
  'c.status',
  'c.issuedOn',
  'c.issuedAt',
  'c.voidedAt',
  'c.voidReason',
  'c.holderMasked',
  'c.content',
  'c.pdfKey',
  'c.ledgerDigest',
  'l.wrappedDataKey',
  's.number as successorNumber',
  's.verificationCode as successorCode',
  'p.number as predecessorNumber',
  'p.verificationCode as predecessorCode',
] as const;

const shown = (db: Db) =>
  db
    .selectFrom('certificates as c')
    .innerJoin('learners as l', 'l.id', 'c.learnerId')
    .leftJoin('certificates as s', 's.id', 'c.successorId')
    .leftJoin('certificates as p', 'p.successorId', 'c.id')
    .select(SHOWN);

/** A learner's certificates, newest first, each with what replaced it. */
export const certificatesOfLearner = (db: Db, learnerId: string) =>
  shown(db).where('c.learnerId', '=', learnerId).orderBy('c.id', 'desc').execute();

/** One certificate by id; null when there is none. */
export const certificateById = async (db: Db, id: string) =>
  (await shown(db).where('c.id', '=', id).executeTakeFirst()) ?? null;

/** One certificate by the code behind its QR; null when there is none. */
export const certificateByCode = async (db: Db, code: string) =>
  (await shown(db).where('c.verificationCode', '=', code).executeTakeFirst()) ?? null;

/** Certificates with exactly this number: a kept number names the active one and, void, those before. */
export const certificatesByNumber = (db: Db, number: string) =>
  shown(db).where('c.number', '=', number).orderBy('c.id', 'desc').execute();
