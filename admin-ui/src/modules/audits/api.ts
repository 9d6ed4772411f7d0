import type { Post } from '@xuzheng/engine';
import { client, take, type Answer, type Sent } from '../../app/client.ts';

export type QueueItem = Answer<'/api/audits', 'get'>['items'][number];
export type QueueFilter = {
  readonly clock?: QueueItem['clock'];
  readonly post?: Post;
  readonly studyYear?: number;
  readonly proposed?: boolean;
  readonly handledBy?: 'me' | 'nobody';
};
export type HandledBy = NonNullable<QueueItem['handledBy']>;

const at = (id: string) => ({ path: { id } });

export const readQueue = (filter: QueueFilter, cursor: string | undefined) =>
  take(client.GET('/api/audits', { params: { query: { ...filter, cursor } } }));

export const readCase = (id: string) => take(client.GET('/api/audits/{id}', { params: at(id) }));

export const readCasePassport = (id: string) =>
  take(client.GET('/api/audits/{id}/passport', { params: at(id) }));

export const accept = (id: string, body: Sent<'/api/audits/{id}/accept', 'post'>) =>
  take(client.POST('/api/audits/{id}/accept', { params: at(id), body }));

export type Proposal = Sent<'/api/audits/{id}/clear-proposal', 'post'>;

export type ClearScope = NonNullable<Proposal['scope']>;

export const readClearOptions = (id: string) =>
  take(client.GET('/api/audits/{id}/clear-options', { params: at(id) }));

export const readClearCost = (id: string, scope: ClearScope) =>
  take(client.POST('/api/audits/{id}/clear-cost', { params: at(id), body: { scope } }));

export const declareConflict = (id: string, body: Sent<'/api/audits/{id}/conflict', 'post'>) =>
  take(client.POST('/api/audits/{id}/conflict', { params: at(id), body }));

export type Pause = Sent<'/api/audits/{id}/pause', 'post'>;

export const pauseAudit = (id: string, body: Pause) =>
  take(client.POST('/api/audits/{id}/pause', { params: at(id), body }));

export const resumeAudit = (id: string, body: Sent<'/api/audits/{id}/pause', 'delete'>) =>
  take(client.DELETE('/api/audits/{id}/pause', { params: at(id), body }));

export type Handover = Sent<'/api/audits/{id}/handover', 'post'>;

export const handOver = (id: string, body: Handover) =>
  take(client.POST('/api/audits/{id}/handover', { params: at(id), body }));

export const readAuditors = () => take(client.GET('/api/auditors'));

export const propose = (id: string, body: Proposal) =>
  take(client.POST('/api/audits/{id}/clear-proposal', { params: at(id), body }));

export const reject = (id: string, body: Sent<'/api/audits/{id}/clear-proposal', 'delete'>) =>
  take(client.DELETE('/api/audits/{id}/clear-proposal', { params: at(id), body }));

export const sign = (id: string, body: Sent<'/api/audits/{id}/clear-signature', 'post'>) =>
  take(client.POST('/api/audits/{id}/clear-signature', { params: at(id), body }));
