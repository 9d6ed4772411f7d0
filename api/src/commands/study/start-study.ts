import {
  ok,
  accommodated,
  actionsLeft,
  openSession,
  refuse,
  resumePosition,
  sessionRuleOf,
  startCredit,
  type Policy,
  type Result,
} from '@xuzheng/engine';
import type { Vault } from '../../crypto/vault.ts';
import { accommodationOf } from '../../db/accommodations.ts';
import type { Trx } from '../../db/connect.ts';
import { coursesFor } from '../../db/courses.ts';
import { openFaceCheckOf, withdrawFaceChecks } from '../../db/face-checks.ts';
import { findEnrolmentOf, type EnrolmentRow } from '../../db/enrolments-studied.ts';
import { writeJournal } from '../../db/journal.ts';
import { progressOfLesson } from '../../db/lesson-progress.ts';
import { lessonsOf, type LessonRow } from '../../db/lessons.ts';
import { policyOf } from '../../db/policies.ts';
import { findLease, grantLease, lockLearnerStudy } from '../../db/study-leases.ts';
import {
  insertSession,
  lastStudiedSession,
  openSessionsOf,
  type StudySessionRow,
} from '../../db/study-sessions.ts';
import type { Deps } from '../../deps.ts';
import type { SessionView, StartStudy } from '../../schemas/study.ts';
import { keepAttendedCheck } from './attended-check.ts';
import { issueChallenge, type Terms } from './challenge.ts';
import { drawPlan, owedAfterSession } from './check-log.ts';
import { sessionView } from './session-view.ts';
import { end, step } from './study-events.ts';
import { faceAllowed, facesConsented, studyMode, type StudyMode } from './study-gate.ts';
import { ensureTemplate } from '../ensure-template.ts';
import type { PortraitDeps } from '../judge-own-portrait.ts';
import { writeBooks } from './stored-books.ts';
import { readState, saveState, type StudyState } from './study-state.ts';
import { uuidv7 } from './uuid.ts';

/** What signs the links and challenges, and seals the codes. */
interface Keys {
  readonly media: Buffer;
  readonly vault: Vault;
}

interface Opening extends Terms {
  readonly enrolment: EnrolmentRow;
  readonly lesson: LessonRow;
  readonly mode: StudyMode;
  /** Without a face: the learner's own choice, needing no consent and no camera. */
  readonly attended: boolean;
  readonly asked: StartStudy;
  /** Hash of the browser's own name; null where there is none. */
  readonly browser: Buffer | null;
  readonly now: number;
}

/** The lesson, when it is one of the published ones of the enrolment. */
async function lessonFor(
  db: Trx,
  enrolment: EnrolmentRow,
  lessonId: string,
): Promise<LessonRow | undefined> {
  const courses = await coursesFor(db, enrolment);
  const lessons = await lessonsOf(
    db,
    courses.map((course) => course.id),
  );
  return lessons.find((lesson) => lesson.id === lessonId);
}

const isSameStart = (row: StudySessionRow, opening: Opening): boolean =>
  row.lessonId === opening.lesson.id &&
  row.enrolmentId === opening.enrolment.id &&
  row.device === opening.asked.device &&
  row.attended === opening.attended &&
  row.replay === (opening.mode === 'replay');

/**
 * Makes room for a new session: refuses when one is alive elsewhere and this is no take-over; ends
 * what was left open. Gives a session back that was opened by the same click a moment ago.
 */
async function makeRoom(
  trx: Trx,
  learnerId: string,
  opening: Opening,
): Promise<Result<StudySessionRow | null>> {
  const { now, asked } = opening;
  const lease = await findLease(trx, learnerId);
  const open = await openSessionsOf(trx, learnerId);
  const holder = open.find((row) => row.id === lease?.sessionId);
  const alive = holder !== undefined && lease !== undefined && lease.expiresAt.getTime() > now;
  if (alive && isSameStart(holder, opening) && readState(holder).credit === null) return ok(holder);
  if (alive && asked.takeOver !== true) {
    return refuse('study/leaseHeld', {
      device: lease.device,
      since: holder.startedAt.toISOString(),
      sameDevice: holder.device === asked.device,
    });
  }
  for (const row of open) {
    const state = readState(row);
    await saveState(trx, state, end(state, now, alive ? 'superseded' : 'expired'), now);
  }
  if (alive) {
    await writeJournal(trx, {
      at: new Date(now),
      actor: { kind: 'learner', id: learnerId },
      action: 'study.takenOver',
      learnerId,
      enrolmentId: opening.enrolment.id,
      details: { from: holder.id },
    });
  }
  return ok(null);
}

/** What the learner's last session leaves to be checked: a new start does not draw a quieter plan. */
async function owedSecondsOf(trx: Trx, learnerId: string, policy: Policy): Promise<number> {
  const last = await lastStudiedSession(trx, learnerId);
  return last === undefined ? 0 : owedAfterSession(readState(last), policy);
}

async function insertOpening(trx: Trx, learnerId: string, opening: Opening): Promise<StudyState> {
  const { enrolment, lesson, policy, mode, asked, now } = opening;
  const id = uuidv7(now);
  const token = await grantLease(trx, {
    learnerId,
    sessionId: id,
    device: asked.device,
    expiresAt: new Date(now + policy.leaseSeconds * 1000),
  });
  const key = { enrolmentId: enrolment.id, epoch: enrolment.epoch, lessonId: lesson.id };
  const progress = await progressOfLesson(trx, key);
  const replay = mode === 'replay';
  const opened = openSession(now, sessionRuleOf(policy, opening.attended));
  const row = await insertSession(trx, {
    id,
    learnerId,
    ...key,
    leaseToken: token,
    ...writeBooks({ session: opened, credit: null, pendingBefore: progress.pending }),
    positionSeconds: replay ? 0 : resumePosition(progress.watched, lesson.durationSeconds),
    startedAt: new Date(now),
    accountedUntil: new Date(now),
    lastBeatAt: new Date(now),
    replay,
    attended: opening.attended,
    checkPlan: JSON.stringify(
      drawPlan(policy, lesson.durationSeconds, await owedSecondsOf(trx, learnerId, policy)),
    ),
    device: asked.device,
    deviceMark: opening.browser,
    deviceLabels: JSON.stringify({
      camera: asked.cameraLabel ?? null,
      microphone: asked.microphone ?? null,
    }),
    policyId: policy.id,
    policyVersion: policy.version,
  });
  return readState(row);
}

/** Free replay opens at once: nothing is earned, so nobody is asked for their face. */
function openReplay(state: StudyState, opening: Opening): StudyState {
  const { lesson, now, policy } = opening;
  const credit = startCredit({
    at: now,
    durationSeconds: lesson.durationSeconds,
    positionSeconds: 0,
    watched: [[0, lesson.durationSeconds]],
    usedTodaySeconds: 0,
    presence: null,
    rule: policy,
  });
  const ready = step(state, { type: 'CAMERA_READY', at: now });
  return { ...step(ready, { type: 'FACE_MATCHED', at: now }), credit };
}

/** The check at the door: a challenge to the camera, or a code. */
async function askAtDoor(trx: Trx, keys: Keys, state: StudyState, opening: Opening) {
  const { now, policy, lesson } = opening;
  const { learnerId, enrolmentId, id: sessionId } = state.row;
  if (opening.attended) {
    const work = { trx, now, policy, lesson, vault: keys.vault, before: state };
    return keepAttendedCheck(work, state);
  }
  const asked = { kind: 'entry', learnerId, enrolmentId, sessionId, now } as const;
  await issueChallenge(trx, keys.media, opening, asked);
}

async function open(
  trx: Trx,
  keys: Keys,
  learnerId: string,
  opening: Opening,
): Promise<StudyState> {
  const { now } = opening;
  const state = await insertOpening(trx, learnerId, opening);
  if (opening.mode === 'replay') {
    return (await saveState(trx, state, openReplay(state, opening), now)).state;
  }
  const ready = step(state, { type: 'CAMERA_READY', at: now });
  await askAtDoor(trx, keys, ready, opening);
  return (await saveState(trx, state, ready, now)).state;
}

/** The session of a moment ago, with a check that can still be answered. */
async function goOn(
  trx: Trx,
  keys: Keys,
  row: StudySessionRow,
  opening: Opening,
): Promise<StudyState> {
  const state = readState(row);
  const check = await openFaceCheckOf(trx, row.id, new Date(opening.now));
  const left: readonly string[] = actionsLeft(opening.accommodation);
  const stands = check?.actions.every((action) => left.includes(action)) === true;
  if (!stands) {
    // Lapsed, or an action has been left out for this learner since it was drawn.
    await withdrawFaceChecks(trx, row.id, new Date(opening.now));
    await askAtDoor(trx, keys, state, opening);
  }
  return state;
}

async function prepare(
  trx: Trx,
  learnerId: string,
  asked: StartStudy,
  browser: Buffer | null,
  now: number,
): Promise<Result<Opening>> {
  const enrolment = await findEnrolmentOf(trx, asked.enrolmentId, learnerId);
  if (enrolment === undefined) return refuse('enrolment/notFound');
  const mode = await studyMode(trx, enrolment, now);
  if (!mode.ok) return mode;
  const lesson = await lessonFor(trx, enrolment, asked.lessonId);
  if (lesson === undefined) return refuse('study/lessonNotFound');
  const accommodation = await accommodationOf(trx, learnerId);
  const policy = accommodated(await policyOf(trx, enrolment), accommodation);
  const attended = asked.attended === true && mode.value === 'study';
  if (mode.value === 'study') {
    const key = { enrolmentId: enrolment.id, epoch: enrolment.epoch, lessonId: lesson.id };
    const progress = await progressOfLesson(trx, key);
    // Handbook §1: 全部课程学完可重播观看: a lesson that is complete waits for the others.
    if (progress.completedAt !== null) return refuse('study/lessonComplete');
    // Refusing the use of one's face blocks nothing: without it neither consent nor portrait is asked.
    const allowed = attended ? ok(undefined) : await faceAllowed(trx, learnerId);
    if (!allowed.ok) return allowed;
  }
  const terms = { policy, accommodation };
  return ok({ enrolment, lesson, ...terms, mode: mode.value, attended, asked, browser, now });
}

/**
 * 开始学习. One live session per learner: a second device is refused until it takes over. Refuses
 * `enrolment/notFound`, `study/lessonNotFound`, `study/lessonComplete`, `study/leaseHeld` (with the
 * device), `face/consentMissing`, `face/noPortrait`, `face/unavailable` and what `studyMode` refuses.
 */
export async function startStudy(
  deps: PortraitDeps & Pick<Deps, 'config'>,
  learnerId: string,
  asked: StartStudy,
  browser: Buffer | null = null,
): Promise<Result<SessionView>> {
  // The face service may have been away when the portrait was uploaded: that is our fault to mend.
  if (await facesConsented(deps.db, learnerId)) await ensureTemplate(deps, learnerId);
  return deps.db.transaction().execute(async (trx) => {
    await lockLearnerStudy(trx, learnerId);
    const now = deps.clock.now();
    const opening = await prepare(trx, learnerId, asked, browser, now);
    if (!opening.ok) return opening;
    const room = await makeRoom(trx, learnerId, opening.value);
    if (!room.ok) return room;
    const keys = { media: deps.config.keys.media, vault: deps.vault };
    const state = room.value
      ? await goOn(trx, keys, room.value, opening.value)
      : await open(trx, keys, learnerId, opening.value);
    const { policy, lesson, mode } = opening.value;
    const facts = { now, hoursComplete: mode === 'replay', policy, lesson, mediaKey: keys.media };
    return ok(await sessionView(trx, state, facts));
  });
}
