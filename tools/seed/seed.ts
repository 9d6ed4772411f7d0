// Makes the demonstration people by living their stories through the product's own routes, processes
// and rules. Only the clock is moved, so that lessons take no time. Does nothing on a second run.
import { writeFile } from 'node:fs/promises';
import { dayOf, partsOf } from '@xuzheng/engine';
import { createStaff as createFirstAdmin } from '../../api/src/commands/manage-staff.ts';
import { isSeeded, markDemoInstallation, noteSeeded } from '../../api/src/db/installation.ts';
import { readAccounts, type DemoAccount } from '../boot/accounts.ts';
import { readConfig } from '../../api/src/config.ts';
import { connectDb } from '../../api/src/db/connect.ts';
import { plainFault, wordsFor } from '../ground/plain-fault.ts';
import { createStaff, signInStaff, type StaffAccount } from '../scenario/staff.ts';
import type { Visitor } from '../scenario/visitor.ts';
import { importQuestions, makeCourses, readKnowledge } from './catalogue.ts';
import { DEMO_LEARNERS, DEMO_PASSWORD, DEMO_STAFF, type DemoStaff } from './people.ts';
import { openStage, type Stage } from './stage.ts';
import { live, type Cast } from './stories.ts';

const ACCOUNTS_FILE = process.env['DEMO_ACCOUNTS_FILE'] ?? '.data/demo-accounts.json';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Accounts = ReadonlyMap<string, StaffAccount>;

/** Accounts that an interrupted seed has made: their one-time-code secrets are told only once. */
async function earlierAccounts(): Promise<Accounts> {
  const sheet = await readAccounts(ACCOUNTS_FILE);
  return new Map(
    sheet.flatMap(({ app, login, password, totpSecret }) =>
      app === 'admin' && totpSecret ? [[login, { login, password, totpSecret }]] : [],
    ),
  );
}

/** The administrator is made by command, as an operator would; everybody else by the administrator. */
async function makeStaff(stage: Stage): Promise<Accounts> {
  const [first, ...others] = DEMO_STAFF as readonly [DemoStaff, ...DemoStaff[]];
  const password = DEMO_PASSWORD;
  const made = await createFirstAdmin(stage.deps, { ...first, password, createdBy: null });
  if (!made.ok) return earlierAccounts();
  const { totpSecret } = made.value;
  const accounts = new Map([[first.login, { login: first.login, password, totpSecret }]]);
  const admin = await signIn(stage, accounts, first.login);
  for (const one of others) accounts.set(one.login, await createStaff(admin, { ...one, password }));
  return accounts;
}

function signIn(stage: Stage, accounts: Accounts, login: string): Promise<Visitor> {
  const account = accounts.get(login);
  if (!account) throw new Error(`no demo account ${login}`);
  return signInStaff(stage.url, account, stage.pace);
}

async function makeCast(stage: Stage, accounts: Accounts): Promise<Cast> {
  const as = (login: string) => signIn(stage, accounts, login);
  return {
    url: stage.url,
    pace: stage.pace,
    registrar: await as('registrar'),
    support: await as('support1'),
    auditor: await as('auditor'),
    senior: await as('senior'),
    known: await readKnowledge(),
    studyYear: partsOf(dayOf(stage.pace.now())).year,
  };
}

function accountSheet(accounts: Accounts): DemoAccount[] {
  const learners = DEMO_LEARNERS.map(({ idNumber, password, name, note }) => ({
    app: 'learner' as const,
    role: 'learner',
    login: idNumber,
    password,
    note: `${name}:${note}`,
  }));
  const staff = DEMO_STAFF.map(({ login, roles, note }) => ({
    app: 'admin' as const,
    role: roles[0] ?? 'staff',
    login,
    password: DEMO_PASSWORD,
    totpSecret: accounts.get(login)?.totpSecret ?? '',
    note,
  }));
  return [...learners, ...staff];
}

async function isDone(): Promise<boolean> {
  const db = connectDb(readConfig(process.env).databaseUrl);
  try {
    return await isSeeded(db);
  } finally {
    await db.destroy();
  }
}

function refuseProduction(): void {
  if (readConfig(process.env).mode !== 'production') return;
  throw plainFault(
    '生产模式不建演示账号;第一位管理员请用 npm run admin:create -- --login <登录名> 创建。',
    'Production gets no demonstration people; make the first administrator with npm run admin:create -- --login <name>.',
  );
}

async function seed(): Promise<void> {
  refuseProduction();
  if (await isDone()) return;
  const stage = await openStage();
  try {
    // First, so that a half-made demo is never taken for a real installation.
    await markDemoInstallation(stage.deps.db);
    say('工作人员账号');
    const accounts = await makeStaff(stage);
    const sheet = JSON.stringify(accountSheet(accounts), null, 2);
    await writeFile(ACCOUNTS_FILE, sheet, { mode: 0o600 });
    const cast = await makeCast(stage, accounts);
    say('课程、课件与题库');
    await makeCourses(cast.registrar, cast.studyYear);
    await importQuestions(cast.registrar);
    for (const [i, who] of DEMO_LEARNERS.entries()) {
      say(`学员 ${i + 1}/${DEMO_LEARNERS.length} ${who.name}:${who.note}`);
      await live(cast, who);
    }
    await noteSeeded(stage.deps.db);
  } finally {
    await stage.close();
  }
}

try {
  await seed();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(1);
}
