import { createHmac } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { API_SCOPES, permissionsOf } from '@xuzheng/engine';
import type { Refusal } from '@xuzheng/engine';
import type { Actor, App, WebSession } from '../app-types.ts';
import { deriveKey } from '../crypto/vault.ts';
import { hashOf, newToken } from '../crypto/tokens.ts';
import { findApiKey, touchApiKey } from '../db/api-keys.ts';
import {
  deleteWebSession,
  findWebSession,
  insertWebSession,
  touchWebSession,
} from '../db/web-sessions.ts';

export const SESSION_COOKIE = 'xz_session';
/** Marks a browser on which somebody has signed in; it signs nobody in. */
export const DEVICE_COOKIE = 'xz_device';
const HOUR_MS = 3_600_000;
/** A session ends after so long without use. Staff see other people's faces: theirs end sooner. */
const IDLE_MS = { learner: 12 * HOUR_MS, staff: 4 * HOUR_MS } as const;
const TOUCH_EVERY_MS = 60_000;
const KEY_TOUCH_EVERY_MS = 300_000;

const ANONYMOUS: Actor = { kind: 'anonymous' };

/** The token a page must send with each change; it fits one session only. */
export function csrfTokenFor(cookieKey: Buffer, sessionToken: string): string {
  return createHmac('sha256', deriveKey(cookieKey, 'csrf'))
    .update(sessionToken)
    .digest('base64url');
}

type Found = { readonly actor: Actor; readonly session: WebSession | null } | Refusal;

async function actorOfKey(app: App, header: string): Promise<Found> {
  const [, token] = /^Bearer (xk_[\w-]{20,})$/.exec(header) ?? [];
  const key = token === undefined ? undefined : await findApiKey(app.db, hashOf(token));
  if (!key) return { code: 'account/signedOut' };
  const now = app.clock.now();
  if (!key.lastUsedAt || now - key.lastUsedAt.getTime() > KEY_TOUCH_EVERY_MS)
    await touchApiKey(app.db, key.id, new Date(now));
  const scopes = API_SCOPES.filter((scope) => key.scopes.includes(scope));
  return { actor: { kind: 'apiKey', keyId: key.id, scopes }, session: null };
}

async function actorOfCookie(app: App, token: string): Promise<Found> {
  const idHash = hashOf(token);
  const now = app.clock.now();
  const row = await findWebSession(app.db, idHash, new Date(now));
  if (!row?.subjectId || row.disabledAt) return { actor: ANONYMOUS, session: null };
  const subjectKind = row.subjectKind === 'staff' ? 'staff' : 'learner';
  if (now - row.lastSeenAt.getTime() > TOUCH_EVERY_MS)
    await touchWebSession(app.db, idHash, new Date(now), new Date(now + IDLE_MS[subjectKind]));
  const session = { idHash, token, subjectKind, subjectId: row.subjectId } as const;
  if (subjectKind === 'learner')
    return { actor: { kind: 'learner', learnerId: row.subjectId }, session };
  const roles = row.roles ?? [];
  const permissions = permissionsOf(roles);
  return { actor: { kind: 'staff', staffId: row.subjectId, roles, permissions }, session };
}

async function findActor(app: App, request: FastifyRequest): Promise<Found> {
  const header = request.headers.authorization;
  if (header !== undefined) return actorOfKey(app, header);
  const token = request.cookies[SESSION_COOKIE];
  return token ? actorOfCookie(app, token) : { actor: ANONYMOUS, session: null };
}

export function cookieOptions(app: App) {
  const secure = app.config.tls !== null || app.config.publicUrl.startsWith('https://');
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}

async function signIn(
  app: App,
  reply: FastifyReply,
  subjectKind: 'learner' | 'staff',
  subjectId: string,
): Promise<WebSession> {
  const before = reply.request.cookies[SESSION_COOKIE];
  if (before) await deleteWebSession(app.db, hashOf(before));
  const token = newToken();
  const now = app.clock.now();
  const session = { idHash: hashOf(token), token, subjectKind, subjectId };
  await insertWebSession(app.db, {
    idHash: session.idHash,
    subjectKind,
    subjectId,
    userAgent: (reply.request.headers['user-agent'] ?? '').slice(0, 200) || null,
    now: new Date(now),
    expiresAt: new Date(now + IDLE_MS[subjectKind]),
  });
  reply.setCookie(SESSION_COOKIE, token, cookieOptions(app));
  return session;
}

/** Cookie sessions and API keys: fills in `request.actor` before anything else looks at a request. */
export const sessions = plugin(async (instance) => {
  const app = instance as unknown as App;
  await app.register(cookie);
  app.decorateRequest('actor');
  app.decorateRequest('webSession', null);
  app.decorateRequest('learnerId', function (this: FastifyRequest) {
    if (this.actor.kind !== 'learner') throw new Error('this route is not for learners only');
    return this.actor.learnerId;
  });
  app.decorateRequest('staffId', function (this: FastifyRequest) {
    if (this.actor.kind !== 'staff') throw new Error('this route is not for staff only');
    return this.actor.staffId;
  });
  app.decorateReply('signIn', function (this: FastifyReply, kind, id) {
    return signIn(app, this, kind, id);
  });
  app.decorateReply('signOut', async function (this: FastifyReply) {
    const token = this.request.cookies[SESSION_COOKIE];
    if (token) await deleteWebSession(app.db, hashOf(token));
    this.clearCookie(SESSION_COOKIE, cookieOptions(app));
  });
  app.addHook('onRequest', async (request, reply) => {
    request.actor = ANONYMOUS;
    if (request.routeOptions.config.permission === undefined) return;
    const found = await findActor(app, request);
    if ('code' in found) return reply.refuse(found);
    request.actor = found.actor;
    request.webSession = found.session;
  });
});
