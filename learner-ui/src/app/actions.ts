import type { ActionName } from '@xuzheng/engine';

type Place = { readonly to: string; readonly textKey: string };

/** Where a learner does what the lifecycle permits. Actions of the staff have no place here. */
export const placeOf = (action: string | null | undefined, id: string): Place | null => {
  const places = {
    verifyPhone: '/profile',
    completeProfile: '/profile',
    study: `/training/${id}`,
    replay: `/training/${id}`,
    takeExam: `/exam/${id}`,
    printHoursCertificate: '/certificates',
    viewTrainingCertificate: '/certificates',
    renew: `/renewal/${id}`,
    fileAppeal: `/audit/${id}`,
    withdrawAppeal: `/audit/${id}`,
  } satisfies Partial<Record<ActionName, string>>;
  const to = Object.entries<string>(places).find(([name]) => name === action)?.[1];
  return to === undefined ? null : { to, textKey: `actions.${action}` };
};
