import {
  CERTIFICATE_LABELS,
  dayOf,
  postLabel,
  printedCode,
  verificationOf,
  type CertificateKind,
} from '@xuzheng/engine';
import type { certificateByCode } from '../../db/certificates-shown.ts';
import type { CertificateView, VerificationView } from '../../schemas/certificates.ts';
import { isoOrNull } from '../../schemas/shared.ts';

export type CertificateRow = NonNullable<Awaited<ReturnType<typeof certificateByCode>>>;

const postTexts = (post: string) => ({ zh: postLabel(post, 'zh'), en: postLabel(post, 'en') });

const linked = (number: string | null, code: string | null) =>
  number === null || code === null ? null : { number, verificationCode: printedCode(code) };

/** Both ends of a certificate's renewals: what it replaced and what replaced it. */
const chainOf = (row: CertificateRow) => ({
  successor: linked(row.successorNumber, row.successorCode),
  predecessor: linked(row.predecessorNumber, row.predecessorCode),
});

/** A certificate for its holder or for staff; `pdfAt` is where its document is fetched. */
export const certificateView = (
  row: CertificateRow,
  publicUrl: string,
  pdfAt: (id: string) => string,
): CertificateView => ({
  id: row.id,
  kind: row.kind as CertificateKind,
  label: CERTIFICATE_LABELS[row.kind as CertificateKind],
  enrolmentId: row.enrolmentId,
  holderMasked: row.holderMasked,
  post: row.post,
  postLabel: postTexts(row.post),
  studyYear: row.studyYear,
  number: row.number,
  verificationCode: printedCode(row.verificationCode),
  verifyUrl: `${publicUrl}/verify/${row.verificationCode}`,
  medium: row.medium as CertificateView['medium'],
  status: row.status as CertificateView['status'],
  issuedOn: row.issuedOn,
  voidedAt: isoOrNull(row.voidedAt),
  voidReason: row.voidReason,
  ...chainOf(row),
  pdfUrl: row.pdfKey === null ? null : pdfAt(row.id),
});

const SENTENCES = {
  valid: { zh: '证书真实有效。', en: 'The certificate is real and current.' },
  supersededBy: {
    zh: '证书已作废,已由新证书替代,请核验新证书。',
    en: 'The certificate is void; a newer one has taken its place. Please verify that one.',
  },
  void: { zh: '证书已作废。', en: 'The certificate is void.' },
  specimen: {
    zh: '这是沙箱里的样张,只供系统对接试用,不能证明任何培训或学时。',
    en: 'This is a specimen from a sandbox for integrators. It proves no training and no hours.',
  },
  unknown: {
    zh: '没有查到这个查验码对应的证书,请核对证书上的查验码。',
    en: 'No certificate has this code. Please check the code printed on it.',
  },
} as const;

const NOTHING = {
  kind: null,
  label: null,
  holderMasked: null,
  postLabel: null,
  number: null,
  issuedOn: null,
  voidedOn: null,
  studyRecord: [],
  successor: null,
  predecessor: null,
};

type StudyRecord = VerificationView['studyRecord'];

/** The public answer: nothing beyond masked name, post, status, dates and study record. */
export function verificationView(
  row: CertificateRow | null,
  { studyRecord, specimen }: { readonly studyRecord: StudyRecord; readonly specimen: boolean },
): VerificationView {
  const verification = verificationOf(
    row && {
      number: row.number,
      status: row.status as 'active' | 'void',
      issuedOn: row.issuedOn,
      voidReason: row.voidReason,
      specimen,
      successor:
        row.successorNumber === null
          ? null
          : { number: row.successorNumber, issuedOn: row.issuedOn },
    },
  );
  const { status } = verification;
  if (row === null) return { status, sentence: SENTENCES[status], ...NOTHING };
  return {
    status,
    sentence: SENTENCES[status],
    kind: row.kind as CertificateKind,
    label: CERTIFICATE_LABELS[row.kind as CertificateKind],
    holderMasked: row.holderMasked,
    postLabel: postTexts(row.post),
    number: row.number,
    issuedOn: row.issuedOn,
    voidedOn: row.voidedAt === null ? null : dayOf(row.voidedAt.getTime()),
    studyRecord,
    ...chainOf(row),
  };
}
