import { client, take, type Answer } from '../../app/client.ts';

export type Certificate = Answer<'/api/me/certificates', 'get'>['items'][number];

export const listCertificates = () => take(client.GET('/api/me/certificates'));
export const renew = (id: string, commandId: string) =>
  take(
    client.POST('/api/me/enrolments/{id}/renewal', {
      params: { path: { id } },
      body: { commandId },
    }),
  );
