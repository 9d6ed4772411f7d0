import { client, take, type Answer } from '../../app/client.ts';

export type Ticket = Answer<'/api/recovery', 'post'>;
export type Wait = Answer<'/api/activation/code', 'post'>;

export const signIn = (idNumber: string, password: string) =>
  take(client.POST('/api/session/learner', { body: { idNumber, password } }));
export const sendActivationCode = (ticket: string) =>
  take(client.POST('/api/activation/code', { body: { ticket } }));
export const activate = (ticket: string, code: string, newPassword: string) =>
  take(client.POST('/api/activation', { body: { ticket, code, newPassword } }));
export const startRecovery = (idNumber: string) =>
  take(client.POST('/api/recovery', { body: { idNumber } }));
export const sendRecoveryCode = (ticket: string) =>
  take(client.POST('/api/recovery/code', { body: { ticket } }));
export const recover = (ticket: string, code: string, newPassword: string) =>
  take(client.POST('/api/recovery/password', { body: { ticket, code, newPassword } }));

/** Whose account and which lesson a link opens; uses nothing up. */
export const lookAtHandOver = (token: string) =>
  take(client.POST('/api/hand-overs/look', { body: { token } }));
export const takeHandOver = (token: string) =>
  take(client.POST('/api/hand-overs/take', { body: { token } }));
