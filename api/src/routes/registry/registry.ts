import { postLabel } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { approveVoid, hurryApprovedVoid } from '../../commands/certificate/approve-void.ts';
import { registryWordsOf } from '../../commands/certificate/registry-words.ts';
import { registryCases } from '../../db/certificate-voids.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { RegistryCaseSchema } from '../../schemas/registry.ts';
import { route } from '../../schemas/route.ts';
import { commandId, exact, idParams, iso, uuid } from '../../schemas/shared.ts';

const tags = ['registry'];
const AT_MOST = 200;

const list = route('registry.manage', {
  tags,
  summary: 'What stands open between here and the registry, the longest first',
  response: {
    200: Type.Object({
      registry: Type.String({ description: 'built-in or http' }),
      items: Type.Array(RegistryCaseSchema),
    }),
  },
});
const approve = route('registry.manage', {
  tags,
  summary: 'Have a certificate void at the registry, because its hours were cleared',
  params: idParams,
  body: exact({ commandId, reason: Type.String({ maxLength: 2000 }) }),
  response: { 201: Type.Object({ id: uuid }) },
});
const hurry = route('registry.manage', {
  tags,
  summary: 'Ask the registry for an approved void now',
  params: idParams,
  response: { 204: Type.Null() },
});

export default async function registryRoutes(app: App): Promise<void> {
  app.get('/api/registry/cases', list, async () => {
    const rows = await registryCases(app.db, AT_MOST);
    const items = rows.map(({ post, since, ...row }) => ({
      ...row,
      ...registryWordsOf(row),
      postLabel: { zh: postLabel(post, 'zh'), en: postLabel(post, 'en') },
      since: iso(since),
    }));
    return { registry: app.deps.registry.name, items };
  });

  app.post('/api/certificates/:id/registry-void', approve, async (request, reply) => {
    const { id: certificateId } = request.params;
    const staffId = request.staffId();
    const approval = { certificateId, staffId, ...request.body };
    return sendResult(reply, await approveVoid(app.deps, approval), 201);
  });

  app.post('/api/registry/voids/:id/retry', hurry, async (request, reply) =>
    sendResult(
      reply,
      await hurryApprovedVoid(app.deps, { id: request.params.id, staffId: request.staffId() }),
    ),
  );
}
