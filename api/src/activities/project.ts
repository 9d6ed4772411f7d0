import {
  clockBasisOf,
  momentWords,
  AUDIT_PAUSE_LABELS,
  riskOf,
  type AuditInContext,
  type LifecycleEffect,
  type LifecycleNotice,
  type LifecycleSnapshot,
  type NoticeParams,
} from '@xuzheng/engine';
import type { Projection } from '@xuzheng/workflows';
import {
  auditEvidence,
  closeAudit,
  endStandstill,
  openAuditOf,
  upsertAudit,
} from '../db/audits.ts';
import { endAppeal, moveAppealDue } from '../db/appeals.ts';
import type { Trx } from '../db/connect.ts';
import { enrolmentLocked, setEnrolment } from '../db/enrolments.ts';
import { writeJournal } from '../db/journal.ts';
import { insertLifecycleEvent } from '../db/lifecycle-events.ts';
import { policyOf } from '../db/policies.ts';
import { queueNotice } from '../notices/index.ts';
import type { Shell } from './shell.ts';
import { writeEvidenceRequest } from './write-evidence-request.ts';

type Enrolment = Awaited<ReturnType<typeof enrolmentLocked>>;
type Step = { readonly trx: Trx; readonly shell: Shell; readonly enrolment: Enrolment };

/**
 * Writes a step of the lifecycle where screens read it: state, event, audit clock and the step's
 * effects in one transaction. A step already written, or older than what is written, changes nothing.
 */
export async function project(shell: Shell, projection: Projection): Promise<void> {
  await shell.db.transaction().execute(async (trx) => {
    const { snapshot, event, tags } = projection;
    const enrolment = await enrolmentLocked(trx, projection.enrolmentId);
    const isWritten = enrolment.machineVersion !== null && enrolment.stateSeq >= snapshot.seq;
    if (isWritten) return;
    const at = new Date(event?.at ?? snapshot.context.registeredAt);
    await setEnrolment(trx, enrolment.id, {
      machineVersion: snapshot.machineVersion,
      state: JSON.stringify(snapshot.value),
      stateContext: JSON.stringify(snapshot.context),
      stateSeq: snapshot.seq,
      stateTags: [...tags],
      stateAt: at,
    });
    if (event !== null) {
      await insertLifecycleEvent(trx, {
        ...{ enrolmentId: enrolment.id, seq: snapshot.seq, type: event.type, at },
        ...{ actor: projection.actor, event: JSON.stringify(event), stateTags: [...tags] },
      });
    }
    const step = { trx, shell, enrolment };
    await writeAudit(step, projection);
    await writeAppeal(step, snapshot);
    await writeEvidenceRequest(step, snapshot, at);
    for (const effect of projection.effects) await doEffect(step, projection, effect, at);
  });
}

const CLOCKS = ['paused', 'overdue', 'due', 'waiting'] as const;
const clockOf = (tags: readonly string[]) =>
  CLOCKS.find((clock) => tags.includes(`audit.clock.${clock}`));

/** What a clock has come to, its standstills included. */
function clockWritten(snapshot: LifecycleSnapshot, audit: AuditInContext) {
  const basis = clockBasisOf(snapshot) ?? { openedAt: audit.openedAt, standstills: [] };
  return {
    dueAt: new Date(audit.dueAt),
    overdueAt: new Date(audit.overdueAt),
    standstills: JSON.stringify(basis.standstills),
    clockFrom: new Date(basis.openedAt),
  };
}

/** An audit that was decided while its clock stood still: the clock has ended with it. */
async function writeClockEnd({ trx, enrolment }: Step, snapshot: LifecycleSnapshot): Promise<void> {
  const { audit } = snapshot.context;
  if (audit === null || audit.pausedAt !== null) return;
  if ((audit.standstills ?? []).length === 0) return;
  const struck = audit.dueNotedAt === null ? 'waiting' : 'due';
  const clock = audit.overdueNotedAt === null ? struck : 'overdue';
  const its = { enrolmentId: enrolment.id, n: audit.n };
  await endStandstill(trx, its, { ...clockWritten(snapshot, audit), clock });
}

/** Only an open audit moves; its verdict's recording closes it. */
async function writeAudit(step: Step, { snapshot, tags }: Projection): Promise<void> {
  const { trx, enrolment } = step;
  const { audit } = snapshot.context;
  const clock = clockOf(tags);
  if (clock === undefined) return writeClockEnd(step, snapshot);
  if (audit === null) return;
  const { proposal } = audit;
  const { findings, pendingShare } = await auditEvidence(trx, enrolment.id, audit.epoch);
  type Strengths = Parameters<typeof riskOf>[0];
  await upsertAudit(trx, {
    ...{ enrolmentId: enrolment.id, epoch: audit.epoch, n: audit.n },
    openedAt: new Date(audit.openedAt),
    ...clockWritten(snapshot, audit),
    calendarVersion: audit.calendarVersion,
    provisional: audit.provisional,
    clock,
    pausedAt: audit.pausedAt === null ? null : new Date(audit.pausedAt),
    pause: audit.pause == null ? null : JSON.stringify(audit.pause),
    risk: riskOf(findings as unknown as Strengths, pendingShare, clock),
    proposedBy: proposal?.by ?? null,
    proposedAt: proposal === null ? null : new Date(proposal.at),
    proposal: proposal === null ? null : JSON.stringify(proposalShown(proposal)),
  });
}

const proposalShown = (
  proposal: NonNullable<NonNullable<LifecycleSnapshot['context']['audit']>['proposal']>,
) => ({
  reasonCode: proposal.reasonCode,
  textId: proposal.textId,
  findingIds: proposal.findingIds,
  evidenceVersion: proposal.evidenceVersion,
  ...(proposal.scope === undefined ? {} : { scope: proposal.scope }),
});

/** An undecided appeal moves with the calendar, and ends when it is withdrawn. */
async function writeAppeal({ trx }: Step, snapshot: LifecycleSnapshot): Promise<void> {
  const { appeal } = snapshot.context;
  if (appeal === null || appeal.decision !== null) return;
  if (!appeal.pending) await endAppeal(trx, appeal.appealId, { state: 'withdrawn' });
  else if (appeal.dueAt !== undefined) {
    await moveAppealDue(trx, appeal.appealId, new Date(appeal.dueAt));
  }
}

async function doEffect(
  step: Step,
  projection: Projection,
  effect: LifecycleEffect,
  at: Date,
): Promise<void> {
  const { trx, enrolment } = step;
  switch (effect.kind) {
    case 'notify':
      return notify(step, projection, effect.notice);
    case 'closeAudit': {
      const open = await openAuditOf(trx, enrolment.id);
      if (open !== undefined) await closeAudit(trx, open.id, effect.as, at);
      return;
    }
    case 'escalate':
      return writeJournal(trx, {
        at,
        actor: { kind: 'system' },
        action: `process.${effect.step}`,
        learnerId: enrolment.learnerId,
        enrolmentId: enrolment.id,
        details: { seq: projection.snapshot.seq },
      });
  }
}

function pauseWords({ context }: LifecycleSnapshot): NoticeParams['auditPaused'] {
  const pause = context.audit?.pause;
  if (pause == null) return { reason: '', until: '' };
  return { reason: AUDIT_PAUSE_LABELS[pause.reasonCode].zh, until: momentWords(pause.until) };
}

async function notify(
  { trx, shell, enrolment }: Step,
  { snapshot, tags }: Projection,
  notice: LifecycleNotice,
): Promise<void> {
  // What is asked is told with its question, by the request itself.
  if (notice === 'auditPaused' && snapshot.context.audit?.pause?.reasonCode === 'evidenceAsked')
    return;
  const { contacts } = await policyOf(trx, enrolment);
  const params: { readonly [N in LifecycleNotice]: NoticeParams[N] } = {
    hoursCompleted: { examOpen: tags.includes('exam.open') },
    auditOverdue: {},
    auditPaused: pauseWords(snapshot),
    appealOverdue: {},
    appealWithdrawn: {},
    hoursReopened: {},
    enrolmentExpired: { service: contacts.service.join('，') },
    enrolmentWithdrawn: {},
  };
  await queueNotice(trx, shell.vault, {
    learnerId: enrolment.learnerId,
    enrolmentId: enrolment.id,
    key: `lifecycle/${enrolment.id}/${snapshot.seq}/${notice}`,
    template: notice,
    params: params[notice],
    sms: true,
    inApp: true,
  });
}
