import { maskName, ok, refuse, type Result } from '@xuzheng/engine';
import QRCode from 'qrcode';
import type { Actor } from '../app-types.ts';
import { hashOf, newToken } from '../crypto/tokens.ts';
import type { Db } from '../db/connect.ts';
import { coursesFor } from '../db/courses.ts';
import { findEnrolmentOf } from '../db/enrolments-studied.ts';
import { findHandOver, replaceHandOver, useHandOver } from '../db/hand-overs.ts';
import type { HandOverRow } from '../db/hand-overs.ts';
import { writeJournal } from '../db/journal.ts';
import { openLearner } from '../db/learners.ts';
import { progressOfLesson } from '../db/lesson-progress.ts';
import { lessonsOf, type LessonRow } from '../db/lessons.ts';
import type { Deps } from '../deps.ts';

type HandOverDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'vault'>;

/** Time to walk from one browser to the other; a link seen over a shoulder is soon worth nothing. */
const GOOD_FOR_MS = 120_000;

type AtLesson = { readonly enrolmentId: string; readonly lessonId: string };

/** Where a link leads. */
export type HandOverTo =
  | ({ readonly place: 'lesson' } & AtLesson)
  | { readonly place: 'rehearsal' };

/** The same as a row keeps it and an answer tells it. */
type Kept = {
  readonly place: HandOverTo['place'];
  readonly enrolmentId: string | null;
  readonly lessonId: string | null;
};

const keptOf = (to: HandOverTo): Kept => ({ enrolmentId: null, lessonId: null, ...to });

const placeOf = ({ enrolmentId, lessonId }: HandOverRow): HandOverTo =>
  enrolmentId === null || lessonId === null
    ? { place: 'rehearsal' }
    : { place: 'lesson', enrolmentId, lessonId };

/** A lesson of one of the learner's enrolments. */
async function lessonAt(
  db: Db,
  learnerId: string,
  { enrolmentId, lessonId }: AtLesson,
): Promise<Result<LessonRow>> {
  const enrolment = await findEnrolmentOf(db, enrolmentId, learnerId);
  if (enrolment === undefined) return refuse('enrolment/notFound');
  const courses = await coursesFor(db, enrolment);
  const lessons = await lessonsOf(
    db,
    courses.map((course) => course.id),
  );
  const lesson = lessons.find(({ id }) => id === lessonId);
  return lesson === undefined ? refuse('study/lessonNotFound') : ok(lesson);
}

/**
 * Makes a one-time link that opens the lesson or the rehearsal, signed in, in another browser of the
 * learner's: for a browser without a camera. The token stands behind the #, so that no server and no
 * log reads it. Refuses `enrolment/notFound`, `study/lessonNotFound`.
 */
export async function makeHandOver(
  deps: HandOverDeps,
  to: HandOverTo,
  by: { readonly learnerId: string; readonly madeBySession: Buffer },
): Promise<Result<{ url: string; qrSvg: string; expiresAt: string; goodForSeconds: number }>> {
  const { db, clock, config } = deps;
  if (to.place === 'lesson') {
    const lesson = await lessonAt(db, by.learnerId, to);
    if (!lesson.ok) return lesson;
  }
  const token = newToken();
  const createdAt = new Date(clock.now());
  const expiresAt = new Date(clock.now() + GOOD_FOR_MS);
  await db.transaction().execute(async (trx) => {
    const { learnerId } = by;
    const kept = keptOf(to);
    const id = await replaceHandOver(trx, {
      ...{ ...by, ...kept, tokenHash: hashOf(token), createdAt, expiresAt },
    });
    await writeJournal(trx, {
      ...{ at: createdAt, actor: { kind: 'learner', id: learnerId }, learnerId },
      ...{ enrolmentId: kept.enrolmentId },
      ...{ action: 'account.handOverMade', details: { handOverId: id } },
    });
  });
  const url = `${config.publicUrl}/hand-over#${token}`;
  const qrSvg = await QRCode.toString(url, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  const goodForSeconds = GOOD_FOR_MS / 1000;
  return ok({ url, qrSvg, expiresAt: expiresAt.toISOString(), goodForSeconds });
}

/** Somebody else's browser: a link never puts one person's sign-in in the place of another's. */
const isForeign = (actor: Actor, row: HandOverRow): boolean =>
  actor.kind !== 'anonymous' && !(actor.kind === 'learner' && actor.learnerId === row.learnerId);

async function openHandOver(
  db: Db,
  token: string,
  actor: Actor,
  now: Date,
): Promise<Result<HandOverRow>> {
  const row = await findHandOver(db, hashOf(token), now);
  if (row === undefined) return refuse('account/handOverInvalid');
  if (row.usedAt !== null) return refuse('account/handOverUsed');
  // Signed out where it was made, or every sign-in ended for a new password: the link goes with it.
  if (row.expiresAt <= now || row.liveSession === null) return refuse('account/handOverExpired');
  return isForeign(actor, row) ? refuse('account/handOverForeign') : ok(row);
}

type Shown = {
  readonly holderMasked: string;
  readonly place: HandOverTo['place'];
  readonly lessonTitle: string | null;
  readonly savedSeconds: number | null;
};

/** The lesson a link leads to and the second at which it goes on; null when it is gone. */
async function lessonShown(db: Db, learnerId: string, at: AtLesson) {
  const [lesson, enrolment] = await Promise.all([
    lessonAt(db, learnerId, at),
    findEnrolmentOf(db, at.enrolmentId, learnerId),
  ]);
  if (!lesson.ok || enrolment === undefined) return null;
  const { enrolmentId, lessonId } = at;
  const { watchedSeconds } = await progressOfLesson(db, {
    ...{ enrolmentId, lessonId, epoch: enrolment.epoch },
  });
  return { lessonTitle: lesson.value.title, savedSeconds: watchedSeconds };
}

/**
 * What a link would do, for the person who opened it to confirm: whose account, which lesson, from
 * which second. Uses nothing up. Refuses `account/handOverInvalid`, `account/handOverUsed`,
 * `account/handOverExpired`, `account/handOverForeign`.
 */
export async function lookAtHandOver(
  deps: HandOverDeps,
  token: string,
  actor: Actor,
): Promise<Result<Shown>> {
  const { db, vault, clock } = deps;
  const found = await openHandOver(db, token, actor, new Date(clock.now()));
  if (!found.ok) return found;
  const { learnerId } = found.value;
  const to = placeOf(found.value);
  const learner = await openLearner(db, vault, learnerId);
  if (learner === undefined) return refuse('account/handOverInvalid');
  const { place } = to;
  const holderMasked = maskName(learner.name);
  if (to.place === 'rehearsal') {
    return ok({ holderMasked, place, lessonTitle: null, savedSeconds: null });
  }
  const lesson = await lessonShown(db, learnerId, to);
  if (lesson === null) return refuse('account/handOverInvalid');
  return ok({ holderMasked, place, ...lesson });
}

/** Uses a link up, once. Refuses what `lookAtHandOver` refuses. */
export function takeHandOver(
  deps: HandOverDeps,
  token: string,
  actor: Actor,
): Promise<Result<Kept & { readonly learnerId: string }>> {
  return deps.db.transaction().execute(async (trx) => {
    const now = new Date(deps.clock.now());
    const found = await openHandOver(trx, token, actor, now);
    if (!found.ok) return found;
    const { id, learnerId, enrolmentId } = found.value;
    if (!(await useHandOver(trx, id, now))) return refuse('account/handOverUsed');
    await writeJournal(trx, {
      ...{ at: now, actor: { kind: 'learner', id: learnerId }, learnerId, enrolmentId },
      ...{ action: 'account.handedOver', details: { handOverId: id } },
    });
    return ok({ learnerId, ...keptOf(placeOf(found.value)) });
  });
}
