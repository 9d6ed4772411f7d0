import type { Post } from '@xuzheng/engine';
import type { Sent } from '../../app/client.ts';

/** The form as it is typed: every field a text. */
export const emptyDraft = (year: number) => ({
  name: '',
  idNumber: '',
  phone: '',
  employer: '',
  post: 'construction-civil' as Post,
  studyYear: `${year}`,
  policyId: 'handbook',
  hasOriginal: false,
  number: '',
  medium: 'paper',
  issuedOn: '',
});
export type EnrolDraft = ReturnType<typeof emptyDraft>;

/** What the API is sent: nothing that was left empty. The server checks every value. */
export const enrolBodyOf = (draft: EnrolDraft): Sent<'/api/enrolments', 'post'> => ({
  name: draft.name.trim(),
  idNumber: draft.idNumber.trim(),
  phone: draft.phone.trim(),
  post: draft.post,
  studyYear: Number(draft.studyYear),
  policyId: draft.policyId,
  ...(draft.employer.trim() === '' ? {} : { employer: draft.employer.trim() }),
  ...(draft.hasOriginal
    ? {
        originalCertificate: {
          number: draft.number.trim(),
          medium: draft.medium === 'electronic' ? ('electronic' as const) : ('paper' as const),
          issuedOn: draft.issuedOn,
        },
      }
    : {}),
});
