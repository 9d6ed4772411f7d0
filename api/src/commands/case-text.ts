import type { Deps } from '../deps.ts';
import { caseTextById, insertCaseText, wrappedKeyOfEnrolment } from '../db/case-texts.ts';

type Draft = {
  /** The id of the command it belongs to: sent twice, it is kept once. */
  readonly id: string;
  readonly enrolmentId: string;
  readonly writtenBy: string;
  readonly text: string;
};

/** Seals what somebody wrote about a case with the learner's key and keeps it; gives its id. */
export async function keepCaseText(deps: Deps, draft: Draft): Promise<string> {
  const wrapped = await wrappedKeyOfEnrolment(deps.db, draft.enrolmentId);
  if (wrapped === null) throw new Error('the learner’s data has been destroyed');
  await insertCaseText(deps.db, {
    id: draft.id,
    enrolmentId: draft.enrolmentId,
    writtenBy: draft.writtenBy,
    textSealed: deps.vault.seal(deps.vault.unwrap(wrapped), draft.text),
    writtenAt: new Date(deps.clock.now()),
  });
  return draft.id;
}

/** Opens a text of a case; null when it or the learner's key is gone. */
export async function readCaseText(
  deps: Pick<Deps, 'db' | 'vault'>,
  id: string | null,
  wrappedDataKey: Uint8Array | null,
): Promise<string | null> {
  if (id === null || wrappedDataKey === null) return null;
  const sealed = await caseTextById(deps.db, id);
  return sealed && deps.vault.openText(deps.vault.unwrap(wrappedDataKey), sealed);
}
