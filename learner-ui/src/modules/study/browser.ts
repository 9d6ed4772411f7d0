export type BrowserKind = 'phoneSafari' | 'phone' | 'safari' | 'firefox' | 'chromium';

/** Which drawing of the permission prompt looks like what the learner sees. */
export const browserOf = (userAgent: string): BrowserKind => {
  if (/iPhone|iPad/.test(userAgent)) return 'phoneSafari';
  if (/Android|HarmonyOS|Mobile/.test(userAgent)) return 'phone';
  if (/Firefox/.test(userAgent)) return 'firefox';
  if (/Chrome|Chromium|Edg/.test(userAgent)) return 'chromium';
  return /Safari/.test(userAgent) ? 'safari' : 'chromium';
};
