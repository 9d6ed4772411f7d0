import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { clearOptions, previewClear } from '../../commands/audit/clear-cost.ts';
import { declareConflict } from '../../commands/audit/declare-conflict.ts';
import { sendResult } from '../../plugins/refusals.ts';
import {
  ClearCostBody,
  ClearCostSchema,
  ClearOptionsSchema,
  ConflictBody,
} from '../../schemas/clearing.ts';
import { route } from '../../schemas/route.ts';
import { idParams } from '../../schemas/shared.ts';

const tags = ['audits'];
const options = route('audits.read', {
  tags,
  summary: 'How much a clear may take by the policy, and what each costs',
  params: idParams,
  response: { 200: ClearOptionsSchema },
});
const cost = route('audits.read', {
  tags,
  summary: 'What a clear of this scope would cost',
  params: idParams,
  body: ClearCostBody,
  response: { 200: ClearCostSchema },
});
const conflict = route('audits.accept', {
  tags,
  summary: 'Declare a conflict of interest: the case leaves one’s queue for good',
  params: idParams,
  body: ConflictBody,
  response: { 204: Type.Null() },
});

export default async function clearingRoutes(app: App): Promise<void> {
  app.get('/api/audits/:id/clear-options', options, async (request, reply) =>
    sendResult(reply, await clearOptions(app.deps, request.params.id)),
  );
  app.post('/api/audits/:id/clear-cost', cost, async (request, reply) =>
    sendResult(reply, await previewClear(app.deps, request.params.id, request.body.scope)),
  );
  app.post('/api/audits/:id/conflict', conflict, async (request, reply) =>
    sendResult(
      reply,
      await declareConflict(app.deps, request.params.id, {
        staffId: request.staffId(),
        ...request.body,
      }),
    ),
  );
}
