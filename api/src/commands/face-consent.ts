import { CONSENT_VERSION } from '@xuzheng/engine';

/** May this learner's face be measured? By the live consent to `useFace` in the version in force. */
export const hasFaceConsent = (
  consents: readonly { readonly kind: string; readonly version: string }[],
): boolean => consents.some((one) => one.kind === 'useFace' && one.version === CONSENT_VERSION);
