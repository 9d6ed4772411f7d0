import { client, take } from '../../app/client.ts';

export type Passport = Awaited<ReturnType<typeof readPassport>>;

export const readPassport = (id: string) =>
  take(client.GET('/api/me/enrolments/{id}/passport', { params: { path: { id } } }));
export const withdraw = (id: string, commandId: string) =>
  take(
    client.POST('/api/me/enrolments/{id}/withdrawal', {
      params: { path: { id } },
      body: { commandId },
    }),
  );
