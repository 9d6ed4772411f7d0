import { Type } from 'typebox';
import { STAFF_ROLE_LABELS, isStaffRole } from '@xuzheng/engine';
import type { App } from '../../app-types.ts';
import { changePassword } from '../../commands/change-password.ts';
import { accessesOf } from '../../db/access-log.ts';
import { deleteWebSession, webSessionsOf } from '../../db/web-sessions.ts';
import { answerSignedIn } from '../../plugins/answer-signed-in.ts';
import { passwordChange, signedIn } from '../../schemas/account.ts';
import { route } from '../../schemas/route.ts';
import { exact, instant, iso, oneOf, page, pageQuery } from '../../schemas/shared.ts';

const tags = ['account'];
const putPassword = route('learner', {
  tags,
  summary: 'Change my password; other sessions end, this one gets a new id',
  body: passwordChange,
  response: { 200: signedIn },
});
const ownSession = Type.Object({
  id: Type.String(),
  current: Type.Boolean(),
  device: Type.String({ description: 'what the browser says it is' }),
  signedInAt: instant,
  lastSeenAt: instant,
});
const listSessions = route('learner', {
  tags,
  summary: 'Where I am signed in',
  response: { 200: Type.Object({ items: Type.Array(ownSession) }) },
});
const endSession = route('learner', {
  tags,
  summary: 'Sign out there',
  params: exact({ id: Type.String({ pattern: '^[0-9a-f]{16}$' }) }),
  response: { 204: Type.Null() },
});
const access = Type.Object({
  at: instant,
  what: oneOf(['snapshot', 'portrait', 'idCard', 'idNumber', 'phone'] as const),
  who: Type.String(),
  role: Type.String(),
  reason: Type.String(),
});
const listAccess = route('learner', {
  tags,
  summary: 'Who looked at my pictures, ID number or phone, and why',
  querystring: exact(pageQuery),
  response: { 200: page(access) },
});

/** A session is named by the beginning of its hash: enough to point at, useless to sign in with. */
const nameOf = (idHash: Buffer): string => idHash.toString('hex').slice(0, 16);

const roleLabel = (roles: readonly string[]): string =>
  roles
    .filter(isStaffRole)
    .map((role) => STAFF_ROLE_LABELS[role].zh)
    .join('、');

function passwordRoute(app: App): void {
  app.put('/api/me/password', putPassword, async (request, reply) => {
    const learnerId = request.learnerId();
    const input = { ...request.body, learnerId, address: request.ip };
    const result = await changePassword(app.deps, input);
    if (!result.ok) return reply.refuse(result.refusal);
    return answerSignedIn(app, reply, 'learner', learnerId);
  });
}

function accessLogRoute(app: App): void {
  app.get('/api/me/access-log', listAccess, async (request) => {
    const { limit = 50, cursor } = request.query;
    const before = cursor && /^\d{1,15}$/.test(cursor) ? Number(cursor) : undefined;
    const rows = await accessesOf(app.db, request.learnerId(), limit + 1, before);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({
        at: iso(row.at),
        what: row.what as 'snapshot',
        who: row.displayName,
        role: roleLabel(row.roles),
        reason: row.reason,
      })),
      nextCursor: rows.length > limit && last ? String(last.id) : null,
    };
  });
}

export default async function ownAccessRoutes(app: App): Promise<void> {
  passwordRoute(app);
  accessLogRoute(app);

  app.get('/api/me/sessions', listSessions, async (request) => {
    const now = new Date(app.clock.now());
    const rows = await webSessionsOf(app.db, 'learner', request.learnerId(), now);
    const current = request.webSession?.idHash;
    const items = rows.map((row) => ({
      id: nameOf(row.idHash),
      current: current !== undefined && row.idHash.equals(current),
      device: row.userAgent ?? '',
      signedInAt: iso(row.createdAt),
      lastSeenAt: iso(row.lastSeenAt),
    }));
    return { items };
  });

  app.delete('/api/me/sessions/:id', endSession, async (request, reply) => {
    const now = new Date(app.clock.now());
    const rows = await webSessionsOf(app.db, 'learner', request.learnerId(), now);
    const row = rows.find(({ idHash }) => nameOf(idHash) === request.params.id);
    if (!row) return reply.refuse({ code: 'request/notFound' });
    await deleteWebSession(app.db, row.idHash);
    return reply.code(204).send(null);
  });
}
