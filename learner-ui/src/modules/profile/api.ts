import type { Education, ProfileItem } from '@xuzheng/engine';
import { call } from '../../app/http.ts';

export type FileKind = 'idCardFront' | 'idCardBack' | 'portrait';
export type ProfileFile = {
  id: string;
  url: string;
  createdAt: string;
  registryMatch: 'matched' | 'mismatched' | 'absent' | 'pending' | null;
  replaceable: boolean;
};
export type BasicInput = { employer: string; education: string; title?: string; address: string };
export type Profile = {
  name: string;
  idNumberMasked: string;
  phone: string;
  phoneVerified: boolean;
  basic: { employer: string; education: Education; title?: string; address: string } | null;
  files: Record<FileKind, ProfileFile | null>;
  missing: ProfileItem[];
  completedAt: string | null;
};
export type WebSession = {
  id: string;
  current: boolean;
  userAgent: string | null;
  createdAt: string;
  lastSeenAt: string;
};
export type Access = { id: string; at: string; what: string; who: string; reason: string };

export const readProfile = () => call<Profile>('GET', '/api/me/profile');
export const saveBasic = (basic: BasicInput) =>
  call<unknown>('PUT', '/api/me/profile/basic', basic);

/** Sends one picture; the portrait with the declaration of its age. Refusals say what to do. */
export const sendFile = (kind: FileKind, file: File, declaredRecent: boolean) => {
  const form = new FormData();
  if (kind === 'portrait') form.append('declaredRecent', String(declaredRecent));
  form.append('file', file);
  return call<unknown>('PUT', `/api/me/profile/files/${kind}`, form);
};

export const changePassword = (currentPassword: string, newPassword: string) =>
  call<unknown>('PUT', '/api/me/password', { currentPassword, newPassword });
export const listSessions = () => call<{ items: WebSession[] }>('GET', '/api/me/sessions');
export const endSession = (id: string) => call<unknown>('DELETE', `/api/me/sessions/${id}`);
export const listAccess = () => call<{ items: Access[] }>('GET', '/api/me/access-log');
