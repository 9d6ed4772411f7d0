import { CONSENT_VERSION, ok, refuse } from '@xuzheng/engine';
import type { ConsentKind, Result } from '@xuzheng/engine';
import { insertConsent, withdrawConsents } from '../db/consents.ts';
import { writeJournal } from '../db/journal.ts';
import { deleteTemplate, fileInForce, setFileQuality } from '../db/learner-files.ts';
import { lockLearner } from '../db/learners.ts';
import type { Deps } from '../deps.ts';
import { ensureTemplate } from './ensure-template.ts';
import { leadOffFaces } from './study/lead-off-faces.ts';

export type ConsentInput = {
  readonly learnerId: string;
  readonly kind: ConsentKind;
  readonly version: string;
};

/**
 * Gives one of the two consents (F6). With the face's, a portrait that waits for an eye is measured.
 * Refuses `request/stale` when another version of the text was agreed to.
 */
export async function giveConsent(deps: Deps, input: ConsentInput): Promise<Result<void>> {
  if (input.version !== CONSENT_VERSION) return refuse('request/stale');
  const now = new Date(deps.clock.now());
  await deps.db.transaction().execute(async (trx) => {
    await lockLearner(trx, deps.vault, input.learnerId);
    await insertConsent(trx, { ...input, givenAt: now });
    await writeJournal(trx, {
      at: now,
      actor: { kind: 'learner', id: input.learnerId },
      action: 'consent.given',
      learnerId: input.learnerId,
      details: { kind: input.kind, version: input.version },
    });
  });
  // A pool that is away does not undo a consent: the template is made when it is first needed.
  if (input.kind === 'useFace') await ensureTemplate(deps, input.learnerId);
  return ok(undefined);
}

/**
 * Withdraws a consent at once: without the face's, the template is deleted in the same moment; a
 * session that runs goes on without a face.
 */
export async function withdrawConsent(
  deps: Deps,
  learnerId: string,
  kind: ConsentKind,
): Promise<Result<void>> {
  const now = new Date(deps.clock.now());
  await deps.db.transaction().execute(async (trx) => {
    await lockLearner(trx, deps.vault, learnerId);
    if (!(await withdrawConsents(trx, learnerId, kind, now))) return;
    if (kind === 'useFace') {
      await deleteTemplate(trx, learnerId);
      const portrait = await fileInForce(trx, learnerId, 'portrait');
      const quality = { ...(portrait?.quality as object), checked: 'eye' };
      if (portrait) await setFileQuality(trx, portrait.id, quality, 'pending');
    }
    await writeJournal(trx, {
      at: now,
      actor: { kind: 'learner', id: learnerId },
      action: 'consent.withdrawn',
      learnerId,
      details: { kind },
    });
  });
  // After the consent, in a transaction of its own: the job does it if this process dies here.
  await leadOffFaces(deps, learnerId);
  return ok(undefined);
}
