import { client, take, type Answer, type Sent } from '../../app/client.ts';

export type Absence = Answer<'/api/absences', 'get'>['items'][number];
export type Plan = Sent<'/api/absences', 'post'>;

export const readAbsences = () => take(client.GET('/api/absences'));
export const readAuditors = () => take(client.GET('/api/auditors'));
export const planAbsence = (body: Plan) => take(client.POST('/api/absences', { body }));
export const endAbsence = (id: string) =>
  take(client.DELETE('/api/absences/{id}', { params: { path: { id } } }));
