/** A lesson on a certificate's study record. */
export type CertificateLesson = {
  readonly title: string;
  readonly course: string;
  readonly kind: 'professional' | 'public';
  readonly minutes: number;
  /** 学时, with up to one decimal. */
  readonly creditHours: number;
  /** 'YYYY-MM-DD' */
  readonly completedOn: string;
};

export type CertificateTotals = {
  readonly minutes: number;
  readonly creditHours: number;
  readonly professionalCreditHours: number;
  readonly publicCreditHours: number;
};

/**
 * What is printed, already decided and masked: a renderer computes nothing and asks nobody. The same
 * data always gives the same bytes, so that a frozen document can be checked against its hash.
 */
export type CertificateData = {
  readonly number: string;
  readonly holderName: string;
  readonly idNumberMasked: string;
  /** The post in Chinese, as people say it: 施工员. */
  readonly postLabel: string;
  readonly studyYear: number;
  /** 'YYYY-MM-DD' in Asia/Shanghai. */
  readonly issuedOn: string;
  /** 'YYYY-MM-DD', the last day; absent when the policy sets no end. */
  readonly validUntil?: string;
  /** Address of the public verification page; becomes the QR code. */
  readonly verifyUrl: string;
  readonly lessons: readonly CertificateLesson[];
  readonly totals: CertificateTotals;
  /** Name and version of the policy the hours were credited under: 'handbook 1'. */
  readonly policyVersion: string;
  /** SHA-256 of the ledger entries the hours stand on, in hex. */
  readonly ledgerDigest: string;
  /** Number of the certificate that this one makes void. */
  readonly replaces?: string;
  /** JPEG, PNG or WebP of the holder; the training certificate carries it. */
  readonly portrait?: Uint8Array;
  /** Issued in a sandbox: says so across every page. */
  readonly specimen?: boolean;
  /** The training centre that issues and seals. */
  readonly issuer: string;
};
