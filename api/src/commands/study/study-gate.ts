import {
  allowsFaces,
  CONSENT_KINDS,
  dayOf,
  missingOfProfile,
  ok,
  refuse,
  type ConsentKind,
  type ProfileItem,
  type Result,
} from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import type { EnrolmentRow } from '../../db/enrolments-studied.ts';
import {
  currentFilesOf,
  findTemplate,
  learnerStudyFacts,
  liveConsentsOf,
} from '../../db/likeness.ts';

/** What a learner may do with an enrolment's lessons now. */
export type StudyMode = 'study' | 'replay';

/** What the profile still lacks; nothing once it has been completed. */
export async function missingOf(db: Db, learnerId: string): Promise<ProfileItem[]> {
  const learner = await learnerStudyFacts(db, learnerId);
  if (learner.profileCompletedAt !== null) return [];
  const files = await currentFilesOf(db, learnerId);
  const has = (kind: string): boolean => files.some((file) => file.kind === kind);
  const portrait = files.find((file) => file.kind === 'portrait');
  return missingOfProfile({
    phoneVerified: learner.phoneVerifiedAt !== null,
    idCardFront: has('idCardFront'),
    idCardBack: has('idCardBack'),
    portrait: portrait !== undefined,
    portraitTakenOn: portrait?.takenOn ?? null,
    recentPortraitDeclaredAt: learner.recentPortraitDeclaredAt?.getTime() ?? null,
    basic: learner.basicSealed !== null,
  });
}

const isClosed = (enrolment: EnrolmentRow): boolean =>
  enrolment.stateTags.some((tag) => tag.startsWith('closed'));

/**
 * May this enrolment be studied now? Handbook §1: with the profile complete, inside its study year;
 * 全部课程学完可重播观看. Refuses `enrolment/closed`, `profile/incomplete` (with what is missing),
 * `study/aheadOfYear`, `study/notOpen`.
 */
export async function studyMode(
  db: Db,
  enrolment: EnrolmentRow,
  now: number,
): Promise<Result<StudyMode>> {
  const missing = await missingOf(db, enrolment.learnerId);
  if (missing.length > 0) return refuse('profile/incomplete', { missing });
  if (enrolment.hoursCompletedAt !== null) return ok('replay');
  if (isClosed(enrolment)) return refuse('enrolment/closed');
  const today = dayOf(now);
  if (today < enrolment.yearStartsOn) {
    return refuse('study/aheadOfYear', { opensOn: enrolment.yearStartsOn });
  }
  // After a clear the relearn window may reach beyond the year; the process closes it.
  if (today >= enrolment.yearEndsOn && enrolment.epoch === 1) {
    return refuse('study/notOpen', { endedOn: enrolment.yearEndsOn });
  }
  return ok('study');
}

/** Are both consents live, in the version in force? Without them no face is processed. */
export async function facesConsented(db: Db, learnerId: string): Promise<boolean> {
  const consents = (await liveConsentsOf(db, learnerId)).map((consent) => ({
    kind: consent.kind as ConsentKind,
    version: consent.version,
    givenAt: consent.givenAt.getTime(),
    withdrawnAt: null,
  }));
  return allowsFaces(consents);
}

/**
 * May the learner's face be checked? Refuses `face/consentMissing`, `face/noPortrait`, and
 * `face/unavailable` while a portrait waits to be measured.
 */
export async function faceAllowed(db: Db, learnerId: string): Promise<Result<void>> {
  if (!(await facesConsented(db, learnerId))) {
    return refuse('face/consentMissing', { kinds: CONSENT_KINDS });
  }
  if ((await findTemplate(db, learnerId)) !== undefined) return ok(undefined);
  // A portrait that nobody could measure yet is no portrait to upload again.
  const files = await currentFilesOf(db, learnerId);
  const isThere = files.some((file) => file.kind === 'portrait');
  return refuse(isThere ? 'face/unavailable' : 'face/noPortrait');
}
