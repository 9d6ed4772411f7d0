import { CHECK_PROOF_FORMAT, ok, refuse, type Result } from '@xuzheng/engine';
import { auditCase } from '../../db/audit-desk.ts';
import type { Db } from '../../db/connect.ts';
import { findLesson } from '../../db/lessons.ts';
import { findSessionOf, type StudySessionRow } from '../../db/study-sessions.ts';
import type { CheckProofView } from '../../schemas/check-proof.ts';
import { iso } from '../../schemas/shared.ts';
import { playedSeconds } from './check-log.ts';
import { readState } from './study-state.ts';

async function proofOf(db: Db, row: StudySessionRow): Promise<Result<CheckProofView>> {
  const state = readState(row);
  const { plan } = state;
  const checked = !row.replay && plan.rule !== null;
  if (!checked || state.endedAt === null || plan.rule === null) {
    return refuse('study/noCheckProof');
  }
  const lesson = await findLesson(db, row.lessonId);
  return ok({
    format: CHECK_PROOF_FORMAT,
    method: plan.method,
    sessionId: row.id,
    lessonTitle: lesson?.title ?? '',
    lessonSeconds: plan.rule.horizonSeconds,
    startedAt: iso(row.startedAt),
    endedAt: iso(state.endedAt),
    endReason: state.endReason ?? '',
    commitment: plan.commitment,
    seed: plan.seed,
    rule: { ...plan.rule },
    playedSeconds: playedSeconds(state),
    planned: [...plan.checks],
    done: plan.done.map((check) => ({
      ...check,
      dueAt: iso(check.dueAt),
      closedAt: iso(check.closedAt),
    })),
  });
}

/**
 * The random checks of a session of one's own, to be verified without us (F17). Refuses
 * `study/sessionNotFound`, `study/noCheckProof` (still running, or nothing was checked).
 */
export async function showMyCheckProof(
  db: Db,
  learnerId: string,
  sessionId: string,
): Promise<Result<CheckProofView>> {
  const row = await findSessionOf(db, sessionId, learnerId);
  return row === undefined ? refuse('study/sessionNotFound') : proofOf(db, row);
}

/** The same for whoever audits: only of sessions of the case. Refuses `audit/notFound` besides. */
export async function showCaseCheckProof(
  db: Db,
  auditId: string,
  sessionId: string,
): Promise<Result<CheckProofView>> {
  const audit = await auditCase(db, auditId);
  if (audit === null) return refuse('audit/notFound');
  const row = await findSessionOf(db, sessionId, audit.learnerId);
  if (row === undefined || row.enrolmentId !== audit.enrolmentId) {
    return refuse('study/sessionNotFound');
  }
  return proofOf(db, row);
}
