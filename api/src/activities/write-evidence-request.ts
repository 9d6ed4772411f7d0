import { momentWords, type AuditPause, type LifecycleSnapshot } from '@xuzheng/engine';
import { auditByN } from '../db/audits.ts';
import { caseTextById } from '../db/case-texts.ts';
import type { Trx } from '../db/connect.ts';
import {
  endEvidenceRequest,
  insertEvidenceRequest,
  latestEvidenceRequest,
} from '../db/evidence-requests.ts';
import { openLearner } from '../db/learners.ts';
import { queueNotice } from '../notices/index.ts';
import type { Shell } from './shell.ts';

type Its = {
  readonly trx: Trx;
  readonly shell: Shell;
  readonly enrolment: { readonly id: string; readonly learnerId: string };
};

/** The question that stops the clock, if one does. Its words' id is its own. */
const askedIn = (snapshot: LifecycleSnapshot): (AuditPause & { textId: string }) | null => {
  const pause = snapshot.context.audit?.pause;
  if (pause?.reasonCode !== 'evidenceAsked' || pause.textId === null) return null;
  return { ...pause, textId: pause.textId };
};

/**
 * A clock stopped for the learner's word is a question to the learner: it is kept until it is answered,
 * or until the clock goes on without an answer. Nothing else follows from silence.
 */
export async function writeEvidenceRequest(its: Its, snapshot: LifecycleSnapshot, at: Date) {
  const { trx, enrolment } = its;
  const asked = askedIn(snapshot);
  const latest = await latestEvidenceRequest(trx, enrolment.id);
  if (latest?.state === 'asked' && latest.id !== asked?.textId) {
    await endEvidenceRequest(trx, latest.id, { state: 'lapsed', endedAt: at });
  }
  if (asked === null || latest?.id === asked.textId) return;
  const audit = await auditByN(trx, enrolment.id, snapshot.context.audit?.n ?? 0);
  if (audit === undefined) return;
  await insertEvidenceRequest(trx, {
    ...{ id: asked.textId, enrolmentId: enrolment.id, auditId: audit.id, kind: 'explanation' },
    ...{ questionTextId: asked.textId, askedBy: asked.by, askedAt: new Date(asked.at) },
    answerUntil: new Date(asked.until),
  });
  await tell(its, asked);
}

async function tell({ trx, shell, enrolment }: Its, asked: AuditPause & { textId: string }) {
  const learner = await openLearner(trx, shell.vault, enrolment.learnerId);
  const sealed = await caseTextById(trx, asked.textId);
  if (learner === undefined || sealed === null) return;
  await queueNotice(trx, shell.vault, {
    ...{ learnerId: learner.id, enrolmentId: enrolment.id, key: `evidence/${asked.textId}` },
    template: 'evidenceAsked',
    params: {
      question: shell.vault.openText(learner.dataKey, sealed),
      lastMoment: momentWords(asked.until),
    },
    ...{ sms: true, inApp: true },
  });
}
