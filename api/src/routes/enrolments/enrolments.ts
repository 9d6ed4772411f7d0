import { POSTS, refuse } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Actor, App, Request } from '../../app-types.ts';
import { enrolLearner } from '../../commands/enrolment/enrol-learner.ts';
import { enrolmentView } from '../../commands/enrolment/enrolment-view.ts';
import { hoursView } from '../../commands/enrolment/hours-view.ts';
import { openAuditView } from '../../commands/enrolment/open-audit-view.ts';
import { enrolmentShown, enrolmentsPage, eventsOfEnrolment } from '../../db/enrolments-listed.ts';
import { sendResult } from '../../plugins/refusals.ts';
import {
  EnrolBody,
  EnrolmentHoursSchema,
  EnrolmentSchema,
  EnrolmentShownSchema,
  LifecycleEventSchema,
} from '../../schemas/enrolments.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams, iso, oneOf, page, pageQuery, uuid } from '../../schemas/shared.ts';

const tags = ['enrolments'];
const READERS = ['enrolments.read', 'scope:enrolments.read'] as const;

const create = route(['enrolments.write', 'scope:enrolments.write'], {
  tags,
  summary: 'Enrol a person for a post and study year; imports the certificate they hold',
  body: EnrolBody,
  response: { 201: Type.Object({ id: uuid, learnerId: uuid }) },
});
const list = route(READERS, {
  tags,
  summary: 'Enrolments, newest first',
  querystring: exact({
    ...pageQuery,
    post: Type.Optional(oneOf(POSTS)),
    studyYear: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
    tag: Type.Optional(Type.String({ maxLength: 60, pattern: '^[A-Za-z.]+$' })),
    employer: Type.Optional(Type.String({ maxLength: 100 })),
    learnerId: Type.Optional(uuid),
  }),
  response: { 200: page(EnrolmentSchema) },
});
const one = route(READERS, {
  tags,
  summary: 'Where an enrolment stands, who acts next, until when, what may be done',
  params: idParams,
  response: { 200: EnrolmentShownSchema },
});
const hours = route(['enrolments.read', 'scope:hours.read'], {
  tags,
  summary: 'Hours of an enrolment, as sums of the ledger',
  params: idParams,
  response: { 200: EnrolmentHoursSchema },
});
const events = route(READERS, {
  tags,
  summary: 'Every event the lifecycle took, in order',
  params: idParams,
  response: { 200: Type.Object({ items: Type.Array(LifecycleEventSchema) }) },
});

type Enroller = Extract<Actor, { kind: 'staff' | 'apiKey' }>;

// The permission has been asked before: only these two kinds come here.
const enrollerOf = ({ actor }: Request): Enroller => {
  if (actor.kind === 'staff' || actor.kind === 'apiKey') return actor;
  throw new Error('this route is for staff and integrators');
};

/** Names of staff are nobody's business outside; the kind of actor is. */
const kindOf = (actor: string): string => actor.split(':')[0] ?? 'system';

export default async function enrolmentRoutes(app: App): Promise<void> {
  app.post('/api/enrolments', create, async (request, reply) =>
    sendResult(reply, await enrolLearner(app.deps, enrollerOf(request), request.body), 201),
  );

  app.get('/api/enrolments', list, async (request) => {
    const { cursor, limit = 50, ...filter } = request.query;
    const before = cursor && /^[0-9a-f-]{36}$/.test(cursor) ? { before: cursor } : {};
    const rows = await enrolmentsPage(app.db, filter, { limit, ...before });
    const items = await Promise.all(rows.map((row) => enrolmentView(app.deps, row)));
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { items, nextCursor: last?.id ?? null };
  });

  app.get('/api/enrolments/:id', one, async (request, reply) => {
    const row = await enrolmentShown(app.db, request.params.id);
    if (row === null) return sendResult(reply, refuse('enrolment/notFound'));
    const { actor } = request;
    const audit = actor.kind === 'staff' ? await openAuditView(app.deps, row, actor.staffId) : null;
    return reply.send({ ...(await enrolmentView(app.deps, row)), audit });
  });

  app.get('/api/enrolments/:id/hours', hours, async (request, reply) =>
    sendResult(reply, await hoursView(app.deps, request.params.id)),
  );

  app.get('/api/enrolments/:id/events', events, async (request) => {
    const rows = await eventsOfEnrolment(app.db, request.params.id);
    return {
      items: rows.map(({ at, actor, stateTags, ...row }) => ({
        ...row,
        at: iso(at),
        actor: kindOf(actor),
        tags: stateTags,
      })),
    };
  });
}
