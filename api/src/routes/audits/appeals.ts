import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { appealsFor, auditOfAppeal, blindAppeal } from '../../commands/appeal/appeal-view.ts';
import { decideAppeal } from '../../commands/appeal/decide-appeal.ts';
import { declareAppealConflict } from '../../commands/audit/declare-conflict.ts';
import { viewImage } from '../../commands/audit/view-image.ts';
import { passportOfEpoch } from '../../commands/study/show-passport.ts';
import { portraitImage } from '../../db/images.ts';
import { languageOf, sendResult } from '../../plugins/refusals.ts';
import { AppealItem, BlindCaseSchema } from '../../schemas/appeals.ts';
import { DecisionSchema } from '../../schemas/audits.ts';
import { ConflictBody } from '../../schemas/clearing.ts';
import { PassportSchema } from '../../schemas/my-enrolments.ts';
import { route } from '../../schemas/route.ts';
import { commandId, exact, idParams, oneOf } from '../../schemas/shared.ts';
import { sendImage } from './images.ts';

const tags = ['appeals'];

const list = route('appeals.decide', {
  tags,
  summary: 'Undecided appeals that one may decide, soonest due first, without names',
  response: { 200: Type.Object({ items: Type.Array(AppealItem) }) },
});
const one = route('appeals.decide', {
  tags,
  summary: 'An appeal with its case, without names',
  params: idParams,
  response: { 200: Type.Object({ appeal: AppealItem, case: BlindCaseSchema }) },
});
const passport = route('appeals.decide', {
  tags,
  summary: 'Minute passport of the appealed hours',
  params: idParams,
  response: { 200: PassportSchema },
});
const portrait = route('appeals.decide', {
  tags,
  summary: 'The portrait beside which faces are judged. Each view is recorded',
  params: idParams,
});
const conflict = route('appeals.decide', {
  tags,
  summary: 'Declare a conflict of interest: somebody else decides',
  params: idParams,
  body: ConflictBody,
  response: { 204: Type.Null() },
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

export default async function appealRoutes(app: App): Promise<void> {
  app.get('/api/appeals', list, async (request) => ({
    items: await appealsFor(app.deps, request.staffId()),
  }));

  app.get('/api/appeals/:id', one, async (request, reply) => {
    const reader = { staffId: request.staffId(), language: languageOf(request) };
    return sendResult(reply, await blindAppeal(app.deps, request.params.id, reader));
  });

  app.get('/api/appeals/:id/passport', passport, async (request, reply) => {
    const audit = await auditOfAppeal(app.deps, request.params.id);
    if (!audit.ok) return reply.refuse(audit.refusal);
    return reply.send(await passportOfEpoch(app.db, audit.value, app.deps.clock.now()));
  });

  app.get('/api/appeals/:id/portrait', portrait, async (request, reply) => {
    const audit = await auditOfAppeal(app.deps, request.params.id);
    if (!audit.ok) return reply.refuse(audit.refusal);
    const image = await portraitImage(app.db, audit.value.learnerId);
    const view = { staffId: request.staffId(), what: 'portrait', reason: '申诉复核' } as const;
    return sendImage(reply, await viewImage(app.deps, image, view));
  });

  app.post('/api/appeals/:id/conflict', conflict, async (request, reply) =>
    sendResult(
      reply,
      await declareAppealConflict(app.deps, request.params.id, {
        staffId: request.staffId(),
        ...request.body,
      }),
    ),
  );

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
