import { postLabel } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { decideAppeal } from '../../commands/appeal/decide-appeal.ts';
import { caseView } from '../../commands/audit/case-view.ts';
import { readCaseText } from '../../commands/case-text.ts';
import { appealShown, openAppeals } from '../../db/appeals-shown.ts';
import { languageOf, sendResult } from '../../plugins/refusals.ts';
import { CaseSchema, DecisionSchema } from '../../schemas/audits.ts';
import { Bilingual } from '../../schemas/explanation.ts';
import { route } from '../../schemas/route.ts';
import { commandId, exact, idParams, instant, iso, oneOf, uuid } from '../../schemas/shared.ts';

const tags = ['appeals'];
const AppealItem = Type.Object({
  id: uuid,
  auditId: uuid,
  postLabel: Bilingual,
  studyYear: Type.Integer(),
  filedAt: instant,
  dueAt: instant,
  text: Type.String(),
  state: Type.String(),
});

const list = route('appeals.decide', {
  tags,
  summary: 'Undecided appeals, soonest due first, without names',
  response: { 200: Type.Object({ items: Type.Array(AppealItem) }) },
});
const one = route('appeals.decide', {
  tags,
  summary: 'An appeal with its case, without names',
  params: idParams,
  response: { 200: Type.Object({ appeal: AppealItem, case: CaseSchema }) },
});
const decide = route('appeals.decide', {
  tags,
  summary: 'Grant or dismiss; never by anyone who had a part in the case',
  params: idParams,
  body: exact({
    commandId,
    outcome: oneOf(['granted', 'dismissed']),
    explanation: Type.String({ maxLength: 2000, description: 'The learner reads it' }),
  }),
  response: { 200: DecisionSchema },
});

type Row = NonNullable<Awaited<ReturnType<typeof appealShown>>>;

const itemOf = async (app: App, row: Row) => ({
  id: row.id,
  auditId: row.auditId,
  postLabel: { zh: postLabel(row.post, 'zh'), en: postLabel(row.post, 'en') },
  studyYear: row.studyYear,
  filedAt: iso(row.filedAt),
  dueAt: iso(row.dueAt),
  text: (await readCaseText(app.deps, row.textId, row.wrappedDataKey)) ?? '',
  state: row.state,
});

export default async function appealRoutes(app: App): Promise<void> {
  app.get('/api/appeals', list, async () => {
    const rows = await openAppeals(app.db, 100);
    return { items: await Promise.all(rows.map((row) => itemOf(app, row))) };
  });

  app.get('/api/appeals/:id', one, async (request, reply) => {
    const row = await appealShown(app.db, request.params.id);
    if (row === null) return reply.refuse({ code: 'appeal/notFound' });
    const shown = await caseView(app.deps, row.auditId, {
      staffId: request.staffId(),
      permissions: [],
      language: languageOf(request),
      nameless: true,
    });
    if (!shown.ok) return reply.refuse(shown.refusal);
    return reply.send({ appeal: await itemOf(app, row), case: shown.value });
  });

  app.post('/api/appeals/:id/decision', decide, async (request, reply) =>
    sendResult(
      reply,
      await decideAppeal(app.deps, {
        appealId: request.params.id,
        staffId: request.staffId(),
        ...request.body,
      }),
    ),
  );
}
