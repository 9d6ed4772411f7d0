import { client, take, type Answer } from '../../app/client.ts';

export type Verification = Answer<'/api/verify/{code}', 'get'>;

export const verify = (code: string) =>
  take(client.GET('/api/verify/{code}', { params: { path: { code } } }));
