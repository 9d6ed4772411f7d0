import { call } from '../../app/http.ts';

export type Ticket = { ticket: string; phoneTail: string };
export type Wait = { resendInSeconds: number; expiresInSeconds: number };
type SignIn = { outcome: 'signedIn' } | ({ outcome: 'activation' } & Ticket);

export const signIn = (idNumber: string, password: string) =>
  call<SignIn>('POST', '/api/session/learner', { idNumber, password });
export const sendActivationCode = (ticket: string) =>
  call<Wait>('POST', '/api/activation/code', { ticket });
export const activate = (ticket: string, code: string, newPassword: string) =>
  call<unknown>('POST', '/api/activation', { ticket, code, newPassword });
export const startRecovery = (idNumber: string) =>
  call<Ticket>('POST', '/api/recovery', { idNumber });
export const sendRecoveryCode = (ticket: string) =>
  call<Wait>('POST', '/api/recovery/code', { ticket });
export const recover = (ticket: string, code: string, newPassword: string) =>
  call<unknown>('POST', '/api/recovery/password', { ticket, code, newPassword });
