import type { DataKey } from '../crypto/vault.ts';
import { fileInForce } from '../db/learner-files.ts';
import { findDataKey } from '../db/learner-keys.ts';
import {
  findTemplate,
  learnersDescribedOtherwise,
  replaceDescriptor,
  type FaceTemplateRow,
} from '../db/likeness.ts';
import type { Deps } from '../deps.ts';
import { packVector, sameModel } from '../faces/index.ts';

export type TemplateDeps = Pick<Deps, 'db' | 'vault' | 'faces' | 'storage'>;

/**
 * The template of a learner's portrait, embedded again from the portrait when another network made
 * it: descriptors of two networks are never compared. The old one when the pool cannot answer now
 * (the check is then a fault of the system); undefined when the learner has none. Consent is not
 * asked for again: who withdraws it has no template.
 */
export async function currentTemplate(
  deps: TemplateDeps,
  key: DataKey,
  learnerId: string,
): Promise<FaceTemplateRow | undefined> {
  const { db, vault, faces, storage } = deps;
  const template = await findTemplate(db, learnerId);
  if (!template || sameModel(template, faces.network())) return template;
  const portrait = await fileInForce(db, learnerId, 'portrait');
  if (portrait?.id !== template.fileId) return template;
  const bytes = await storage.get(portrait.storageKey, { openWith: key });
  const embedded = await faces.embed(bytes);
  if (!embedded.ok) return template;
  const { modelId, weightsHash } = embedded.value;
  const descriptorSealed = vault.seal(key, packVector(embedded.value));
  await replaceDescriptor(db, template, { modelId, weightsHash, descriptorSealed });
  return findTemplate(db, learnerId);
}

/** Templates renewed in one go: the pool has learners to answer meanwhile. */
const AT_A_TIME = 5;

/**
 * Embeds a few portraits again that another network described, so that after a change of network
 * everyone is in the cohort soon and not only who studies. Gives how many there were.
 */
export async function renewTemplates(deps: TemplateDeps): Promise<number> {
  const learnerIds = await learnersDescribedOtherwise(deps.db, deps.faces.network(), AT_A_TIME);
  for (const learnerId of learnerIds) {
    const key = await findDataKey(deps.db, deps.vault, learnerId);
    if (key) await currentTemplate(deps, key, learnerId);
  }
  return learnerIds.length;
}
