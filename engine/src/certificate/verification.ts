import type { Day } from '../calendar/day.ts';

export const CERTIFICATE_KINDS = ['hours', 'original', 'training'] as const;
/** 学时证明, 原证书, 电子培训合格证. */
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export const CERTIFICATE_LABELS = {
  hours: { zh: '学时证明', en: 'Hours certificate' },
  original: { zh: '原证书', en: 'Original certificate' },
  training: { zh: '电子培训合格证', en: 'Electronic training certificate' },
} as const satisfies Record<CertificateKind, { zh: string; en: string }>;

/** What is known of a certificate for the question whether it is real and current. */
export type CertificateFacts = {
  readonly number: string;
  readonly status: 'active' | 'void';
  readonly issuedOn: Day;
  readonly voidReason: string | null;
  readonly successor: { readonly number: string; readonly issuedOn: Day } | null;
  /** Issued in a sandbox: whatever else holds, it proves nothing. */
  readonly specimen: boolean;
};

/** The answer of the public page. A void number stays resolvable and names its successor. */
export type Verification =
  | { readonly status: 'valid' | 'specimen'; readonly number: string; readonly issuedOn: Day }
  | {
      readonly status: 'supersededBy';
      readonly number: string;
      readonly issuedOn: Day;
      readonly successor: { readonly number: string; readonly issuedOn: Day };
    }
  | {
      readonly status: 'void';
      readonly number: string;
      readonly issuedOn: Day;
      readonly reason: string | null;
    }
  | { readonly status: 'unknown' };

/** Is this certificate real and current? */
export function verificationOf(facts: CertificateFacts | null): Verification {
  if (facts === null) return { status: 'unknown' };
  const { number, issuedOn } = facts;
  if (facts.specimen) return { status: 'specimen', number, issuedOn };
  if (facts.status === 'active') return { status: 'valid', number, issuedOn };
  return facts.successor === null
    ? { status: 'void', number, issuedOn, reason: facts.voidReason }
    : { status: 'supersededBy', number, issuedOn, successor: facts.successor };
}
