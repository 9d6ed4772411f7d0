import { CONSENT_VERSION, ruledAnew, sessionRuleOf } from '@xuzheng/engine';
import { withdrawFaceChecks } from '../../db/face-checks.ts';
import { writeJournal } from '../../db/journal.ts';
import { faceSessionsWithoutConsent } from '../../db/study-sessions.ts';
import { facesConsented } from './study-gate.ts';
import type { StudyState } from './study-state.ts';
import { beginWork, finishWork, withTime, type StudyDeps, type StudyWork } from './study-work.ts';

/** The same session from now on without a face: what is saved stays, what is asked changes. */
function ledOff(work: StudyWork): StudyState {
  const { before, now, policy } = work;
  const row = { ...before.row, attended: true, entryDescriptorSealed: null };
  const session = ruledAnew(before.session, sessionRuleOf(policy, true), now);
  return withTime(work, { ...before, row, session });
}

async function leadOff(
  deps: StudyDeps,
  row: { readonly id: string; readonly learnerId: string },
): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, row.learnerId, row.id);
    if (!begun.ok) return false;
    const work = begun.value;
    const { attended, replay, enrolmentId } = work.before.row;
    if (work.before.endedAt !== null || attended || replay) return false;
    if (await facesConsented(trx, row.learnerId)) return false;
    await withdrawFaceChecks(trx, row.id, new Date(work.now));
    await finishWork(work, ledOff(work));
    await writeJournal(trx, {
      at: new Date(work.now),
      actor: { kind: 'system' },
      action: 'study.ledOffFaces',
      learnerId: row.learnerId,
      enrolmentId,
      details: { sessionId: row.id },
    });
    return true;
  });
}

/**
 * Turns running sessions whose learner's consent is gone into sessions without a face: no face is
 * processed from then on (invariant 19), and study goes on by code. The withdrawal itself does it at
 * once for its learner; the job for whatever it could not reach. Gives how many.
 */
export async function leadOffFaces(deps: StudyDeps, learnerId?: string): Promise<number> {
  let count = 0;
  for (const row of await faceSessionsWithoutConsent(deps.db, CONSENT_VERSION, learnerId)) {
    if (await leadOff(deps, row)) count++;
  }
  return count;
}
