import { CONSENT_VERSION, fastPolicy, type Policy } from '@xuzheng/engine';
import type { Deps } from '../../../api/src/deps.ts';
import { setProfileCompleted } from '../../../api/src/db/learners.ts';
import { findDataKey } from '../../../api/src/db/learner-keys.ts';
import { packVector } from '../../../api/src/faces/index.ts';
import type {
  ReceiptView,
  SessionShortView,
  SessionView,
  FaceCheckResultView,
} from '../../../api/src/schemas/study.ts';
import { appUnderTest, type AppUnderTest, type PersonGiven } from '../app-under-test.ts';
import type { Answer, Browser } from '../browser.ts';
import { form, FORM_HEADERS } from './forms.ts';
import {
  MODEL_OF_TESTS,
  picture,
  scriptedFaces,
  type ScriptedFaces,
  type Sitter,
} from './scripted-faces.ts';

/** The handbook's numbers, with checks so rare that only tests which ask for them meet them. */
export const QUIET: Policy = fastPolicy({
  id: 'quiet',
  heartbeatSeconds: 15,
  leaseSeconds: 45,
  offlineGraceSeconds: 120,
  unacknowledgedPauseSeconds: 60,
  presenceGapSeconds: 1200,
  snapshotEverySeconds: 300,
  recheckEverySeconds: 900,
  recheckAnswerSeconds: 36_000,
});
/** The same with the real time for an answer. */
export const CHECKED: Policy = { ...QUIET, id: 'checked', recheckAnswerSeconds: 60 };
/** Snapshots alone, no rechecks. */
export const SILENT: Policy = { ...CHECKED, id: 'silent', recheckEverySeconds: 1_000_000 };

export const PEOPLE = {
  wang: { idNumber: '110101199003070011', name: '王小明', phone: '13800138000' },
  li: { idNumber: '110101199003078822', name: '李大山', phone: '13800138001' },
} as const satisfies Record<string, PersonGiven>;

/** One learner, ready to study, with a browser and a camera. */
export interface Student {
  readonly learnerId: string;
  readonly enrolmentId: string;
  readonly browser: Browser;
  readonly start: (lesson?: number, more?: object) => Promise<Answer>;
  /** Starts and passes the face check. */
  readonly enter: (lesson?: number, more?: object) => Promise<SessionView>;
  readonly face: (session: SessionView, sitter: Sitter) => Promise<Answer>;
  readonly beat: (session: SessionView, ...beats: Claim[]) => Promise<Answer>;
  readonly snapshot: (sessionId: string, sitter: Sitter) => Promise<Answer>;
  readonly look: (sessionId: string) => Promise<SessionView>;
}

export type Claim = readonly [
  seq: number,
  positionSeconds: number,
  says?: 'playing' | 'paused' | 'hidden',
];

export interface StudyGround extends AppUnderTest {
  readonly faces: ScriptedFaces;
  readonly lessons: readonly string[];
  readonly student: (who: keyof typeof PEOPLE, policy?: Policy) => Promise<Student>;
  readonly enrolment: (id: string) => Promise<Awaited<ReturnType<typeof enrolmentRow>>>;
  readonly segments: (sessionId: string) => Promise<Awaited<ReturnType<typeof segmentRows>>>;
}

export const POST = 'construction-civil';
const STUDY_YEAR = 2026;
/** Seconds of the lessons of the tests' course. */
export const DURATIONS = [60, 90, 600] as const;

const enrolmentRow = (deps: Deps, id: string) =>
  deps.db.selectFrom('enrolments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const segmentRows = (deps: Deps, sessionId: string) =>
  deps.db
    .selectFrom('studySegments')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('n')
    .execute();

async function furnish({ db }: Deps, policies: readonly Policy[], durations: readonly number[]) {
  for (const policy of policies) {
    const { id, version } = policy;
    const body = JSON.stringify(policy);
    await db
      .insertInto('policies')
      .values({ id, version, effectiveOn: '2020-01-01', body })
      .execute();
  }
  const course = { title: '施工安全', kind: 'professional', studyYear: STUDY_YEAR, posts: [POST] };
  const { id: courseId } = await db
    .insertInto('courses')
    .values({ ...course, publishedAt: new Date(0) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const lessons = await db
    .insertInto('lessons')
    .values(
      durations.map((durationSeconds, n) => ({
        ...{ courseId, position: n + 1, title: `第 ${n + 1} 讲`, durationSeconds },
        webmKey: 'plain/none',
      })),
    )
    .returning('id')
    .execute();
  return lessons.map((lesson) => lesson.id);
}

/** Consents, a portrait's template, a complete profile: what studying asks for. */
async function completeProfile({ db, vault, clock }: Deps, learnerId: string): Promise<void> {
  const at = new Date(clock.now());
  for (const kind of ['useFace', 'keepFrames']) {
    const consent = { learnerId, kind, version: CONSENT_VERSION, givenAt: at };
    await db.insertInto('consents').values(consent).execute();
  }
  const file = { learnerId, kind: 'portrait', sha256: Buffer.alloc(32), storageKey: 'sealed/none' };
  const { id: fileId } = await db
    .insertInto('learnerFiles')
    .values({ ...file, contentType: 'image/jpeg' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const key = await findDataKey(db, vault, learnerId);
  if (key === undefined) throw new Error('no key');
  const descriptorSealed = vault.seal(key, packVector({ ...MODEL_OF_TESTS, vector: [1, 0] }));
  await db
    .insertInto('faceTemplates')
    .values({ learnerId, fileId, descriptorSealed, ...MODEL_OF_TESTS })
    .execute();
  await setProfileCompleted(db, learnerId, at);
}

async function enrol({ db }: Deps, learnerId: string, policy: Policy): Promise<string> {
  const { id } = await db
    .insertInto('enrolments')
    .values({
      ...{ learnerId, post: POST, studyYear: STUDY_YEAR, examRequired: true, createdBy: 'test' },
      ...{ yearStartsOn: '2026-01-01', yearEndsOn: '2027-01-01' },
      ...{ policyId: policy.id, policyVersion: policy.version, stateTags: ['hours.studying'] },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const claim = ([seq, positionSeconds, says = 'playing']: Claim) => ({
  ...{ seq, positionSeconds },
  playing: says !== 'paused',
  visible: says !== 'hidden',
});

export function handsOf(browser: Browser, enrolmentId: string, lessons: readonly string[]) {
  const url = '/api/me/study-sessions';
  const start: Student['start'] = (lesson = 0, more = {}) =>
    browser.post(url, { enrolmentId, lessonId: lessons[lesson], device: 'Chrome', ...more });
  const face: Student['face'] = (session, sitter) => {
    const { challenge } = session;
    const frames = [0, 1, 2].map((n) => ({ atMs: n * 10, action: challenge?.actions[n] ?? null }));
    const meta = JSON.stringify({ nonce: challenge?.nonce ?? 'none-at-all-none', frames });
    const files = frames.map(() => ({ name: 'frame', bytes: picture(sitter) }));
    return browser.post(`${url}/${session.id}/face-check`, form({ meta }, files), FORM_HEADERS);
  };
  return {
    start,
    face,
    enter: async (lesson, more) => {
      const started = await start(lesson, more);
      if (started.statusCode !== 201) throw new Error(started.body);
      const answer = await face(started.json<SessionView>(), 'me');
      const { session } = answer.json<FaceCheckResultView>();
      if (!session || session.state !== 'playing') throw new Error(answer.body);
      return session;
    },
    beat: ({ id, leaseToken }, ...beats) =>
      browser.post(`${url}/${id}/beats`, { leaseToken, beats: beats.map(claim) }),
    snapshot: (id, sitter) =>
      browser.post(
        `${url}/${id}/snapshots`,
        form({}, [{ name: 'frame', bytes: picture(sitter) }]),
        FORM_HEADERS,
      ),
    look: async (id) => (await browser.get(`${url}/${id}`)).json<SessionView>(),
  } satisfies Omit<Student, 'learnerId' | 'enrolmentId' | 'browser'>;
}

/** The app, a course of three lessons and two policies. */
export async function studyGround(
  durations: readonly number[] = DURATIONS,
  more: Partial<Deps> = {},
): Promise<StudyGround> {
  const faces = scriptedFaces();
  const ground = await appUnderTest({ faces, ...more });
  const lessons = await furnish(ground.deps, [QUIET, CHECKED, SILENT], durations);
  return {
    ...ground,
    faces,
    lessons,
    enrolment: (id) => enrolmentRow(ground.deps, id),
    segments: (id) => segmentRows(ground.deps, id),
    student: async (who, policy = QUIET) => {
      const { id: learnerId, browser } = await ground.activeLearner(PEOPLE[who]);
      await completeProfile(ground.deps, learnerId);
      const enrolmentId = await enrol(ground.deps, learnerId, policy);
      return { learnerId, enrolmentId, browser, ...handsOf(browser, enrolmentId, lessons) };
    },
  };
}

export const receiptOf = (answer: Answer): ReceiptView => {
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<ReceiptView>();
};

export const totalsOf = (answer: Answer): SessionShortView['totals'] =>
  receiptOf(answer).session.totals;

export const codeOf = (answer: Answer): string => answer.json<{ code: string }>().code;
