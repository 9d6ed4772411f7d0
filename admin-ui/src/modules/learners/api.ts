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

export type Accommodation = Answer<'/api/learners/{id}/accommodations', 'get'>['items'][number];

export const readAccommodations = (id: string) =>
  take(client.GET('/api/learners/{id}/accommodations', { params: at(id) }));

export const recordAccommodation = (
  id: string,
  body: Sent<'/api/learners/{id}/accommodation', 'put'>,
) => take(client.PUT('/api/learners/{id}/accommodation', { params: at(id), body }));

export const endAccommodation = (id: string) =>
  take(client.DELETE('/api/learners/{id}/accommodation', { params: at(id) }));
