import { maskPhone } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App, Reply } from '../../app-types.ts';
import { decidePhoneCorrection, requestPhoneCorrection } from '../../commands/correct-phone.ts';
import { correctionShown, correctionsPage } from '../../db/phone-corrections.ts';
import type { ShownCorrection } from '../../db/phone-corrections.ts';
import { correction, correctionState, newCorrection } from '../../schemas/people.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams, iso, isoOrNull, page, pageQuery } from '../../schemas/shared.ts';

const tags = ['people'];
const permission = 'phones.correct';
const listAll = route(permission, {
  tags,
  summary: 'Corrections of phone numbers',
  querystring: exact({ state: Type.Optional(correctionState), ...pageQuery }),
  response: { 200: page(correction) },
});
const listOfLearner = route(permission, {
  tags,
  summary: "Corrections of this learner's number",
  params: idParams,
  response: { 200: Type.Object({ items: Type.Array(correction) }) },
});
const ask = route(permission, {
  tags,
  summary: 'Ask for a number to be corrected; someone else approves',
  params: idParams,
  body: newCorrection,
  response: { 201: correction },
});
const decide = (summary: string) =>
  route(permission, { tags, summary, params: idParams, response: { 200: correction } });
const approve = decide('Approve: the number changes, sessions end, both numbers are told');
const reject = decide('Reject: nothing changes');

function viewOf(app: App, row: ShownCorrection, staffId: string) {
  const key = row.wrappedDataKey ? app.vault.unwrap(row.wrappedDataKey) : null;
  const open = (sealed: Buffer): string => (key ? app.vault.openText(key, sealed) : '');
  return {
    id: row.id,
    learnerId: row.learnerId,
    learnerName: open(row.nameSealed),
    oldPhoneMasked: maskPhone(open(row.phoneSealed)),
    newPhoneMasked: maskPhone(open(row.newPhoneSealed)),
    reason: row.reason,
    state: row.state as 'requested',
    requestedBy: row.requestedByName,
    requestedByMe: row.requestedBy === staffId,
    requestedAt: iso(row.requestedAt),
    decidedBy: row.decidedByName,
    decidedAt: isoOrNull(row.decidedAt),
  };
}

async function answerOne(
  app: App,
  reply: Reply,
  id: string,
  staffId: string,
  status: number,
): Promise<Reply> {
  const row = await correctionShown(app.db, id);
  if (!row) return reply.refuse({ code: 'phone/correctionNotFound' });
  return reply.code(status).send(viewOf(app, row, staffId));
}

export default async function phoneCorrectionRoutes(app: App): Promise<void> {
  app.get('/api/phone-corrections', listAll, async (request) => {
    const { limit = 50, cursor, state } = request.query;
    const filter = state === undefined ? {} : { state };
    const rows = await correctionsPage(app.db, filter, limit + 1, cursor);
    const items = rows.slice(0, limit);
    return {
      items: items.map((row) => viewOf(app, row, request.staffId())),
      nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    };
  });

  app.get('/api/learners/:id/phone-corrections', listOfLearner, async (request) => {
    const rows = await correctionsPage(app.db, { learnerId: request.params.id }, 50);
    return { items: rows.map((row) => viewOf(app, row, request.staffId())) };
  });

  app.post('/api/learners/:id/phone-corrections', ask, async (request, reply) => {
    const staffId = request.staffId();
    const input = { ...request.body, learnerId: request.params.id, staffId };
    const asked = await requestPhoneCorrection(app.deps, input);
    if (!asked.ok) return reply.refuse(asked.refusal);
    return answerOne(app, reply, asked.value.id, staffId, 201);
  });

  for (const [path, options, isApproval] of [
    ['/api/phone-corrections/:id/approve', approve, true],
    ['/api/phone-corrections/:id/reject', reject, false],
  ] as const) {
    app.post(path, options, async (request, reply) => {
      const { id } = request.params;
      const staffId = request.staffId();
      const done = await decidePhoneCorrection(app.deps, { id, approve: isApproval, staffId });
      if (!done.ok) return reply.refuse(done.refusal);
      return answerOne(app, reply, id, staffId, 200);
    });
  }
}
