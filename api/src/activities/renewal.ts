import { randomBytes } from 'node:crypto';
import {
  addDays,
  addMonths,
  dayOf,
  printedCode,
  verificationCode,
  type Policy,
} from '@xuzheng/engine';
import type { RegistryAnswer } from '@xuzheng/workflows';
import {
  certificateToReplace,
  currentPortrait,
  insertCertificate,
  nextVersionOf,
  setSuccessor,
  voidCertificate,
} from '../db/certificates.ts';
import type { Trx } from '../db/connect.ts';
import { enrolmentForProcess, enrolmentLocked, type ProcessedEnrolment } from '../db/enrolments.ts';
import { keptWords } from '../db/kept-words.ts';
import {
  hoursKeyOf,
  isNumberOfAnother,
  renewalBy,
  renewalKeyNow,
  setRenewal,
  upsertRenewal,
} from '../db/renewals.ts';
import { renderTrainingCertificate } from '../documents/index.ts';
import { queueNotice } from '../notices/index.ts';
import { faultKindOf, RegistryFault } from '../registry/index.ts';
import { verifyUrlOf } from './hours-certificate.ts';
import type { Shell } from './shell.ts';
import { contentOf, studyRecordOf, type StudyRecord } from './study-record.ts';

/** Handbook §5: the registry shows 已计入的继续教育学时记录, so they are reported before any renewal. */
export async function reportHours(shell: Shell, enrolmentId: string): Promise<void> {
  const { db, registry } = shell;
  const enrolment = await enrolmentForProcess(db, enrolmentId);
  const { idNumber, creditHours } = await studyRecordOf(shell, db, enrolment);
  const { post, studyYear, epoch } = enrolment;
  const renewal = { businessKey: await renewalKeyNow(db, enrolmentId), enrolmentId };
  await upsertRenewal(db, renewalRow(shell, renewal, 'reporting'));
  const businessKey = hoursKeyOf(enrolmentId, epoch);
  try {
    await registry.reportHours({ businessKey, idNumber, post, studyYear, creditHours });
  } catch (error) {
    await setRenewal(db, renewal.businessKey, { lastFault: faultKindOf(error) });
    throw error;
  }
  await upsertRenewal(db, renewalRow(shell, renewal, 'reported'));
}

type RenewalName = { readonly businessKey: string; readonly enrolmentId: string };

const renewalRow = ({ clock }: Shell, renewal: RenewalName, state: string) => ({
  ...renewal,
  state,
  updatedAt: new Date(clock.now()),
  lastFault: null,
  waitingSince: state === 'reported' ? null : new Date(clock.now()),
});

/**
 * A call that met a fault has an unknown outcome, which stands where staff read it. A number that is
 * another certificate's is no outcome either: both documents would claim it.
 */
async function heard(
  shell: Shell,
  enrolment: ProcessedEnrolment,
  businessKey: string,
  call: Promise<RegistryAnswer>,
): Promise<RegistryAnswer> {
  try {
    const word = await call;
    if (word.answer === 'confirmed' && (await isNumberOfAnother(shell.db, word.number, enrolment)))
      throw new RegistryFault('numberTaken');
    return word;
  } catch (error) {
    await setRenewal(shell.db, businessKey, { lastFault: faultKindOf(error) });
    return { answer: 'unknown' };
  }
}

/** Asks the registry for the renewal. When its answer is lost it must be asked for, never repeated. */
export async function requestRenewal(shell: Shell, enrolmentId: string): Promise<RegistryAnswer> {
  const { db, registry } = shell;
  const enrolment = await enrolmentForProcess(db, enrolmentId);
  const { idNumber, policy } = await studyRecordOf(shell, db, enrolment);
  const { post, studyYear } = enrolment;
  const before = await certificateToReplace(db, enrolment);
  // A certificate void already is told as such: asked to replace it, a registry would rightly refuse.
  const [old, gone] = before?.status === 'void' ? [undefined, before] : [before, undefined];
  const businessKey = await renewalKeyNow(db, enrolmentId);
  const row = renewalRow(shell, { businessKey, enrolmentId }, 'requesting');
  await upsertRenewal(db, { ...row, oldCertificateId: old?.id ?? null });
  const { certificate: rule } = policy;
  const asked = registry.renew({
    ...{ businessKey, idNumber, post, studyYear, rule },
    oldNumber: old?.number ?? null,
    voidPredecessor: gone?.number ?? null,
    keepsNumber: rule.electronicKeepsNumber && old?.medium === 'electronic',
  });
  return heard(shell, enrolment, businessKey, asked);
}

/** Asks what became of a renewal whose answer was lost. */
export async function queryRenewal(shell: Shell, enrolmentId: string): Promise<RegistryAnswer> {
  const { db, registry, clock } = shell;
  const enrolment = await enrolmentForProcess(db, enrolmentId);
  const businessKey = await renewalKeyNow(db, enrolmentId);
  await setRenewal(db, businessKey, { state: 'reconciling', updatedAt: new Date(clock.now()) });
  const word = await heard(shell, enrolment, businessKey, registry.findRenewal(businessKey));
  if (word.answer === 'notFound')
    await upsertRenewal(db, renewalRow(shell, { businessKey, enrolmentId }, 'reported'));
  return word;
}

export async function refuseRenewal(
  shell: Shell,
  enrolmentId: string,
  reason: string,
): Promise<void> {
  await shell.db.transaction().execute(async (trx) => {
    const { learnerId } = await enrolmentLocked(trx, enrolmentId);
    const businessKey = await renewalKeyNow(trx, enrolmentId);
    await setRenewal(trx, businessKey, {
      ...{ state: 'refused', waitingSince: null, lastFault: null },
      refusalReason: await keptWords(trx, shell.vault, learnerId, reason),
    });
    await queueNotice(trx, shell.vault, {
      ...{ learnerId, enrolmentId, key: `${businessKey}/refused` },
      ...{ template: 'renewalRefused', params: { reason }, sms: true, inApp: true },
    });
  });
}

/**
 * Handbook §5: 系统将自动生成电子证书,同时原证书作废. The document is frozen first; then, in one
 * transaction, the old certificate is void and the new one active (invariant 15).
 */
export async function completeRenewal(
  shell: Shell,
  enrolmentId: string,
  number: string,
): Promise<void> {
  const enrolment = await enrolmentForProcess(shell.db, enrolmentId);
  const businessKey = await renewalKeyNow(shell.db, enrolmentId);
  if ((await renewalBy(shell.db, businessKey))?.state === 'renewed') return;
  const record = await studyRecordOf(shell, shell.db, enrolment);
  const issued = await freeze(shell, enrolment, record, number);
  await shell.db.transaction().execute(async (trx) => {
    await enrolmentLocked(trx, enrolmentId);
    if ((await renewalBy(trx, businessKey))?.state === 'renewed') return;
    await exchange(trx, shell, { enrolment, businessKey, record, number, issued });
  });
}

type Issued = {
  readonly code: string;
  readonly issuedOn: string;
  readonly issuedAt: Date;
  readonly pdfKey: string;
  readonly pdfSha256: Buffer;
};

const validUntil = (policy: Policy, issuedOn: string): string | undefined => {
  const { validYears } = policy.certificate;
  return validYears === null ? undefined : addDays(addMonths(issuedOn, validYears * 12), -1);
};

async function freeze(
  shell: Shell,
  enrolment: ProcessedEnrolment,
  record: StudyRecord,
  number: string,
): Promise<Issued> {
  const { db, storage, clock } = shell;
  const code = verificationCode(randomBytes(15));
  const issuedAt = new Date(clock.now());
  const issuedOn = dayOf(issuedAt.getTime());
  const until = validUntil(record.policy, issuedOn);
  const old = await certificateToReplace(db, enrolment);
  const picture = await currentPortrait(db, enrolment.learnerId);
  const portrait = picture && (await storage.get(picture.storageKey, { openWith: record.dataKey }));
  const pdf = await renderTrainingCertificate({
    ...{ ...record.printed, number, issuedOn, verifyUrl: verifyUrlOf(shell, code) },
    ...(until === undefined ? {} : { validUntil: until }),
    ...(old === undefined ? {} : { replaces: namedBy(old, number) }),
    ...(portrait === undefined ? {} : { portrait }),
  });
  const sealed = { contentType: 'application/pdf', sealWith: record.dataKey };
  const { key, sha256 } = await storage.put(pdf, sealed);
  return { code, issuedOn, issuedAt, pdfKey: key, pdfSha256: Buffer.from(sha256, 'hex') };
}

/** A kept number names both documents: then the earlier one is told apart by its code. */
const namedBy = (old: { number: string; verificationCode: string }, number: string): string =>
  old.number === number ? `${number}（查验码 ${printedCode(old.verificationCode)}）` : old.number;

type Exchange = {
  readonly enrolment: ProcessedEnrolment;
  readonly businessKey: string;
  readonly record: StudyRecord;
  readonly number: string;
  readonly issued: Issued;
};

async function exchange(trx: Trx, shell: Shell, its: Exchange): Promise<void> {
  const { enrolment, businessKey, record, number, issued } = its;
  const { id: enrolmentId, learnerId, post, studyYear, policyVersion } = enrolment;
  const { code, issuedOn, issuedAt, pdfKey, pdfSha256 } = issued;
  const old = await certificateToReplace(trx, enrolment);
  if (old !== undefined) {
    await voidCertificate(trx, old.id, { at: issuedAt, reason: '已更新为电子培训合格证' });
  }
  const content = { ...contentOf(record), replaces: old?.number ?? null };
  const fresh = await insertCertificate(trx, {
    ...{ kind: 'training', learnerId, enrolmentId, post, studyYear, number, policyVersion },
    ...{ verificationCode: code, issuedOn, issuedAt, pdfKey, pdfSha256 },
    version: await nextVersionOf(trx, number),
    validUntil: validUntil(record.policy, issuedOn) ?? null,
    holderMasked: record.holderMasked,
    content: JSON.stringify(content),
    ledgerDigest: record.printed.ledgerDigest,
  });
  if (old !== undefined) await setSuccessor(trx, old.id, fresh.id);
  await setRenewal(trx, businessKey, {
    ...{ state: 'renewed', newCertificateId: fresh.id, oldCertificateId: old?.id ?? null },
    ...{ registryNumber: number, updatedAt: issuedAt, waitingSince: null, lastFault: null },
  });
  await queueNotice(trx, shell.vault, {
    ...{ learnerId, enrolmentId, key: `${businessKey}/renewed`, sms: true, inApp: true },
    template: 'certificateRenewed',
    params: { number, replacedNumber: old?.number ?? null },
  });
}
