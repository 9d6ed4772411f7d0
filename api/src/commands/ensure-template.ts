import { liveConsentsOf, findTemplate } from '../db/likeness.ts';
import { fileInForce, putTemplate, setFileQuality } from '../db/learner-files.ts';
import { lockLearner, openLearner } from '../db/learners.ts';
import { packVector } from '../faces/index.ts';
import { hasFaceConsent } from './face-consent.ts';
import { judgeOwnPortrait, type PortraitDeps } from './judge-own-portrait.ts';

/**
 * Makes the portrait's template when consent and portrait are there and the template is not; says
 * whether there is one afterwards. A portrait that is unfit, or a pool that is away, leaves none.
 */
export async function ensureTemplate(deps: PortraitDeps, learnerId: string): Promise<boolean> {
  if (await findTemplate(deps.db, learnerId)) return true;
  const portrait = await fileInForce(deps.db, learnerId, 'portrait');
  const learner = await openLearner(deps.db, deps.vault, learnerId);
  if (!portrait || !learner) return false;
  const bytes = await deps.storage.get(portrait.storageKey, { openWith: learner.dataKey });
  const judged = await judgeOwnPortrait(deps, learnerId, bytes);
  const template = judged.ok ? judged.value.template : null;
  if (!template) return false;
  return deps.db.transaction().execute(async (trx) => {
    await lockLearner(trx, deps.vault, learnerId);
    // Consent may have been withdrawn while the picture was measured.
    if (!hasFaceConsent(await liveConsentsOf(trx, learnerId))) return false;
    const now = await fileInForce(trx, learnerId, 'portrait');
    if (now?.id !== portrait.id) return false;
    await putTemplate(trx, {
      learnerId,
      fileId: portrait.id,
      descriptorSealed: deps.vault.seal(learner.dataKey, packVector(template)),
      modelId: template.modelId,
      weightsHash: template.weightsHash,
      createdAt: new Date(deps.clock.now()),
    });
    const quality = { ...(portrait.quality as object), checked: 'machine' };
    await setFileQuality(trx, portrait.id, quality, 'absent');
    return true;
  });
}
