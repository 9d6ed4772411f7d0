import { client, take, type Answer } from '../../app/client.ts';

export type MyAudit = Answer<'/api/me/enrolments/{id}/audit', 'get'>;
export type AuditClock = NonNullable<MyAudit['clock']>;
export type Bead = AuditClock['beads'][number];
export type Clear = NonNullable<MyAudit['clear']>;
export type Question = NonNullable<MyAudit['question']>;
export type Appeal = NonNullable<MyAudit['appeal']>;

const path = (id: string) => ({ params: { path: { id } } });

export const readAudit = (id: string) =>
  take(client.GET('/api/me/enrolments/{id}/audit', path(id)));
export const fileAppeal = (id: string, commandId: string, text: string) =>
  take(client.POST('/api/me/enrolments/{id}/appeal', { ...path(id), body: { commandId, text } }));
export const withdrawAppeal = (id: string, commandId: string) =>
  take(client.DELETE('/api/me/enrolments/{id}/appeal', { ...path(id), body: { commandId } }));
export const answerQuestion = (id: string, commandId: string, text: string) =>
  take(client.POST('/api/me/enrolments/{id}/answer', { ...path(id), body: { commandId, text } }));
