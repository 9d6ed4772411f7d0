import { ok, refuse, type Result } from '@xuzheng/engine';
import { recordAccess, type AccessedThing } from '../../db/access-log.ts';
import type { SealedImage } from '../../db/images.ts';
import type { Deps } from '../../deps.ts';

type View = {
  readonly staffId: string;
  readonly what: AccessedThing;
  readonly reason: string;
};

/** Opens a picture with its learner's key. Refuses `request/notFound`. */
export async function openImage(
  deps: Deps,
  image: SealedImage | null,
): Promise<Result<Uint8Array>> {
  if (image === null) return refuse('request/notFound');
  const openWith = deps.vault.unwrap(image.wrappedDataKey);
  return ok(await deps.storage.get(image.storageKey, { openWith }));
}

/**
 * Shows a picture of a learner to staff. The view is on record, where the learner can see it, before
 * the picture leaves the server.
 */
export async function viewImage(
  deps: Deps,
  image: SealedImage | null,
  view: View,
): Promise<Result<Uint8Array>> {
  if (image === null) return refuse('request/notFound');
  await recordAccess(deps.db, {
    at: new Date(deps.clock.now()),
    learnerId: image.learnerId,
    ref: image.id,
    ...view,
  });
  return openImage(deps, image);
}
