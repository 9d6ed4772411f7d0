import type { StaffRole } from '@xuzheng/engine';
import type { Answer, Sent } from '../../app/client.ts';

export type Member = Answer<'/api/staff', 'get'>['items'][number];

/** The form as it is typed. */
export const draftOf = (member: Member | null) => ({
  login: member?.login ?? '',
  displayName: member?.displayName ?? '',
  roles: [...(member?.roles ?? [])] as string[],
  password: '',
  idNumber: '',
  employer: member?.employer ?? '',
  disabled: member?.disabledAt != null,
  resetTotp: false,
});
export type MemberDraft = ReturnType<typeof draftOf>;

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const creationOf = (draft: MemberDraft): Sent<'/api/staff', 'post'> => ({
  login: draft.login.trim(),
  displayName: draft.displayName.trim(),
  password: draft.password,
  roles: draft.roles as StaffRole[],
  ...(draft.idNumber.trim() === '' ? {} : { idNumber: draft.idNumber.trim() }),
  employer: textOrNull(draft.employer),
});

/** Only what has changed: an untouched field is not sent, so two administrators do not undo each other. */
export const changeOf = (member: Member, draft: MemberDraft): Sent<'/api/staff/{id}', 'patch'> => {
  const before = draftOf(member);
  const sameRoles =
    before.roles.length === draft.roles.length &&
    before.roles.every((role) => draft.roles.includes(role));
  return {
    ...(draft.displayName.trim() === before.displayName
      ? {}
      : { displayName: draft.displayName.trim() }),
    ...(sameRoles ? {} : { roles: draft.roles as StaffRole[] }),
    ...(draft.employer.trim() === before.employer ? {} : { employer: textOrNull(draft.employer) }),
    ...(draft.disabled === before.disabled ? {} : { disabled: draft.disabled }),
    ...(draft.password === '' ? {} : { newPassword: draft.password }),
    ...(draft.resetTotp ? { resetTotp: true } : {}),
  };
};
