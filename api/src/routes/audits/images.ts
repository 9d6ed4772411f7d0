import type { Result } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App, Reply } from '../../app-types.ts';
import { openImage, viewImage } from '../../commands/audit/view-image.ts';
import { faceCheckImage, portraitImage, snapshotImage } from '../../db/images.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams, uuid } from '../../schemas/shared.ts';

const tags = ['images'];
const forStaff = 'Each view is recorded where the learner can see it';
const snapshot = route('images.view', {
  tags,
  summary: `A snapshot. ${forStaff}`,
  params: idParams,
});
const frame = route('images.view', {
  tags,
  summary: `A kept frame of a face check. ${forStaff}`,
  params: exact({ id: uuid, n: Type.Integer({ minimum: 0, maximum: 99 }) }),
});
const portrait = route('images.view', {
  tags,
  summary: `The portrait in force. ${forStaff}`,
  params: idParams,
});
const ownSnapshot = route('learner', {
  tags,
  summary: 'A snapshot of one’s own',
  params: idParams,
});

const REASON = '学时审核';

/** A picture that is nobody else's to keep. */
export const sendImage = (reply: Reply, image: Result<Uint8Array>) =>
  image.ok
    ? reply
        .type('image/jpeg')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'inline')
        .send(Buffer.from(image.value))
    : reply.refuse(image.refusal);

export default async function imageRoutes(app: App): Promise<void> {
  app.get('/api/snapshots/:id/image', snapshot, async (request, reply) => {
    const image = await snapshotImage(app.db, request.params.id);
    const view = { staffId: request.staffId(), what: 'snapshot', reason: REASON } as const;
    return sendImage(reply, await viewImage(app.deps, image, view));
  });

  app.get('/api/face-checks/:id/frames/:n', frame, async (request, reply) => {
    const image = await faceCheckImage(app.db, request.params.id, request.params.n);
    const view = { staffId: request.staffId(), what: 'snapshot', reason: REASON } as const;
    return sendImage(reply, await viewImage(app.deps, image, view));
  });

  app.get('/api/learners/:id/portrait', portrait, async (request, reply) => {
    const image = await portraitImage(app.db, request.params.id);
    const view = { staffId: request.staffId(), what: 'portrait', reason: REASON } as const;
    return sendImage(reply, await viewImage(app.deps, image, view));
  });

  app.get('/api/me/snapshots/:id/image', ownSnapshot, async (request, reply) => {
    const image = await snapshotImage(app.db, request.params.id);
    // Somebody else's picture does not exist for this caller.
    const own = image?.learnerId === request.learnerId() ? image : null;
    return sendImage(reply, await openImage(app.deps, own));
  });
}
