import type { App } from '../../app-types.ts';
import { readProfile } from '../../commands/read-profile.ts';
import { uploadLearnerFile } from '../../commands/upload-learner-file.ts';
import { fileInForce } from '../../db/learner-files.ts';
import { findDataKey } from '../../db/learner-keys.ts';
import { readUpload } from '../../plugins/read-upload.ts';
import { fileForm, fileKind, profile } from '../../schemas/profile.ts';
import { profileOnWire } from '../../schemas/profile-on-wire.ts';
import { route } from '../../schemas/route.ts';
import { exact } from '../../schemas/shared.ts';
import { Type } from 'typebox';

const tags = ['profile'];
const params = exact({ kind: fileKind });
const putFile = route(
  'learner',
  {
    tags,
    summary: 'Upload a side of the ID card, or the portrait (JPEG, PNG or WebP)',
    params,
    response: { 200: profile },
  },
  { multipart: fileForm, limit: { perMinute: 20 } },
);
const getFile = route('learner', {
  tags,
  summary: 'The picture itself',
  params,
  querystring: exact({ v: Type.Optional(Type.String({ maxLength: 60 })) }),
});

export default async function profileFileRoutes(app: App): Promise<void> {
  app.put('/api/me/profile/files/:kind', putFile, async (request, reply) => {
    const learnerId = request.learnerId();
    const upload = await readUpload(request);
    if (!upload.ok) return reply.refuse(upload.refusal);
    const { file, fields } = upload.value;
    const result = await uploadLearnerFile(app.deps, {
      learnerId,
      kind: request.params.kind,
      bytes: file,
      declaredRecent: fields['declaredRecent'] === 'true',
    });
    if (!result.ok) return reply.refuse(result.refusal);
    return profileOnWire(await readProfile(app.deps, learnerId));
  });

  app.get('/api/me/profile/files/:kind', getFile, async (request, reply) => {
    const learnerId = request.learnerId();
    const file = await fileInForce(app.db, learnerId, request.params.kind);
    const key = await findDataKey(app.db, app.vault, learnerId);
    if (!file || !key) return reply.refuse({ code: 'request/notFound' });
    const bytes = await app.storage.get(file.storageKey, { openWith: key });
    return reply
      .header('cache-control', 'private, no-store')
      .type(file.contentType)
      .send(Buffer.from(bytes));
  });
}
