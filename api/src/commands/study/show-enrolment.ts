import {
  auditOpensAfter,
  creditHoursOf,
  HOURS_COMPLETED_TEXT,
  measure,
  ok,
  postLabel,
  PROFILE_ITEM_LABELS,
  refusalSentence,
  refuse,
  resumePosition,
  start as startLifecycle,
  startOfDay,
  type LifecycleSnapshot,
  type Policy,
  type ProfileItem,
  type Result,
} from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { coursesFor, type CourseRow } from '../../db/courses.ts';
import {
  enrolmentsOfLearner,
  findEnrolmentOf,
  type EnrolmentRow,
} from '../../db/enrolments-studied.ts';
import { learnerStudyFacts } from '../../db/likeness.ts';
import { progressOfEnrolment, type LessonProgressState } from '../../db/lesson-progress.ts';
import { lessonsOf, type LessonRow } from '../../db/lessons.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import { lessonLinks } from '../../media/lesson-links.ts';
import { explanationView, projectedSnapshot, stepViews } from '../../schemas/explanation-view.ts';
import type {
  MyCourseView,
  MyEnrolmentDetailView,
  MyEnrolmentView,
  MyLessonView,
  StudyGateView,
} from '../../schemas/my-enrolments.ts';
import { isoOrNull } from '../../schemas/shared.ts';
import { explainFactsOf } from '../enrolment/explain-facts.ts';
import { hoursView } from './hours-view.ts';
import { lastReceipts } from './last-receipts.ts';
import { sharedOrigins } from './shared-origins.ts';
import { missingOf, studyMode } from './study-gate.ts';

type ShowDeps = Pick<Deps, 'db' | 'clock' | 'config'>;

/** Where the lifecycle stands; before its process has taken the first step, where it will begin. */
async function snapshotOf(
  db: Db,
  enrolment: EnrolmentRow,
  policy: Policy,
): Promise<LifecycleSnapshot> {
  const projected = projectedSnapshot(enrolment);
  if (projected !== null) return projected;
  const learner = await learnerStudyFacts(db, enrolment.learnerId);
  return startLifecycle({
    enrolmentId: enrolment.id,
    examRequired: enrolment.examRequired,
    auditOpensAfter: auditOpensAfter(policy, enrolment.post),
    yearEndsAt: startOfDay(enrolment.yearEndsOn),
    settleAfterMs: 0,
    at: enrolment.createdAt.getTime(),
    phoneVerifiedAt: learner.phoneVerifiedAt?.getTime() ?? null,
    profileCompletedAt: learner.profileCompletedAt?.getTime() ?? null,
  });
}

const labelsOf = (missing: readonly ProfileItem[]): string[] =>
  missing.map((item) => PROFILE_ITEM_LABELS[item]);

async function enrolmentView(
  db: Db,
  enrolment: EnrolmentRow,
  policy: Policy,
  now: number,
): Promise<MyEnrolmentView> {
  const snapshot = await snapshotOf(db, enrolment, policy);
  const missing = labelsOf(await missingOf(db, enrolment.learnerId));
  const facts = await explainFactsOf(db, enrolment, missing);
  return {
    id: enrolment.id,
    post: enrolment.post,
    postLabel: { zh: postLabel(enrolment.post), en: postLabel(enrolment.post, 'en') },
    studyYear: enrolment.studyYear,
    yearStartsOn: enrolment.yearStartsOn,
    yearEndsOn: enrolment.yearEndsOn,
    policyId: enrolment.policyId,
    policyVersion: enrolment.policyVersion,
    examRequired: enrolment.examRequired,
    examPassedAt: isoOrNull(enrolment.examPassedAt),
    epoch: enrolment.epoch,
    explanation: explanationView(snapshot, policy, now, facts),
    steps: stepViews(snapshot),
    hours: await hoursView(db, enrolment, policy),
  };
}

const NOTHING: LessonProgressState = {
  watched: [],
  pending: [],
  watchedSeconds: 0,
  completedAt: null,
};

function lessonView(
  lesson: LessonRow,
  progress: LessonProgressState,
  policy: Policy,
  said: Pick<MyLessonView, 'posterUrl' | 'lastReceipt' | 'sharedFrom'>,
): MyLessonView {
  return {
    id: lesson.id,
    position: lesson.position,
    title: lesson.title,
    topic: lesson.topic,
    durationSeconds: lesson.durationSeconds,
    creditHours: creditHoursOf(lesson.durationSeconds, policy.creditHourSeconds),
    watchedSeconds: progress.watchedSeconds,
    pendingSeconds: measure(progress.pending),
    resumeAtSeconds: resumePosition(progress.watched, lesson.durationSeconds),
    completedAt: isoOrNull(progress.completedAt),
    ...said,
  };
}

async function courseViews(
  deps: ShowDeps,
  enrolment: EnrolmentRow,
  policy: Policy,
): Promise<MyCourseView[]> {
  const { db, config, clock } = deps;
  const courses = await coursesFor(db, enrolment);
  const lessons = await lessonsOf(
    db,
    courses.map((course) => course.id),
  );
  const key = { enrolmentId: enrolment.id, epoch: enrolment.epoch };
  const progress = await progressOfEnrolment(db, key);
  const receiptOf = await lastReceipts(db, key);
  const sharedFrom = await sharedOrigins(db, enrolment);
  const { media } = config.keys;
  const viewOf = (lesson: LessonRow): MyLessonView => {
    const known = progress.get(lesson.id) ?? NOTHING;
    const { posterUrl } = lessonLinks(media, lesson, enrolment.learnerId, clock.now());
    const lastReceipt = receiptOf(lesson.id, known.watchedSeconds);
    const origin = known.completedAt === null ? null : (sharedFrom.get(lesson.id) ?? null);
    return lessonView(lesson, known, policy, { posterUrl, lastReceipt, sharedFrom: origin });
  };
  return courses.map((course: CourseRow) => ({
    id: course.id,
    title: course.title,
    kind: course.kind as MyCourseView['kind'],
    lessons: lessons.filter((lesson) => lesson.courseId === course.id).map(viewOf),
  }));
}

async function gateView(db: Db, enrolment: EnrolmentRow, now: number): Promise<StudyGateView> {
  const mode = await studyMode(db, enrolment, now);
  const missing = await missingOf(db, enrolment.learnerId);
  if (mode.ok) {
    const replay = mode.value === 'replay';
    return { open: true, replay, code: null, sentence: null, missing };
  }
  const { refusal } = mode;
  const sentence = { zh: refusalSentence(refusal), en: refusalSentence(refusal, 'en') };
  return { open: false, replay: false, code: refusal.code, sentence, missing };
}

/** 我的培训: every enrolment of a learner, with where it stands and what comes next. */
export async function listMyEnrolments(
  deps: ShowDeps,
  learnerId: string,
): Promise<MyEnrolmentView[]> {
  const now = deps.clock.now();
  const rows = await enrolmentsOfLearner(deps.db, learnerId);
  return Promise.all(
    rows.map(async (row) => enrolmentView(deps.db, row, await policyOf(deps.db, row), now)),
  );
}

/** One enrolment with its courses and lessons. Refuses `enrolment/notFound`. */
export async function showMyEnrolment(
  deps: ShowDeps,
  learnerId: string,
  enrolmentId: string,
): Promise<Result<MyEnrolmentDetailView>> {
  const { db, clock } = deps;
  const enrolment = await findEnrolmentOf(db, enrolmentId, learnerId);
  if (enrolment === undefined) return refuse('enrolment/notFound');
  const policy = await policyOf(db, enrolment);
  const now = clock.now();
  const view = await enrolmentView(db, enrolment, policy, now);
  const complete = enrolment.hoursCompletedAt !== null;
  const { hours } = view;
  const allLessons = hours.lessonsTotal > 0 && hours.lessonsCompleted === hours.lessonsTotal;
  return ok({
    ...view,
    courses: await courseViews(deps, enrolment, policy),
    study: await gateView(db, enrolment, now),
    completionNotice: complete ? HOURS_COMPLETED_TEXT : null,
    requirementMet: complete || !allLessons,
  });
}
