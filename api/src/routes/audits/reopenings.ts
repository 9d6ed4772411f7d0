import { maskName, postLabel } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import {
  approveReopening,
  rejectReopening,
  requestReopening,
} from '../../commands/audit/reopen-hours.ts';
import { readCaseText } from '../../commands/case-text.ts';
import { openReopenRequests } from '../../db/reopen-requests.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { CommandBody, DecisionSchema } from '../../schemas/audits.ts';
import { Bilingual } from '../../schemas/explanation.ts';
import { route } from '../../schemas/route.ts';
import { commandId, exact, idParams, instant, iso, uuid } from '../../schemas/shared.ts';

const tags = ['audits'];
const ReopenRequest = Type.Object({
  id: uuid,
  enrolmentId: uuid,
  holderMasked: Type.String(),
  postLabel: Bilingual,
  studyYear: Type.Integer(),
  reason: Type.String(),
  proposedBy: Type.String(),
  mine: Type.Boolean(),
  proposedAt: instant,
});

const list = route('enrolments.reopen', {
  tags,
  summary: 'Reopenings that wait for a second person',
  response: { 200: Type.Object({ items: Type.Array(ReopenRequest) }) },
});
const ask = route('enrolments.reopen', {
  tags,
  summary: 'Ask to reopen accepted hours; a second person must agree',
  params: idParams,
  body: exact({ commandId, reason: Type.String({ maxLength: 2000 }) }),
  response: { 201: Type.Object({ id: uuid }) },
});
const approve = route('enrolments.reopen', {
  tags,
  summary: 'Agree to reopen; never by whoever asked',
  params: idParams,
  body: CommandBody,
  response: { 200: DecisionSchema },
});
const reject = route('enrolments.reopen', {
  tags,
  summary: 'Turn a reopening down',
  params: idParams,
  response: { 204: Type.Null() },
});

type Row = Awaited<ReturnType<typeof openReopenRequests>>[number];

const itemOf = async (app: App, row: Row, staffId: string) => ({
  id: row.id,
  enrolmentId: row.enrolmentId,
  holderMasked: row.wrappedDataKey
    ? maskName(app.vault.openText(app.vault.unwrap(row.wrappedDataKey), row.nameSealed))
    : '',
  postLabel: { zh: postLabel(row.post, 'zh'), en: postLabel(row.post, 'en') },
  studyYear: row.studyYear,
  reason: (await readCaseText(app.deps, row.textId, row.wrappedDataKey)) ?? '',
  proposedBy: row.proposedByName,
  mine: row.proposedBy === staffId,
  proposedAt: iso(row.proposedAt),
});

export default async function reopeningRoutes(app: App): Promise<void> {
  app.get('/api/reopen-requests', list, async (request) => {
    const rows = await openReopenRequests(app.db);
    return { items: await Promise.all(rows.map((row) => itemOf(app, row, request.staffId()))) };
  });

  app.post('/api/enrolments/:id/reopen-requests', ask, async (request, reply) =>
    sendResult(
      reply,
      await requestReopening(app.deps, {
        enrolmentId: request.params.id,
        staffId: request.staffId(),
        ...request.body,
      }),
      201,
    ),
  );

  app.post('/api/reopen-requests/:id/approve', approve, async (request, reply) =>
    sendResult(
      reply,
      await approveReopening(app.deps, {
        requestId: request.params.id,
        staffId: request.staffId(),
        commandId: request.body.commandId,
      }),
    ),
  );

  app.post('/api/reopen-requests/:id/reject', reject, async (request, reply) =>
    sendResult(
      reply,
      await rejectReopening(app.deps, {
        requestId: request.params.id,
        staffId: request.staffId(),
      }),
    ),
  );
}
