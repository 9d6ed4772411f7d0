import type { NoticeText } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { findDataKey } from '../../db/learner-keys.ts';
import { inboxOf, markNoticeRead } from '../../db/notices.ts';
import { route } from '../../schemas/route.ts';
import {
  exact,
  idParams,
  instant,
  iso,
  isoOrNull,
  nullable,
  page,
  pageQuery,
  uuid,
} from '../../schemas/shared.ts';

const tags = ['notices'];
const notice = Type.Object({
  id: uuid,
  enrolmentId: nullable(uuid),
  template: Type.String(),
  title: Type.String(),
  body: Type.String(),
  createdAt: instant,
  readAt: nullable(instant),
});
const list = route('learner', {
  tags,
  summary: 'My notices, newest first',
  querystring: exact(pageQuery),
  response: { 200: page(notice) },
});
const read = route('learner', {
  tags,
  summary: 'I have read it',
  params: idParams,
  response: { 204: Type.Null() },
});

export default async function ownNoticesRoutes(app: App): Promise<void> {
  app.get('/api/me/notices', list, async (request, reply) => {
    const { limit = 50, cursor } = request.query;
    const learnerId = request.learnerId();
    const key = await findDataKey(app.db, app.vault, learnerId);
    if (!key) return reply.refuse({ code: 'account/signedOut' });
    const rows = await inboxOf(app.db, learnerId, limit + 1, cursor);
    const shown = rows.slice(0, limit);
    const items = shown.map(({ bodySealed, createdAt, readAt, ...row }) => {
      const text = JSON.parse(app.vault.openText(key, bodySealed)) as NoticeText;
      const body = text.inApp ?? '';
      return {
        ...row,
        title: text.title,
        body,
        createdAt: iso(createdAt),
        readAt: isoOrNull(readAt),
      };
    });
    return { items, nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  });

  app.post('/api/me/notices/:id/read', read, async (request, reply) => {
    const now = new Date(app.clock.now());
    const done = await markNoticeRead(app.db, request.learnerId(), request.params.id, now);
    return done ? reply.code(204).send(null) : reply.refuse({ code: 'request/notFound' });
  });
}
