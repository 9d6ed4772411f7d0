import type { Instant } from '../calendar/day.ts';

/** Two separate consents: having the face compared, and having frames sent and kept. */
export const CONSENT_KINDS = ['useFace', 'keepFrames'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

export type Consent = {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly givenAt: Instant;
  readonly withdrawnAt: Instant | null;
};

/** The version of the text a learner agrees to; a new text needs a new consent. */
export const CONSENT_VERSION = '2026-1';

/** May the face be processed? Only with both consents live, in the version in force. */
export const allowsFaces = (consents: readonly Consent[]): boolean =>
  CONSENT_KINDS.every((kind) =>
    consents.some(
      (consent) =>
        consent.kind === kind &&
        consent.version === CONSENT_VERSION &&
        consent.withdrawnAt === null,
    ),
  );
