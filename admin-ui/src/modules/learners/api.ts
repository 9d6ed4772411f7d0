import { client, take, type Answer, type Sent } from '../../app/client.ts';

export type Learner = Answer<'/api/learners/{id}', 'get'>;

const at = (id: string) => ({ path: { id } });

export const readLearner = (id: string) =>
  take(client.GET('/api/learners/{id}', { params: at(id) }));

export const unlockLearner = (id: string, reason: string) =>
  take(client.POST('/api/learners/{id}/unlock', { params: at(id), body: { reason } }));

export const readCorrections = (id: string) =>
  take(client.GET('/api/learners/{id}/phone-corrections', { params: at(id) }));

export const askCorrection = (
  id: string,
  body: Sent<'/api/learners/{id}/phone-corrections', 'post'>,
) => take(client.POST('/api/learners/{id}/phone-corrections', { params: at(id), body }));

export const readCertificates = (learnerId: string) =>
  take(client.GET('/api/certificates', { params: { query: { learnerId } } }));

export const readNotices = (learnerId: string) =>
  take(client.GET('/api/notices', { params: { query: { learnerId, limit: 20 } } }));
