import { randomBytes } from 'node:crypto';
import { certificateNumber, dayOf, verificationCode } from '@xuzheng/engine';
import {
  activeHoursCertificate,
  insertCertificate,
  nextCertificateNumber,
} from '../db/certificates.ts';
import { enrolmentForProcess, enrolmentLocked } from '../db/enrolments.ts';
import { renderHoursCertificate } from '../documents/index.ts';
import type { Shell } from './shell.ts';
import { contentOf, studyRecordOf } from './study-record.ts';

/** Where the QR of a certificate leads. */
export const verifyUrlOf = ({ config }: Shell, code: string): string =>
  `${config.publicUrl}/verify/${code}`;

/**
 * Issues the certificate of hours once audit and exam are both passed (Handbook §4), frozen with its
 * hash. One that is active already stays the one.
 */
export async function issueHoursCertificate(shell: Shell, enrolmentId: string): Promise<void> {
  const { db } = shell;
  if ((await activeHoursCertificate(db, enrolmentId)) !== undefined) return;
  const enrolment = await enrolmentForProcess(db, enrolmentId);
  const record = await studyRecordOf(shell, db, enrolment);
  const sequence = await nextCertificateNumber(db);
  const rule = record.policy.certificate;
  const number = certificateNumber(rule, 'hours', enrolment.studyYear, sequence);
  const code = verificationCode(randomBytes(15));
  const issuedAt = new Date(shell.clock.now());
  const issuedOn = dayOf(issuedAt.getTime());
  const verifyUrl = verifyUrlOf(shell, code);
  const pdf = await renderHoursCertificate({ ...record.printed, number, issuedOn, verifyUrl });
  const file = await shell.storage.put(pdf, {
    contentType: 'application/pdf',
    sealWith: record.dataKey,
  });
  await db.transaction().execute(async (trx) => {
    await enrolmentLocked(trx, enrolmentId);
    if ((await activeHoursCertificate(trx, enrolmentId)) !== undefined) return;
    await insertCertificate(trx, {
      ...{ kind: 'hours', learnerId: record.learnerId, enrolmentId, post: enrolment.post },
      ...{ studyYear: enrolment.studyYear, number, verificationCode: code, issuedOn, issuedAt },
      holderMasked: record.holderMasked,
      content: JSON.stringify(contentOf(record)),
      pdfKey: file.key,
      pdfSha256: Buffer.from(file.sha256, 'hex'),
      ledgerDigest: record.printed.ledgerDigest,
      policyVersion: enrolment.policyVersion,
    });
  });
}
