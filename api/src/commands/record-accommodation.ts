import {
  accommodationWords,
  checkAccommodation,
  ok,
  refuse,
  type Accommodation,
  type LivenessPrompt,
  type Result,
} from '@xuzheng/engine';
import { accommodationsOf, endAccommodation, insertAccommodation } from '../db/accommodations.ts';
import { writeJournal } from '../db/journal.ts';
import { lockLearner, openLearner } from '../db/learners.ts';
import type { Deps } from '../deps.ts';
import { queueNotice } from '../notices/queue-notice.ts';
import type { AccommodationView } from '../schemas/people.ts';
import { iso, isoOrNull } from '../schemas/shared.ts';

type By = { readonly learnerId: string; readonly staffId: string };

/**
 * Records which actions a learner is never asked for and how much longer they have (F18); what was
 * recorded before ends. The learner is told, with the reason. Refuses `accommodation/invalid`,
 * `learner/notFound`.
 */
export async function recordAccommodation(
  deps: Pick<Deps, 'db' | 'vault' | 'clock'>,
  by: By,
  draft: Accommodation & { readonly reason: string },
): Promise<Result<void>> {
  const checked = checkAccommodation(draft);
  if (!checked.ok) return checked;
  const { leftOut, timeFactor } = checked.value;
  const reason = draft.reason.trim();
  const now = deps.clock.now();
  const at = new Date(now);
  return deps.db.transaction().execute(async (trx) => {
    const learner = await lockLearner(trx, deps.vault, by.learnerId);
    if (!learner) return refuse('learner/notFound');
    await endAccommodation(trx, learner.id, { endedBy: by.staffId, endedAt: at });
    const { id } = await insertAccommodation(trx, {
      learnerId: learner.id,
      leftOut: [...leftOut],
      timeFactor,
      reasonSealed: deps.vault.seal(learner.dataKey, reason),
      recordedBy: by.staffId,
      recordedAt: at,
    });
    await writeJournal(trx, {
      at,
      actor: { kind: 'staff', id: by.staffId },
      action: 'accommodation.recorded',
      learnerId: learner.id,
      // The reason may speak of somebody's health: it stays sealed in the record.
      details: { id, leftOut, timeFactor },
    });
    await queueNotice(trx, deps.vault, {
      ...{ learnerId: learner.id, key: `accommodation:${id}`, at: now, sms: false, inApp: true },
      template: 'accommodationRecorded',
      params: { words: accommodationWords(checked.value).zh, reason },
    });
    return ok(undefined);
  });
}

/** Ends what is recorded; the learner is told. Refuses `accommodation/notFound`. */
export async function dropAccommodation(
  deps: Pick<Deps, 'db' | 'vault' | 'clock'>,
  by: By,
): Promise<Result<void>> {
  const now = deps.clock.now();
  const at = new Date(now);
  return deps.db.transaction().execute(async (trx) => {
    if (!(await endAccommodation(trx, by.learnerId, { endedBy: by.staffId, endedAt: at }))) {
      return refuse('accommodation/notFound');
    }
    await writeJournal(trx, {
      at,
      actor: { kind: 'staff', id: by.staffId },
      action: 'accommodation.ended',
      learnerId: by.learnerId,
    });
    await queueNotice(trx, deps.vault, {
      ...{ learnerId: by.learnerId, key: `accommodationEnded:${by.learnerId}:${now}`, at: now },
      ...{ template: 'accommodationEnded' as const, params: {}, sms: false, inApp: true },
    });
    return ok(undefined);
  });
}

/** What is and was recorded for a learner, newest first; reasons opened with the learner's key. */
export async function readAccommodations(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  learnerId: string,
): Promise<AccommodationView[]> {
  const learner = await openLearner(db, vault, learnerId);
  if (!learner) return [];
  return (await accommodationsOf(db, learnerId)).map(({ reasonSealed, ...row }) => {
    const leftOut = row.leftOut as LivenessPrompt[];
    return {
      ...{ id: row.id, leftOut, timeFactor: row.timeFactor, recordedBy: row.recordedBy },
      words: accommodationWords({ leftOut, timeFactor: row.timeFactor }),
      reason: vault.openText(learner.dataKey, reasonSealed),
      recordedAt: iso(row.recordedAt),
      endedAt: isoOrNull(row.endedAt),
    };
  });
}
