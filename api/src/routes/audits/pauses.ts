import { AUDIT_PAUSE_REASONS } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { pauseAudit, resumeAudit } from '../../commands/audit/pause-audit.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { CommandBody, DecisionSchema } from '../../schemas/audits.ts';
import { route } from '../../schemas/route.ts';
import { commandId, exact, idParams, oneOf } from '../../schemas/shared.ts';

const common = { tags: ['audits'], params: idParams, response: { 200: DecisionSchema } };

const pause = route('audits.accept', {
  ...common,
  summary: 'Stop the audit clock for a stated reason; it goes on by itself',
  body: exact({
    commandId,
    reasonCode: oneOf(AUDIT_PAUSE_REASONS),
    workingDays: Type.Integer({ minimum: 1, maximum: 60 }),
    words: Type.String({ maxLength: 2000, description: 'The learner reads them' }),
  }),
});
const resume = route('audits.accept', {
  ...common,
  summary: 'Let the audit clock go on',
  body: CommandBody,
});

export default async function auditPauseRoutes(app: App): Promise<void> {
  app.post('/api/audits/:id/pause', pause, async (request, reply) =>
    sendResult(
      reply,
      await pauseAudit(app.deps, {
        ...{ auditId: request.params.id, staffId: request.staffId() },
        ...request.body,
      }),
    ),
  );
  app.delete('/api/audits/:id/pause', resume, async (request, reply) =>
    sendResult(
      reply,
      await resumeAudit(app.deps, {
        ...{ auditId: request.params.id, staffId: request.staffId() },
        commandId: request.body.commandId,
      }),
    ),
  );
}
