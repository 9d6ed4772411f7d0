import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db } from './connect.ts';
import type { CertificateVoids } from './schema.gen.ts';

/** One void per certificate; a refused one may be asked anew under the same key. */
export const voidKeyOf = (certificateId: string): string => `void/${certificateId}`;

/** Keeps an approved void. Null when one is under way or done. */
export async function insertVoid(
  db: Db,
  its: Insertable<CertificateVoids>,
): Promise<string | null> {
  const row = await db
    .insertInto('certificateVoids')
    .values(its)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function setVoid(
  db: Db,
  id: string,
  values: Updateable<CertificateVoids>,
): Promise<void> {
  await db.updateTable('certificateVoids').set(values).where('id', '=', id).execute();
}

/** Takes one void whose time has come; until `leaseUntil` no other worker sees it. */
export const claimVoid = (db: Db, now: Date, leaseUntil: Date) =>
  db
    .updateTable('certificateVoids as v')
    .from('certificates as c')
    .set({ nextAttemptAt: leaseUntil, attempts: sql<number>`v.attempts + 1` })
    .whereRef('c.id', '=', 'v.certificateId')
    .where('v.id', '=', (query) =>
      query
        .selectFrom('certificateVoids')
        .select('id')
        .where('state', '=', 'asking')
        .where('nextAttemptAt', '<=', now)
        .orderBy('nextAttemptAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning([
      'v.id',
      'v.certificateId',
      'v.textId',
      'v.sentAt',
      'v.attempts',
      'c.number',
      'c.learnerId',
      'c.enrolmentId',
    ])
    .executeTakeFirst();

/** Asks at once, also after a refusal. False when it is done or there is none. */
export async function hurryVoid(db: Db, id: string, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('certificateVoids')
    .set({ state: 'asking', nextAttemptAt: now, refusalReason: null })
    .where('id', '=', id)
    .where('state', 'in', ['asking', 'refused'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The verdict that stands for a certificate's hours; null when there is none. */
export async function verdictBehind(db: Db, enrolmentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('verdicts')
    .select('verdict')
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.verdict ?? null;
}

export const REGISTRY_CASE_KINDS = [
  'voidNeeded',
  'voidWaiting',
  'voidRefused',
  'hoursWaiting',
  'renewalWaiting',
  'renewalRefused',
] as const;
export type RegistryCaseKind = (typeof REGISTRY_CASE_KINDS)[number];
export type RegistryCase = {
  readonly kind: RegistryCaseKind;
  readonly id: string;
  readonly enrolmentId: string;
  readonly certificateId: string | null;
  readonly learnerId: string;
  readonly holderMasked: string | null;
  readonly post: string;
  readonly number: string | null;
  readonly businessKey: string;
  readonly since: Date;
  readonly attempts: number;
  readonly lastFault: string | null;
  readonly reason: string | null;
};

/** What stands open between here and the registry, the longest first. */
export async function registryCases(db: Db, limit: number): Promise<RegistryCase[]> {
  const { rows } = await sql<RegistryCase>`
    SELECT * FROM (
      SELECT 'voidNeeded' AS kind, c.id, c.enrolment_id, c.id AS certificate_id, c.learner_id,
          c.holder_masked, c.post, c.number, 'void/' || c.id AS business_key, v.at AS since,
          0 AS attempts, NULL AS last_fault, NULL AS reason
        FROM verdicts v JOIN certificates c ON c.enrolment_id = v.enrolment_id
        WHERE v.verdict = 'cleared' AND c.kind = 'training' AND c.status = 'active'
          AND NOT EXISTS (SELECT 1 FROM verdicts n WHERE n.enrolment_id = v.enrolment_id AND n.at > v.at)
          AND NOT EXISTS (SELECT 1 FROM certificate_voids o WHERE o.certificate_id = c.id)
      UNION ALL
      SELECT CASE o.state WHEN 'refused' THEN 'voidRefused' ELSE 'voidWaiting' END, o.id,
          c.enrolment_id, c.id, c.learner_id, c.holder_masked, c.post, c.number, 'void/' || c.id,
          o.approved_at, o.attempts, o.last_fault, o.refusal_reason
        FROM certificate_voids o JOIN certificates c ON c.id = o.certificate_id
        WHERE o.state <> 'done'
      UNION ALL
      SELECT CASE r.state WHEN 'refused' THEN 'renewalRefused' WHEN 'reporting' THEN 'hoursWaiting'
          ELSE 'renewalWaiting' END, e.id, e.id, r.old_certificate_id, e.learner_id,
          c.holder_masked, e.post, c.number, r.business_key, coalesce(r.waiting_since, r.updated_at),
          0, r.last_fault, r.refusal_reason
        FROM renewals r JOIN enrolments e ON e.id = r.enrolment_id
          LEFT JOIN certificates c ON c.id = r.old_certificate_id
        WHERE r.state = 'refused' OR r.waiting_since < now() - interval '10 seconds'
    ) open_cases ORDER BY since LIMIT ${limit}`.execute(db);
  return rows;
}
