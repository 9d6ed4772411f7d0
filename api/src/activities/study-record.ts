import {
  creditHoursOf,
  dayOf,
  maskIdentityNumber,
  maskName,
  postLabel,
  sha256,
  type Policy,
} from '@xuzheng/engine';
import { lessonsOnRecord } from '../db/certificates.ts';
import type { Trx, Db } from '../db/connect.ts';
import { ledgerOf } from '../db/hour-ledger.ts';
import { openLearner } from '../db/learners.ts';
import { policyOf } from '../db/policies.ts';
import type { CertificateData, CertificateLesson } from '../documents/index.ts';
import type { Shell } from './shell.ts';

type OnRecord = Awaited<ReturnType<typeof lessonsOnRecord>>[number];

/** An enrolment's holder and study record, as certificates print them. */
export type StudyRecord = {
  readonly learnerId: string;
  readonly dataKey: Buffer;
  readonly idNumber: string;
  readonly holderMasked: string;
  readonly policy: Policy;
  readonly creditHours: number;
  /** All that is the same on both certificates. */
  readonly printed: Omit<CertificateData, 'number' | 'issuedOn' | 'verifyUrl'>;
};

type Enrolment = {
  readonly id: string;
  readonly learnerId: string;
  readonly post: string;
  readonly studyYear: number;
  readonly policyId: string;
  readonly policyVersion: number;
};

/** Loads what a certificate stands on: the ledger's credited lessons and the holder. */
export async function studyRecordOf(
  { vault, config }: Shell,
  db: Db | Trx,
  enrolment: Enrolment,
): Promise<StudyRecord> {
  const learner = await openLearner(db, vault, enrolment.learnerId);
  if (learner === undefined) throw new Error('the learner has been deleted');
  const policy = await policyOf(db, enrolment);
  const rows = await lessonsOnRecord(db, enrolment.id);
  const lessons = rows.map((row) => lessonLine(row, policy));
  const totals = totalsOf(rows, policy);
  return {
    learnerId: learner.id,
    dataKey: learner.dataKey,
    idNumber: learner.idNumber,
    holderMasked: maskName(learner.name),
    policy,
    creditHours: totals.creditHours,
    printed: {
      holderName: learner.name,
      idNumberMasked: maskIdentityNumber(learner.idNumber),
      postLabel: postLabel(enrolment.post),
      studyYear: enrolment.studyYear,
      lessons,
      totals,
      policyVersion: `${policy.id} ${policy.version}`,
      ledgerDigest: sha256(JSON.stringify(await ledgerOf(db, enrolment.id))),
      issuer: policy.certificate.issuer,
      specimen: config.sandbox,
    },
  };
}

const minutesOf = (seconds: number): number => Math.round(seconds / 6) / 10;

const lessonLine = (row: OnRecord, policy: Policy): CertificateLesson => ({
  title: row.title,
  course: row.course,
  kind: row.kind as CertificateLesson['kind'],
  minutes: minutesOf(Number(row.seconds)),
  creditHours: creditHoursOf(Number(row.seconds), policy.creditHourSeconds),
  completedOn: dayOf(row.completedAt?.getTime() ?? 0),
});

function totalsOf(rows: readonly OnRecord[], policy: Policy): CertificateData['totals'] {
  const seconds = (kind?: string): number =>
    rows
      .filter((row) => kind === undefined || row.kind === kind)
      .reduce((sum, row) => sum + Number(row.seconds), 0);
  const hours = (kind?: string): number => creditHoursOf(seconds(kind), policy.creditHourSeconds);
  return {
    minutes: minutesOf(seconds()),
    creditHours: hours(),
    professionalCreditHours: hours('professional'),
    publicCreditHours: hours('public'),
  };
}

/** What is kept of a certificate's print in the database: without name and ID number. */
export function contentOf({ printed }: StudyRecord): Record<string, unknown> {
  const { holderName: _, idNumberMasked: __, portrait: ___, ...content } = printed;
  const { studyYear, totals } = printed;
  return { ...content, studyRecord: [{ studyYear, creditHours: totals.creditHours }] };
}
