import type { App, Reply, Request } from '../app-types.ts';
import { hashOf, newToken } from '../crypto/tokens.ts';
import { cookieOptions } from './sessions.ts';

const BROWSER_COOKIE = 'xz_browser';
const YEAR_SECONDS = 365 * 86_400;
const SHAPE = /^[\w-]{20,80}$/;

/**
 * A browser's own name: drawn at random, in a cookie of ours that no script reads; only its hash is
 * kept. It says that two sessions came from one browser and nothing about whose it is.
 */
export function browserMark(app: App, request: Request, reply: Reply): Buffer {
  const known = request.cookies[BROWSER_COOKIE];
  if (known !== undefined && SHAPE.test(known)) return hashOf(known);
  const fresh = newToken();
  reply.setCookie(BROWSER_COOKIE, fresh, { ...cookieOptions(app), maxAge: YEAR_SECONDS });
  return hashOf(fresh);
}
