import { CONSENT_VERSION } from '@xuzheng/engine';
import { deleteEntriesWithoutConsent, deleteTemplatesWithoutConsent } from '../db/likeness.ts';
import type { Deps } from '../deps.ts';

/**
 * Deletes what was computed from faces whose owners' consent is gone: portraits' templates and the
 * entry frames' templates of sessions. Run every minute, so that nothing outlives a day even if the
 * withdrawal itself was cut off. Gives how many were deleted.
 */
export async function forgetFaces({ db }: Pick<Deps, 'db'>): Promise<number> {
  const templates = await deleteTemplatesWithoutConsent(db, CONSENT_VERSION);
  return templates + (await deleteEntriesWithoutConsent(db, CONSENT_VERSION));
}
