import { randomBytes } from 'node:crypto';
import {
  dayOf,
  HANDBOOK_POLICY,
  maskName,
  needsExam,
  ok,
  parseIdentityNumber,
  parsePersonName,
  parsePhone,
  refuse,
  SANDBOX_POLICY,
  studyYear,
  verificationCode,
  type Policy,
  type Result,
  type StudyYearRule,
} from '@xuzheng/engine';
import type { Actor } from '../../app-types.ts';
import type { Trx } from '../../db/connect.ts';
import { activeCertificateOf, insertOriginal } from '../../db/certificates-imported.ts';
import { insertEnrolment } from '../../db/enrolments-made.ts';
import { writeJournal } from '../../db/journal.ts';
import { findOrInsertLearner } from '../../db/learners.ts';
import { newestPolicy } from '../../db/policies.ts';
import { lockSameYear } from '../../db/shared-hours.ts';
import type { Deps } from '../../deps.ts';
import { announce } from '../../outbox/index.ts';
import type { EnrolDraft } from '../../schemas/enrolments.ts';
import { completeHours, takeSharedHours } from '../study/share-hours.ts';

type By = Extract<Actor, { kind: 'staff' | 'apiKey' }>;
type Person = { readonly idNumber: string; readonly name: string; readonly phone: string };

/** A refusal that has to undo what the transaction wrote before it. */
class Undo extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('enrolment refused');
    this.result = result;
  }
}

function parsePerson(draft: EnrolDraft): Result<Person> {
  const idNumber = parseIdentityNumber(draft.idNumber);
  if (!idNumber.ok) return idNumber;
  const name = parsePersonName(draft.name);
  if (!name.ok) return name;
  const phone = parsePhone(draft.phone);
  if (!phone.ok) return phone;
  return ok({ idNumber: idNumber.value.number, name: name.value, phone: phone.value });
}

const yearRuleOf = (policy: Policy, draft: EnrolDraft): StudyYearRule =>
  policy.studyYear === 'anniversary' && draft.originalCertificate
    ? { kind: 'anniversary', anchorOn: draft.originalCertificate.issuedOn }
    : { kind: 'calendar' };

/** A sandbox has one policy, its quick one: calls are written there as for the real thing. */
const policyIdFor = ({ config }: Deps, draft: EnrolDraft): string =>
  config.sandbox ? SANDBOX_POLICY.id : (draft.policyId ?? HANDBOOK_POLICY.id);

/**
 * Enrols a person for a post and study year, makes their account when there is none, and imports the
 * certificate they hold. The process starts by the outbox. An existing account keeps its name and
 * phone. Refuses bad ID numbers, names and phones, a second enrolment for the same year, and a
 * certificate number that belongs to somebody else.
 */
export async function enrolLearner(
  deps: Deps,
  by: By,
  draft: EnrolDraft,
): Promise<Result<{ id: string; learnerId: string }>> {
  const person = parsePerson(draft);
  if (!person.ok) return person;
  const policyId = policyIdFor(deps, draft);
  const policy = await newestPolicy(deps.db, policyId, dayOf(deps.clock.now()));
  if (policy === null) return refuse('request/invalid', { field: 'policyId' });
  try {
    return ok(
      await deps.db
        .transaction()
        .execute((trx) => enrol(deps, trx, by, draft, person.value, policy)),
    );
  } catch (error) {
    if (error instanceof Undo) return error.result;
    throw error;
  }
}

async function enrol(
  deps: Deps,
  trx: Trx,
  by: By,
  draft: EnrolDraft,
  person: Person,
  policy: Policy,
) {
  const now = new Date(deps.clock.now());
  const learner = await findOrInsertLearner(trx, deps.vault, { ...person, createdAt: now });
  const year = studyYear(draft.studyYear, yearRuleOf(policy, draft));
  const actorId = by.kind === 'staff' ? by.staffId : by.keyId;
  const id = await insertEnrolment(trx, {
    learnerId: learner.id,
    post: draft.post,
    studyYear: draft.studyYear,
    yearStartsOn: year.startsOn,
    yearEndsOn: year.endsOn,
    policyId: policy.id,
    policyVersion: policy.version,
    employer: draft.employer?.trim() || null,
    examRequired: needsExam(policy, draft.post),
    createdBy: `${by.kind}:${actorId}`,
    createdAt: now,
  });
  if (id === null) throw new Undo(refuse('enrolment/duplicate'));
  await takeOver(trx, id, now.getTime());
  if (draft.originalCertificate) await importOriginal(trx, learner.id, draft, person.name);
  await announce(trx, id, 'enrolmentStarted');
  await writeJournal(trx, {
    at: now,
    actor: { kind: by.kind, id: actorId },
    action: 'enrolment.created',
    learnerId: learner.id,
    enrolmentId: id,
    details: { post: draft.post, studyYear: draft.studyYear, newAccount: learner.isNew },
  });
  return { id, learnerId: learner.id };
}

/** Public hours already studied this year for another post count here from the start (F19). */
async function takeOver(trx: Trx, id: string, now: number) {
  const sameYear = await lockSameYear(trx, id);
  const own = sameYear.find((row) => row.id === id);
  if (own === undefined || (await takeSharedHours(trx, own, sameYear, now)) === 0) return;
  await completeHours(trx, own, now);
}

/** The same document told twice is one row; another active one for the post is a contradiction. */
async function importOriginal(trx: Trx, learnerId: string, draft: EnrolDraft, name: string) {
  const original = draft.originalCertificate;
  if (original === undefined) return;
  const active = await activeCertificateOf(trx, learnerId, draft.post);
  if (active?.number === original.number) return;
  if (active !== null) throw new Undo(refuse('certificate/numberTaken'));
  const done = await insertOriginal(trx, {
    learnerId,
    post: draft.post,
    number: original.number,
    medium: original.medium,
    issuedOn: original.issuedOn,
    holderMasked: maskName(name),
    verificationCode: verificationCode(randomBytes(16)),
  });
  if (!done) throw new Undo(refuse('certificate/numberTaken'));
}
