import { maskPersonalWords, ok, parsePhone, phoneTail, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { useUpCodes } from '../db/codes.ts';
import type { Trx } from '../db/connect.ts';
import { contactsInForce } from '../db/contacts.ts';
import { writeJournal } from '../db/journal.ts';
import { openEnrolmentIds } from '../db/learner-enrolments.ts';
import { lockLearner, openLearner, setPhone } from '../db/learners.ts';
import type { OpenedLearner } from '../db/learners.ts';
import { requeueForNewNumber } from '../db/notices.ts';
import { closeCorrection, insertCorrection, lockOpenCorrection } from '../db/phone-corrections.ts';
import { signersOf } from '../db/signers.ts';
import { endWebSessions } from '../db/web-sessions.ts';
import type { Deps as AllDeps } from '../deps.ts';
import { queueNotice } from '../notices/queue-notice.ts';
import { announceCommand } from '../outbox/announce.ts';

type Deps = Pick<AllDeps, 'db' | 'vault' | 'clock'>;

export type CorrectionRequest = {
  readonly learnerId: string;
  readonly newPhone: string;
  readonly reason: string;
  readonly staffId: string;
};

const REASON_AT_LEAST = 4;

/**
 * Asks for a phone to be corrected (F3); a second member of staff decides.
 * Refuses `learner/notFound`, `phone/invalid`, `phone/unchanged`, `phone/reasonMissing`,
 * `phone/correctionOpen`.
 */
export async function requestPhoneCorrection(
  deps: Deps,
  request: CorrectionRequest,
): Promise<Result<{ id: string }>> {
  const phone = parsePhone(request.newPhone);
  if (!phone.ok) return phone;
  const reason = request.reason.trim();
  if (reason.length < REASON_AT_LEAST) return refuse('phone/reasonMissing');
  const learner = await openLearner(deps.db, deps.vault, request.learnerId);
  if (!learner) return refuse('learner/notFound');
  if (learner.phone === phone.value) return refuse('phone/unchanged');
  const requestedAt = new Date(deps.clock.now());
  return deps.db.transaction().execute(async (trx) => {
    const id = await insertCorrection(trx, {
      learnerId: learner.id,
      newPhoneSealed: deps.vault.seal(learner.dataKey, phone.value),
      // The reason is read on lists: it names nobody in clear.
      reason: maskPersonalWords(reason, learner),
      requestedBy: request.staffId,
      requestedAt,
    });
    if (!id) return refuse('phone/correctionOpen');
    await writeJournal(trx, {
      at: requestedAt,
      actor: { kind: 'staff', id: request.staffId },
      action: 'phone.correctionRequested',
      learnerId: learner.id,
      details: { correctionId: id },
    });
    return ok({ id });
  });
}

export type CorrectionDecision = {
  readonly id: string;
  readonly approve: boolean;
  readonly staffId: string;
};

/**
 * Approves or rejects a correction; never by who asked for it, nor about one's own number.
 * Approved: the number changes, open codes die, the learner's sessions end, both numbers are told,
 * and each open lifecycle hears PHONE_CHANGED.
 * Refuses `phone/correctionNotFound`, `phone/sameSigner`, `audit/ownCase`.
 */
export async function decidePhoneCorrection(
  deps: Deps,
  decision: CorrectionDecision,
): Promise<Result<void>> {
  return deps.db.transaction().execute((trx) => decide(deps, trx, decision));
}

/**
 * The number itself stands in the database, where every later notice reads it; the processes only
 * note the moment. One that is away hears of it when it is back, and keeps nobody waiting.
 */
async function tellProcesses(trx: Trx, learnerId: string, decision: CorrectionDecision) {
  for (const enrolmentId of await openEnrolmentIds(trx, learnerId)) {
    await announceCommand(trx, enrolmentId, {
      commandId: decision.id,
      event: { type: 'PHONE_CHANGED' },
      actor: `staff:${decision.staffId}`,
    });
  }
}

async function decide(deps: Deps, trx: Trx, decision: CorrectionDecision): Promise<Result<void>> {
  const { id, approve, staffId } = decision;
  const row = await lockOpenCorrection(trx, id);
  if (!row) return refuse('phone/correctionNotFound');
  if (row.requestedBy === staffId) return refuse('phone/sameSigner');
  const learner = await lockLearner(trx, deps.vault, row.learnerId);
  if (!learner) return refuse('phone/correctionNotFound');
  const signers = await signersOf(trx, [row.requestedBy, staffId]);
  const own = learner.idNumberIndex.toString('hex');
  if (signers.some((signer) => signer.personIndex === own)) return refuse('audit/ownCase');
  const now = new Date(deps.clock.now());
  const state = approve ? 'approved' : 'rejected';
  await closeCorrection(trx, id, { state, decidedBy: staffId, decidedAt: now });
  await writeJournal(trx, {
    at: now,
    actor: { kind: 'staff', id: staffId },
    action: approve ? 'phone.corrected' : 'phone.correctionRejected',
    learnerId: learner.id,
    details: { correctionId: id, requestedBy: row.requestedBy },
  });
  if (!approve) return ok(undefined);
  await change(deps, trx, learner, deps.vault.openText(learner.dataKey, row.newPhoneSealed), id);
  await tellProcesses(trx, learner.id, decision);
  return ok(undefined);
}

async function change(
  deps: Deps,
  trx: Trx,
  learner: OpenedLearner,
  phone: string,
  correctionId: string,
): Promise<void> {
  const now = deps.clock.now();
  // Two people vouch for the number; it is proven by use when the account is active already.
  const verifiedAt = learner.activatedAt ? new Date(now) : null;
  await setPhone(trx, deps.vault, learner, phone, verifiedAt);
  await useUpCodes(trx, learner.idNumberIndex, new Date(now));
  await endWebSessions(trx, 'learner', learner.id);
  await requeueForNewNumber(trx, learner.id, new Date(now));
  const { platform } = await contactsInForce(trx);
  const told = { learnerId: learner.id, sms: true, at: now } as const;
  await queueNotice(trx, deps.vault, {
    ...told,
    key: `phoneCorrectedOld:${correctionId}`,
    template: 'phoneCorrectedOld',
    params: { tail: phoneTail(phone) },
    inApp: false,
    phone: learner.phone,
  });
  await queueNotice(trx, deps.vault, {
    ...told,
    key: `phoneCorrectedNew:${correctionId}`,
    template: 'phoneCorrectedNew',
    params: { platform },
    inApp: true,
    phone,
  });
}
