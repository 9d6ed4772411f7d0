import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll } from 'vitest';
import type { StaffRole } from '@xuzheng/engine';
import type { App } from '../../api/src/app-types.ts';
import { createApp } from '../../api/src/app.ts';
import { createStaff } from '../../api/src/commands/manage-staff.ts';
import { readConfig } from '../../api/src/config.ts';
import { createDeps, closeDeps } from '../../api/src/deps.ts';
import type { Deps } from '../../api/src/deps.ts';
import { findOrInsertLearner } from '../../api/src/db/learners.ts';
import { sendDueNotices } from '../../api/src/notices/index.ts';
import type { Sms } from '../../api/src/notices/index.ts';
import { cloneDatabase } from '../support/database.ts';
import { TEST_ENVIRONMENT } from '../support/environment.ts';
import { browserOn } from './browser.ts';
import type { Browser } from './browser.ts';

/** Monday, 2 March 2026, 10:00 in Shanghai. */
const START = Date.UTC(2026, 2, 2, 2);

export type TestClock = {
  readonly now: () => number;
  /** Lets time pass. */
  readonly pass: (ms: number) => void;
};

export const testClock = (start = START): TestClock => {
  let at = start;
  return { now: () => at, pass: (ms) => void (at += ms) };
};

export type PersonGiven = {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
};

export type AppUnderTest = {
  readonly app: App;
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly logLines: string[];
  /** What the gateway got so far. */
  readonly sent: Sms[];
  /** Sends what is due now and gives the newest message. */
  readonly lastSms: () => Promise<Sms | undefined>;
  readonly browser: (address?: string) => Browser;
  readonly learner: (person: PersonGiven) => Promise<string>;
  /** A learner with a password of their own, signed in. */
  readonly activeLearner: (person: PersonGiven) => Promise<{ id: string; browser: Browser }>;
  readonly staff: (login: string, roles: readonly StaffRole[]) => Promise<StaffUnderTest>;
};

export type StaffUnderTest = {
  readonly id: string;
  readonly login: string;
  readonly password: string;
  readonly totp: () => string;
  readonly browser: Browser;
};

export const LEARNER_PASSWORD = 'gong-di-an-quan-2026';
const STAFF_PASSWORD = 'shen-he-yuan-2026!';

/** The app on a database of the test file's own; only the gateway and the clock are not real. */
export async function appUnderTest(
  replace: Partial<Deps> = {},
  environment: Record<string, string> = {},
): Promise<AppUnderTest> {
  const database = await cloneDatabase();
  const storageDir = await mkdtemp(join(tmpdir(), 'xuzheng-api-'));
  const config = readConfig({
    ...TEST_ENVIRONMENT,
    LOG_LEVEL: 'info',
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    STORAGE_DIR: storageDir,
    ...environment,
  });
  const clock = testClock();
  const sent: Sms[] = [];
  const sms: Deps['sms'] = {
    name: 'test',
    send: async (message) => {
      const receipt = await replace.sms?.send(message);
      sent.push(message);
      return receipt ?? { state: 'delivered' };
    },
  };
  const deps = await createDeps(config, { clock, ...replace, sms });
  const logLines: string[] = [];
  const app = await createApp(deps, { logTo: { write: (line) => void logLines.push(line) } });
  await app.ready();
  afterAll(async () => {
    await app.close();
    await closeDeps(deps);
    await rm(storageDir, { recursive: true, force: true });
  });
  return { app, deps, clock, logLines, sent, ...hands(app, deps, clock, sent) };
}

type Hands = Pick<AppUnderTest, 'lastSms' | 'browser' | 'learner' | 'activeLearner' | 'staff'>;

function hands(app: App, deps: Deps, clock: TestClock, sent: Sms[]): Hands {
  const browser = (address?: string): Browser => browserOn(app, address);
  const lastSms = async (): Promise<Sms | undefined> => {
    await sendDueNotices(deps);
    return sent.at(-1);
  };
  const learner = async (person: PersonGiven): Promise<string> => {
    const given = { ...person, createdAt: new Date(clock.now()) };
    return (await findOrInsertLearner(deps.db, deps.vault, given)).id;
  };
  const activeLearner: Hands['activeLearner'] = async (person) => {
    const id = await learner(person);
    const own = browser();
    await activate(own, person.idNumber, lastSms);
    return { id, browser: own };
  };
  const staff: Hands['staff'] = async (login, roles) => {
    const member = { login, displayName: login, password: STAFF_PASSWORD, roles, createdBy: null };
    const made = await createStaff(deps, member);
    if (!made.ok) throw new Error(made.refusal.code);
    const secret = Secret.fromBase32(made.value.totpSecret);
    const totp = (): string => new TOTP({ secret }).generate({ timestamp: clock.now() });
    const own = browser();
    const credentials = { login, password: STAFF_PASSWORD };
    await own.post('/api/session/staff', { ...credentials, totp: totp() });
    return { id: made.value.id, ...credentials, totp, browser: own };
  };
  return { browser, lastSms, learner, activeLearner, staff };
}

/** The six digits of a message. */
export const codeIn = (sms: Sms | undefined): string => /\d{6}/.exec(sms?.body ?? '')?.[0] ?? '';

/** The whole way from 111111 to a password of one's own. */
export async function activate(
  browser: Browser,
  idNumber: string,
  lastSms: () => Promise<Sms | undefined>,
): Promise<void> {
  const step = await browser.post('/api/session/learner', { idNumber, password: '111111' });
  const { ticket } = step.json() as { ticket: string };
  await browser.post('/api/activation/code', { ticket });
  const code = codeIn(await lastSms());
  const done = await browser.post('/api/activation', {
    ticket,
    code,
    newPassword: LEARNER_PASSWORD,
  });
  if (done.statusCode !== 200) throw new Error(`activation answered ${done.body}`);
}
