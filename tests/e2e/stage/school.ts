import { randomUUID } from 'node:crypto';
import {
  dayOf,
  fastPolicy,
  partsOf,
  POSTS,
  type Policy,
  type Post,
  type StaffRole,
} from '@xuzheng/engine';
import { connectDb } from '../../../api/src/db/connect.ts';
import { insertPolicy } from '../../../api/src/db/policies.ts';
import { NODE_24, ROOT } from '../../../tools/ground/paths.ts';
import { runToEnd } from '../../../tools/ground/child.ts';
import { importQuestions } from '../../../tools/seed/catalogue.ts';
import { activate, completeProfile } from '../../../tools/scenario/learner.ts';
import { REAL_TIME } from '../../../tools/scenario/pace.ts';
import {
  createStaff,
  enrol,
  signInStaff,
  type StaffAccount,
} from '../../../tools/scenario/staff.ts';
import type { Visitor } from '../../../tools/scenario/visitor.ts';
import { startProduct, type Product, type ProductOptions } from '../../support/product.ts';
import { publishCourse } from './lessons.ts';
import type { StoryLearner } from './people.ts';

const PASSWORD = 'Ceshi-gongdi-2026';

/**
 * Short beats and snapshots, and a working day of a minute: a story is never in a race with the
 * clock of its audit, and a slow machine never loses a lease.
 */
export const STORY_POLICY: Policy = fastPolicy({
  id: 'story',
  leaseSeconds: 60,
  offlineGraceSeconds: 120,
  unacknowledgedPauseSeconds: 20,
  snapshotEverySeconds: 3,
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 60_000 },
});

/** One more colleague of the desk: the same role for the browser and for what a story is not about. */
type Colleague = 'auditor' | 'senior' | 'support' | 'registrar';

const ROLES: Readonly<Record<Colleague, StaffRole>> = {
  auditor: 'auditor',
  senior: 'seniorAuditor',
  support: 'support',
  registrar: 'registrar',
};

/** The whole product with staff, one course of short lessons, the question bank and a policy. */
export interface School {
  readonly product: Product;
  readonly url: string;
  readonly studyYear: number;
  /** The post of this story's course and learners: no other story of the school has it. */
  readonly post: Post;
  /** Accounts nobody has used yet: for signing in through the desk's own screen. */
  readonly accounts: Readonly<Record<Colleague, StaffAccount>>;
  /** Colleagues at the documented API, for what a story is not about. */
  readonly admin: Visitor;
  readonly registrar: Visitor;
  readonly support: Visitor;
}

async function firstAdmin(product: Product): Promise<StaffAccount> {
  const lines: string[] = [];
  const script = [`${ROOT}/api/src/create-admin.ts`, '--login', 'admin'];
  const { code } = await runToEnd(NODE_24, script, {
    cwd: ROOT,
    env: { ...product.environment, XUZHENG_ADMIN_PASSWORD: PASSWORD },
    onLine: (line: string) => lines.push(line),
  });
  const totpSecret = lines.map((line) => /: ([A-Z2-7]{16,})$/.exec(line)?.[1]).find(Boolean);
  if (code !== 0 || !totpSecret) throw new Error(`no first administrator: ${lines.join('\n')}`);
  return { login: 'admin', password: PASSWORD, totpSecret };
}

/** What stories have in common: a running product, and the colleagues they meet at its API. */
type Common = Pick<School, 'product' | 'url' | 'admin' | 'registrar' | 'support'> & {
  /** Imports the question bank, once. */
  readonly questions: () => Promise<unknown>;
};

async function found(options: ProductOptions): Promise<Common> {
  const product = await startProduct(options);
  const { url } = product;
  await installPolicies(product, [STORY_POLICY]);
  const admin = await signInStaff(url, await firstAdmin(product), REAL_TIME);
  const registrar = await hire({ admin, url }, 'registrar');
  const support = await hire({ admin, url }, 'support');
  let imported: Promise<unknown> | undefined;
  const questions = () => (imported ??= importQuestions(registrar));
  return { product, url, admin, registrar, support, questions };
}

let common: Promise<Common> | undefined;

async function installPolicies(product: Product, policies: readonly Policy[]): Promise<void> {
  const db = connectDb(product.databaseUrl);
  for (const policy of policies) await insertPolicy(db, policy, '2000-01-01');
  await db.destroy();
}

const accountOf = (admin: Visitor, login: string, role: StaffRole): Promise<StaffAccount> =>
  createStaff(admin, { login, displayName: login, password: PASSWORD, roles: [role] });

/** One more colleague, who works by the documented API and needs no screen. */
export async function hire(
  { admin, url }: Pick<School, 'admin' | 'url'>,
  role: StaffRole,
): Promise<Visitor> {
  const account = await accountOf(admin, `${role.toLowerCase()}-${randomUUID().slice(0, 8)}`, role);
  return signInStaff(url, account, REAL_TIME);
}

export interface SchoolOptions {
  /** Its own among the stories that run in one process. */
  readonly post?: Post;
  readonly policies?: readonly Policy[];
  /** The question bank too: for stories with an exam. */
  readonly questions?: boolean;
  readonly lessons?: readonly string[];
  /** Servers of the test's own, to be killed. */
  readonly servers?: ProductOptions['servers'];
  /** False for a story without a browser: no screens are built. */
  readonly screens?: boolean;
  readonly environment?: Record<string, string>;
}

/**
 * Opens the school for a story, with a course, accounts and policies of its own. The product is the
 * one of all stories of this process, which takes some ten seconds once, unless the story wants
 * servers, an environment or screens of its own. Call it at the top of a test file.
 */
export async function openSchool(options: SchoolOptions = {}): Promise<School> {
  const { servers, environment, screens = true, post = 'documents', lessons } = options;
  const own = servers ?? environment ?? (screens ? undefined : {});
  const { questions, ...school } = own
    ? await found({
        screens,
        ...(environment ? { environment } : {}),
        ...(servers ? { servers } : {}),
      })
    : await (common ??= found({ screens, lasting: true }));
  await installPolicies(school.product, options.policies ?? []);
  const named = Object.entries(ROLES) as [Colleague, StaffRole][];
  const mark = randomUUID().slice(0, 8);
  const made = await Promise.all(
    named.map(async ([who, role]) => [who, await accountOf(school.admin, `${who}-${mark}`, role)]),
  );
  const studyYear = partsOf(dayOf(REAL_TIME.now())).year;
  await publishCourse(school.registrar, { studyYear, lessons, posts: own ? POSTS : [post] });
  if (options.questions) await questions();
  const accounts = Object.fromEntries(made) as Record<Colleague, StaffAccount>;
  return { ...school, studyYear, post, accounts };
}

export interface Enrolled {
  readonly id: string;
  readonly learnerId: string;
}

export interface EnrolOptions {
  readonly post?: Post;
  readonly policyId?: string;
  readonly originalNumber?: string;
}

/** Enrols a learner for the school's year, and for the story's post unless another is named. */
export function enrolLearner(
  school: School,
  { idNumber, name, phone }: StoryLearner,
  { post = school.post, policyId = STORY_POLICY.id, originalNumber }: EnrolOptions = {},
): Promise<Enrolled> {
  const { registrar, studyYear } = school;
  const person = { idNumber, name, phone, post, policyId, studyYear, employer: '演示建设有限公司' };
  return enrol(registrar, { ...person, ...(originalNumber ? { originalNumber } : {}) });
}

/** A learner who has activated the account and completed the profile, by the documented API. */
export async function readyLearner(
  school: School,
  who: StoryLearner,
  options: EnrolOptions = {},
): Promise<Enrolled & { readonly visitor: Visitor }> {
  const enrolled = await enrolLearner(school, who, options);
  const { learnerId } = enrolled;
  const visitor = await activate(school.url, who, { support: school.support, learnerId });
  await completeProfile(visitor, who);
  return { ...enrolled, visitor };
}
