import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { answerEvidence } from '../../commands/audit/answer-evidence.ts';
import { myAuditView } from '../../commands/audit/my-audit-view.ts';
import {
  fileAppeal,
  renewCertificate,
  withdrawAppeal,
  withdrawEnrolment,
} from '../../commands/enrolment/learner-commands.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { CommandBody, DecisionSchema, MyAuditSchema } from '../../schemas/audits.ts';
import { route } from '../../schemas/route.ts';
import { commandId, exact, idParams } from '../../schemas/shared.ts';

const tags = ['my enrolments'];
const audit = route('learner', {
  tags,
  summary: 'The audit clock in working days, or what was decided, why, and the way back',
  params: idParams,
  response: { 200: MyAuditSchema },
});
const command = (summary: string) =>
  route('learner', {
    tags,
    summary,
    params: idParams,
    body: CommandBody,
    response: { 200: DecisionSchema },
  });
const renewal = command('证书更新: the electronic certificate; the original becomes void');
const withdrawal = command('Withdraw the enrolment');
const answer = route('learner', {
  tags,
  summary: 'Answer what the audit asked; the clock goes on',
  params: idParams,
  body: exact({ commandId, text: Type.String({ maxLength: 4000 }) }),
  response: { 200: DecisionSchema },
});
const takeBack = command('Take an undecided appeal back');
const appeal = route('learner', {
  tags,
  summary: 'Appeal against a clear',
  params: idParams,
  body: exact({ commandId, text: Type.String({ maxLength: 4000 }) }),
  response: { 200: DecisionSchema },
});

type Asked<Body> = {
  readonly params: { readonly id: string };
  readonly body: Body;
  readonly learnerId: () => string;
};

/** Whose enrolment, and what was sent. */
const commandOf = <Body extends object>(request: Asked<Body>) => ({
  enrolmentId: request.params.id,
  learnerId: request.learnerId(),
  ...request.body,
});

export default async function myProcessRoutes(app: App): Promise<void> {
  app.get('/api/me/enrolments/:id/audit', audit, async (request, reply) => {
    const own = { enrolmentId: request.params.id, learnerId: request.learnerId() };
    return sendResult(reply, await myAuditView(app.deps, own));
  });
  app.post('/api/me/enrolments/:id/renewal', renewal, async (request, reply) =>
    sendResult(reply, await renewCertificate(app.deps, commandOf(request))),
  );
  app.post('/api/me/enrolments/:id/appeal', appeal, async (request, reply) =>
    sendResult(reply, await fileAppeal(app.deps, commandOf(request))),
  );
  app.delete('/api/me/enrolments/:id/appeal', takeBack, async (request, reply) =>
    sendResult(reply, await withdrawAppeal(app.deps, commandOf(request))),
  );
  app.post('/api/me/enrolments/:id/answer', answer, async (request, reply) =>
    sendResult(reply, await answerEvidence(app.deps, commandOf(request))),
  );
  app.post('/api/me/enrolments/:id/withdrawal', withdrawal, async (request, reply) =>
    sendResult(reply, await withdrawEnrolment(app.deps, commandOf(request))),
  );
}
