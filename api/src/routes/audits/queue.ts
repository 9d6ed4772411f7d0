import { POSTS } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { caseView } from '../../commands/audit/case-view.ts';
import { ownersHeldBy } from '../../commands/audit/handler-view.ts';
import { queuePage } from '../../commands/audit/queue-view.ts';
import { passportOfEpoch } from '../../commands/study/show-passport.ts';
import { auditCase } from '../../db/audit-desk.ts';
import { languageOf, sendResult } from '../../plugins/refusals.ts';
import { AUDIT_CLOCKS, CaseSchema, QueueItem } from '../../schemas/audits.ts';
import { PassportSchema } from '../../schemas/my-enrolments.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams, oneOf, page, pageQuery } from '../../schemas/shared.ts';

const tags = ['audits'];

const queue = route('audits.read', {
  tags,
  summary: 'Open audits one may decide, riskiest first, then soonest due',
  querystring: exact({
    ...pageQuery,
    clock: Type.Optional(oneOf(AUDIT_CLOCKS)),
    post: Type.Optional(oneOf(POSTS)),
    studyYear: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
    proposed: Type.Optional(Type.Boolean()),
    handledBy: Type.Optional(oneOf(['me', 'nobody'])),
  }),
  response: { 200: page(QueueItem) },
});
const one = route('audits.read', {
  tags,
  summary: 'A case with everything that is decided on',
  params: idParams,
  response: { 200: CaseSchema },
});
const passport = route('audits.read', {
  tags,
  summary: 'Minute passport of the hours under audit',
  params: idParams,
  response: { 200: PassportSchema },
});

export default async function auditQueueRoutes(app: App): Promise<void> {
  app.get('/api/audits', queue, async (request) => {
    const { cursor, limit = 50, handledBy, ...filter } = request.query;
    const readerId = request.staffId();
    const held = handledBy === 'me' ? readerId : null;
    const owners = handledBy && {
      ids: await ownersHeldBy(app.db, held, app.clock.now()),
      orNobody: handledBy === 'nobody',
    };
    return queuePage(
      app.deps,
      { ...filter, decidableBy: readerId, ...(owners ? { owners } : {}) },
      { limit, readerId, ...(cursor ? { cursor } : {}) },
    );
  });

  app.get('/api/audits/:id', one, async (request, reply) => {
    const { actor } = request;
    const permissions = actor.kind === 'staff' ? actor.permissions : [];
    const reader = { staffId: request.staffId(), permissions, language: languageOf(request) };
    return sendResult(reply, await caseView(app.deps, request.params.id, reader));
  });

  app.get('/api/audits/:id/passport', passport, async (request, reply) => {
    const row = await auditCase(app.db, request.params.id);
    if (row === null) return reply.refuse({ code: 'audit/notFound' });
    return reply.send(await passportOfEpoch(app.db, row, app.deps.clock.now()));
  });
}
