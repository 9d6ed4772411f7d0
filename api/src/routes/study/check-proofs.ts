import { Type } from 'typebox';
import type { App, Reply } from '../../app-types.ts';
import { showCaseCheckProof, showMyCheckProof } from '../../commands/study/show-check-proof.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { CheckProofSchema } from '../../schemas/check-proof.ts';
import { route } from '../../schemas/route.ts';
import { idParams, uuid } from '../../schemas/shared.ts';

const mine = route('learner', {
  tags: ['study'],
  summary: 'Random checks of a session that has ended, to verify without us (F17)',
  params: idParams,
  response: { 200: CheckProofSchema },
});
const ofCase = route('audits.read', {
  tags: ['audits'],
  summary: 'Random checks of a session under audit, to verify without the database',
  params: Type.Object({ id: uuid, sessionId: uuid }),
  response: { 200: CheckProofSchema },
});

/** A browser keeps it under a name of its own; a refusal is no file all the same. */
const asFile = (reply: Reply, sessionId: string): void =>
  void reply.header(
    'content-disposition',
    `attachment; filename="xuzheng-checks-${sessionId}.json"`,
  );

export default async function checkProofRoutes(app: App): Promise<void> {
  app.get('/api/me/study-sessions/:id/check-proof', mine, async (request, reply) => {
    const { id } = request.params;
    asFile(reply, id);
    return sendResult(reply, await showMyCheckProof(app.db, request.learnerId(), id));
  });

  app.get('/api/audits/:id/sessions/:sessionId/check-proof', ofCase, async (request, reply) => {
    const { id, sessionId } = request.params;
    asFile(reply, sessionId);
    return sendResult(reply, await showCaseCheckProof(app.db, id, sessionId));
  });
}
