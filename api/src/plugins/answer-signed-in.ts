import type { App, Reply } from '../app-types.ts';
import { newDeviceMark } from '../crypto/device-mark.ts';
import { idNumberIndexOf } from '../db/learner-keys.ts';
import { cookieOptions, csrfTokenFor, DEVICE_COOKIE } from './sessions.ts';

const YEAR_SECONDS = 365 * 86_400;

/** Marks a browser as one on which this learner has signed in. */
export async function markDevice(app: App, reply: Reply, learnerId: string): Promise<void> {
  const subject = (await idNumberIndexOf(app.db, learnerId)).toString('hex');
  const mark = newDeviceMark(app.config.keys.cookie, subject);
  reply.setCookie(DEVICE_COOKIE, mark, { ...cookieOptions(app), maxAge: YEAR_SECONDS });
}

/** Signs in under a new session and answers with its token; a learner's browser is marked as known. */
export async function answerSignedIn(
  app: App,
  reply: Reply,
  kind: 'learner' | 'staff',
  id: string,
): Promise<Reply> {
  const fresh = await reply.signIn(kind, id);
  if (kind === 'learner') await markDevice(app, reply, id);
  const csrfToken = csrfTokenFor(app.config.keys.cookie, fresh.token);
  return reply.send({ outcome: 'signedIn', csrfToken });
}
