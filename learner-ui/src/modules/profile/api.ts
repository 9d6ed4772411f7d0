import type { Education } from '@xuzheng/engine';
import { client, sendForm, take, type Answer } from '../../app/client.ts';

export type Profile = Answer<'/api/me/profile', 'get'>;
export type FileKind = keyof Profile['files'];
export type ProfileFile = NonNullable<Profile['files'][FileKind]>;
export type BasicInput = {
  employer: string;
  education: Education;
  title?: string;
  address: string;
};

export const readProfile = () => take(client.GET('/api/me/profile'));
export const saveBasic = (body: BasicInput) => take(client.PUT('/api/me/profile/basic', { body }));

/** Sends one picture; the portrait with the declaration of its age. Refusals say what to do. */
export const sendFile = (kind: FileKind, file: File, declaredRecent: boolean) => {
  const form = new FormData();
  if (kind === 'portrait') form.append('declaredRecent', String(declaredRecent));
  form.append('file', file);
  const path = `/api/me/profile/files/${kind}`;
  return sendForm<'/api/me/profile/files/{kind}', 'put'>('put', path, form);
};

export const changePassword = (currentPassword: string, newPassword: string) =>
  take(client.PUT('/api/me/password', { body: { currentPassword, newPassword } }));
export const listSessions = () => take(client.GET('/api/me/sessions'));
export const endSession = (id: string) =>
  take(client.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }));
/** How many pictures are kept, which wait for a decision, and the receipts of those deleted. */
export const readKeptFrames = () => take(client.GET('/api/me/kept-frames'));
export type HeldFrames = Answer<'/api/me/kept-frames', 'get'>['held'][number];
export const listAccess = () => take(client.GET('/api/me/access-log'));
export const listAccommodations = () => take(client.GET('/api/me/accommodations'));
