import type { ActionName } from '@xuzheng/engine';

type Place = { readonly to: string; readonly textKey: string };

/** Where a learner does what the lifecycle permits. Actions of the staff have no place here. */
export const placeOf = (action: ActionName | null | undefined, id: string): Place | null => {
  const places: Partial<Record<ActionName, string>> = {
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
  };
  const to = action ? places[action] : undefined;
  return to === undefined ? null : { to, textKey: `actions.${action}` };
};
