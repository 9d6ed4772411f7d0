import type { App } from '../../app-types.ts';
import {
  acceptHours,
  proposeClear,
  rejectProposal,
  signClear,
} from '../../commands/audit/decide-audit.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { AcceptBody, CommandBody, DecisionSchema, ProposeClearBody } from '../../schemas/audits.ts';
import { route } from '../../schemas/route.ts';
import { idParams } from '../../schemas/shared.ts';

const tags = ['audits'];
const common = { tags, params: idParams, response: { 200: DecisionSchema } };

const accept = route('audits.accept', {
  ...common,
  summary: 'Accept the hours',
  body: AcceptBody,
});
const propose = route('audits.proposeClear', {
  ...common,
  summary: 'Propose to clear the hours; a second person must sign',
  body: ProposeClearBody,
});
const reject = route('audits.proposeClear', {
  ...common,
  summary: 'Take the proposal off the table',
  body: CommandBody,
});
const sign = route('audits.signClear', {
  ...common,
  summary: 'Countersign the clear; never the proposer',
  body: AcceptBody,
});

type Asked<Body> = {
  readonly params: { readonly id: string };
  readonly body: Body;
  readonly staffId: () => string;
};

/** Who decides, about which audit, with what was sent. */
const decisionOf = <Body extends object>(request: Asked<Body>) => ({
  auditId: request.params.id,
  staffId: request.staffId(),
  ...request.body,
});

export default async function auditDecisionRoutes(app: App): Promise<void> {
  app.post('/api/audits/:id/accept', accept, async (request, reply) =>
    sendResult(reply, await acceptHours(app.deps, decisionOf(request))),
  );
  app.post('/api/audits/:id/clear-proposal', propose, async (request, reply) =>
    sendResult(reply, await proposeClear(app.deps, decisionOf(request))),
  );
  app.delete('/api/audits/:id/clear-proposal', reject, async (request, reply) =>
    sendResult(reply, await rejectProposal(app.deps, decisionOf(request))),
  );
  app.post('/api/audits/:id/clear-signature', sign, async (request, reply) =>
    sendResult(reply, await signClear(app.deps, decisionOf(request))),
  );
}
