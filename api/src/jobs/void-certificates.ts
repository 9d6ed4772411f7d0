import { caseTextById } from '../db/case-texts.ts';
import { claimVoid, setVoid, voidKeyOf } from '../db/certificate-voids.ts';
import { voidCertificate } from '../db/certificates.ts';
import { writeJournal } from '../db/journal.ts';
import { keptWords } from '../db/kept-words.ts';
import { findDataKey } from '../db/learner-keys.ts';
import type { Deps } from '../deps.ts';
import { queueNotice } from '../notices/index.ts';
import { announce } from '../outbox/index.ts';
import { faultKindOf, type RegistryVoidAnswer } from '../registry/index.ts';

type VoidDeps = Pick<Deps, 'db' | 'vault' | 'clock' | 'registry'>;
type Claimed = NonNullable<Awaited<ReturnType<typeof claimVoid>>>;

const LEASE_MS = 60_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * Carries approved voids to the registry, for as long as it takes. From the second call on the outcome
 * of the one before is asked first: one effect per business key. Gives how many were carried.
 */
export async function voidCertificates(deps: VoidDeps): Promise<number> {
  const now = deps.clock.now();
  const its = await claimVoid(deps.db, new Date(now), new Date(now + LEASE_MS));
  if (its === undefined) return 0;
  try {
    await settle(deps, its, await ask(deps, its));
  } catch (error) {
    await postpone(deps, its, faultKindOf(error));
  }
  return 1;
}

async function ask({ db, registry, clock }: VoidDeps, its: Claimed): Promise<RegistryVoidAnswer> {
  const businessKey = voidKeyOf(its.certificateId);
  if (its.sentAt !== null) {
    const known = await registry.findVoid(businessKey);
    if (known.answer === 'confirmed' || known.answer === 'unknown') return known;
  }
  await setVoid(db, its.id, { sentAt: new Date(clock.now()) });
  return registry.voidCertificate({ businessKey, number: its.number });
}

async function settle(deps: VoidDeps, its: Claimed, word: RegistryVoidAnswer): Promise<void> {
  switch (word.answer) {
    case 'confirmed':
      return complete(deps, its);
    case 'refused':
      return setVoid(deps.db, its.id, {
        ...{ state: 'refused', nextAttemptAt: null, lastFault: null },
        refusalReason: await keptWords(deps.db, deps.vault, its.learnerId, word.reason),
      });
    case 'notFound':
    case 'unknown':
      return postpone(deps, its, 'noAnswer');
  }
}

const postpone = ({ db, clock }: VoidDeps, its: Claimed, lastFault: string): Promise<void> => {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(its.attempts - 1, 10));
  return setVoid(db, its.id, { lastFault, nextAttemptAt: new Date(clock.now() + wait) });
};

/** Void here in the moment in which it is known to be void there; the learner reads why. */
async function complete(deps: VoidDeps, its: Claimed): Promise<void> {
  const { db, vault, clock } = deps;
  const { id, certificateId, learnerId, enrolmentId, number } = its;
  const at = new Date(clock.now());
  await db.transaction().execute(async (trx) => {
    await voidCertificate(trx, certificateId, { at, reason: '学时已清除,经核准作废' });
    await setVoid(trx, id, { state: 'done', doneAt: at, nextAttemptAt: null, lastFault: null });
    const key = await findDataKey(trx, vault, learnerId);
    const sealed = await caseTextById(trx, its.textId);
    const reason = key && sealed ? vault.openText(key, sealed) : '';
    await queueNotice(trx, vault, {
      ...{ learnerId, enrolmentId, key: `void/${certificateId}`, template: 'certificateVoided' },
      ...{ params: { number, reason }, sms: true, inApp: true, at: at.getTime() },
    });
    // Its process hears of it: hours that are accepted anew may renew once more.
    if (enrolmentId !== null) await announce(trx, enrolmentId, 'milestonesChanged');
    await writeJournal(trx, {
      ...{ at, actor: { kind: 'system' }, action: 'certificate.voided', learnerId, enrolmentId },
      details: { certificateId, voidId: id },
    });
  });
}
