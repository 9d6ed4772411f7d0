import { CERTIFICATE_KINDS } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual } from './explanation.ts';
import { day, instant, nullable, oneOf, uuid } from './shared.ts';

/** The other end of a renewal. A kept number is on both: the code tells them apart. */
const Linked = Type.Object({ number: Type.String(), verificationCode: Type.String() });

export const CertificateSchema = Type.Object({
  id: uuid,
  kind: oneOf(CERTIFICATE_KINDS),
  label: Bilingual,
  enrolmentId: nullable(uuid),
  holderMasked: Type.String(),
  post: Type.String(),
  postLabel: Bilingual,
  studyYear: nullable(Type.Integer()),
  number: Type.String(),
  verificationCode: Type.String({ description: 'In groups of four, as printed' }),
  verifyUrl: Type.String(),
  medium: oneOf(['paper', 'electronic']),
  status: oneOf(['active', 'void']),
  issuedOn: day,
  voidedAt: nullable(instant),
  voidReason: nullable(Type.String()),
  successor: nullable(Linked),
  predecessor: nullable(Linked),
  pdfUrl: nullable(Type.String()),
});
export type CertificateView = Static<typeof CertificateSchema>;

/** The public answer: masked name, post, status, dates, study record, and nothing more. */
export const VerificationSchema = Type.Object({
  status: oneOf(['valid', 'supersededBy', 'void', 'unknown', 'specimen']),
  sentence: Bilingual,
  kind: nullable(oneOf(CERTIFICATE_KINDS)),
  label: nullable(Bilingual),
  holderMasked: nullable(Type.String()),
  postLabel: nullable(Bilingual),
  number: nullable(Type.String()),
  issuedOn: nullable(day),
  voidedOn: nullable(day),
  studyRecord: Type.Array(Type.Object({ studyYear: Type.Integer(), creditHours: Type.Number() })),
  successor: nullable(Linked),
  predecessor: nullable(Linked),
});
export type VerificationView = Static<typeof VerificationSchema>;
