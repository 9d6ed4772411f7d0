import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import type { Post, StaffRole } from '@xuzheng/engine';
import type { Pace } from './pace.ts';
import { visit, type Visitor } from './visitor.ts';

/** How a member of staff signs in. */
export interface StaffAccount {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
}

const STEP_MS = 30_000;

/**
 * Signs a member of staff in. A one-time code counts once, so a second sign-in within the same half
 * minute waits for the next code.
 */
export async function signInStaff(
  baseUrl: string,
  account: StaffAccount,
  pace: Pace,
): Promise<Visitor> {
  const visitor = visit(baseUrl);
  const { login, password, totpSecret } = account;
  const tryNow = () => {
    const totp = new TOTP({ secret: totpSecret }).generate({ timestamp: pace.now() });
    return visitor.api.POST('/api/session/staff', { body: { login, password, totp } });
  };
  const first = await tryNow();
  if (!first.error) return visitor;
  await pace.wait(STEP_MS - (pace.now() % STEP_MS) + 50);
  await visitor.api.take(tryNow());
  return visitor;
}

export interface NewStaff {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly StaffRole[];
}

/** Has an administrator make an account; the one-time-code secret is told this once. */
export async function createStaff(admin: Visitor, staff: NewStaff): Promise<StaffAccount> {
  const { login, displayName, password, roles } = staff;
  const body = { login, displayName, password, roles: [...roles] };
  const { totpSecret } = await admin.api.take(admin.api.POST('/api/staff', { body }));
  return { login, password, totpSecret };
}

export interface PersonToEnrol {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly post: Post;
  readonly studyYear: number;
  readonly policyId: string;
  readonly employer?: string;
  readonly originalNumber?: string;
}

/** Has a registrar enrol somebody, with the paper certificate they hold. */
export function enrol(
  registrar: Visitor,
  person: PersonToEnrol,
): Promise<{ id: string; learnerId: string }> {
  const { originalNumber, ...draft } = person;
  const body = {
    ...draft,
    ...(originalNumber
      ? {
          originalCertificate: {
            number: originalNumber,
            medium: 'paper' as const,
            issuedOn: `${person.studyYear - 3}-06-15`,
          },
        }
      : {}),
  };
  return registrar.api.take(registrar.api.POST('/api/enrolments', { body }));
}

/** The newest one-time code sent to a learner, as support reads it in the outbox. */
export async function latestCode(support: Visitor, learnerId: string): Promise<string> {
  const { items } = await support.api.take(
    support.api.GET('/api/notices', { params: { query: { learnerId } } }),
  );
  const code = items
    .filter(({ template }) => template.endsWith('Code'))
    .map(({ body }) => /\b\d{6}\b/.exec(body)?.[0])
    .find((found) => found !== undefined);
  if (code === undefined) throw new Error('no code has been sent to this learner');
  return code;
}

/** The open audit of an enrolment as an auditor finds it in the queue. */
export async function findAudit(auditor: Visitor, enrolmentId: string): Promise<string> {
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) };
    const page = await auditor.api.take(auditor.api.GET('/api/audits', { params: { query } }));
    const found = page.items.find((item) => item.enrolmentId === enrolmentId);
    if (found) return found.id;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  throw new Error('this enrolment has no open audit');
}

const look = (auditor: Visitor, id: string) =>
  auditor.api.take(auditor.api.GET('/api/audits/{id}', { params: { path: { id } } }));

/** Accepts the hours on the evidence as it is now. */
export async function accept(auditor: Visitor, auditId: string): Promise<void> {
  const { evidenceVersion } = await look(auditor, auditId);
  await auditor.api.take(
    auditor.api.POST('/api/audits/{id}/accept', {
      params: { path: { id: auditId } },
      body: { commandId: randomUUID(), evidenceVersion },
    }),
  );
}

export interface ClearWords {
  readonly reasonCode: 'impersonation' | 'abnormalStudy' | 'noOwnSnapshot';
  readonly explanation: string;
}

/** Proposes a clear on the evidence as it is now; a second person signs it. */
export async function proposeClear(
  auditor: Visitor,
  auditId: string,
  words: ClearWords,
): Promise<void> {
  const { evidenceVersion, findings } = await look(auditor, auditId);
  await auditor.api.take(
    auditor.api.POST('/api/audits/{id}/clear-proposal', {
      params: { path: { id: auditId } },
      body: {
        commandId: randomUUID(),
        evidenceVersion,
        findingIds: findings.map(({ id }) => id),
        ...words,
      },
    }),
  );
}

/** Signs a proposed clear. */
export async function signClear(senior: Visitor, auditId: string): Promise<void> {
  const { evidenceVersion } = await look(senior, auditId);
  await senior.api.take(
    senior.api.POST('/api/audits/{id}/clear-signature', {
      params: { path: { id: auditId } },
      body: { commandId: randomUUID(), evidenceVersion },
    }),
  );
}
