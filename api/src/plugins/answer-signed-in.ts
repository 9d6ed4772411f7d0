import type { App, Reply } from '../app-types.ts';
import { csrfTokenFor } from './sessions.ts';

/** Signs in under a new session and answers with its token. */
export async function answerSignedIn(
  app: App,
  reply: Reply,
  kind: 'learner' | 'staff',
  id: string,
): Promise<Reply> {
  const fresh = await reply.signIn(kind, id);
  const csrfToken = csrfTokenFor(app.config.keys.cookie, fresh.token);
  return reply.send({ outcome: 'signedIn', csrfToken });
}
