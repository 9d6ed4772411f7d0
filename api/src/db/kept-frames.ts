import { sql } from 'kysely';
import type { Db } from './connect.ts';

/**
 * Why a picture outlives the consent to keep it: somebody still has to decide by it, or the learner may
 * still ask for that. `finding` is a doubt about hours whose audit has not been decided.
 */
export const HELD_FOR = ['audit', 'appeal', 'reopening', 'appealWindow', 'finding'] as const;
export type HeldFor = (typeof HELD_FOR)[number];

/** Snapshots that were looked at, and the kept frames of face checks, with where they lie. */
const FRAMES = sql`
  SELECT 'snapshot' AS kind, s.id, s.learner_id, s.enrolment_id, s.epoch, s.taken_at AS at,
    ARRAY[s.storage_key] AS keys
  FROM snapshots s WHERE s.storage_key IS NOT NULL AND s.outcome <> 'pending'
  UNION ALL
  SELECT 'faceCheck', c.id, c.learner_id, x.enrolment_id, x.epoch, coalesce(c.used_at, c.issued_at),
    c.frame_keys
  FROM face_checks c LEFT JOIN study_sessions x ON x.id = c.session_id WHERE c.frame_keys <> '{}'`;

/**
 * The consent under which the frame `f` was kept has been withdrawn. Agreeing again keeps what comes
 * afterwards and brings nothing back; agreeing to a newer text at once withdraws nothing.
 */
const WITHDRAWN = sql<boolean>`EXISTS (
  SELECT 1 FROM consents c
  WHERE c.learner_id = f.learner_id AND c.kind = 'keepFrames' AND c.withdrawn_at IS NOT NULL
    AND (c.withdrawn_at >= f.at OR NOT EXISTS (
      SELECT 1 FROM consents live WHERE live.learner_id = c.learner_id AND live.kind = c.kind
        AND live.withdrawn_at IS NULL))
    AND NOT EXISTS (
      SELECT 1 FROM consents newer WHERE newer.learner_id = c.learner_id AND newer.kind = c.kind
        AND newer.version <> c.version AND newer.given_at = c.withdrawn_at))`;

/** The days of the clear of the enrolment `e` are over. A guess of them closes the window for nobody. */
const windowIsOver = (now: Date) =>
  sql<boolean>`((e.state_context->'clear'->>'appealUntil')::numeric <= ${now.getTime()})`;
const windowIsGuessed = sql<boolean>`coalesce(e.state_context->'clear'->>'appealProvisional', '') = 'true'`;

/** What the frame `f` is evidence for, or null: see HELD_FOR. */
const heldFor = (now: Date) => sql<HeldFor | null>`CASE
  WHEN EXISTS (SELECT 1 FROM audits a WHERE a.enrolment_id = f.enrolment_id AND a.epoch = f.epoch
    AND a.closed_at IS NULL) THEN 'audit'
  WHEN EXISTS (SELECT 1 FROM appeals p JOIN audits a ON a.id = p.audit_id
    WHERE p.enrolment_id = f.enrolment_id AND a.epoch = f.epoch AND p.state = 'filed') THEN 'appeal'
  WHEN EXISTS (SELECT 1 FROM reopen_requests r JOIN enrolments e ON e.id = r.enrolment_id
    WHERE r.enrolment_id = f.enrolment_id AND e.epoch = f.epoch AND r.state = 'requested') THEN 'reopening'
  WHEN EXISTS (SELECT 1 FROM enrolments e JOIN audits a ON a.enrolment_id = e.id
    WHERE e.id = f.enrolment_id AND a.epoch = f.epoch
      AND a.n = (e.state_context->'clear'->>'auditN')::int
      AND e.state_context->'clear'->>'appealed' = 'false'
      AND (NOT ${windowIsOver(now)} OR ${windowIsGuessed})) THEN 'appealWindow'
  WHEN EXISTS (SELECT 1 FROM findings g JOIN enrolments e ON e.id = g.enrolment_id
    WHERE g.enrolment_id = f.enrolment_id AND g.epoch = f.epoch AND g.strength <> 'note'
      AND g.evidence->'checks' @> to_jsonb(f.id::text)
      AND NOT e.state_tags && ARRAY['closed.withdrawn','closed.expired','closed.settled']
      AND NOT EXISTS (SELECT 1 FROM audits a WHERE a.enrolment_id = g.enrolment_id
        AND a.epoch = g.epoch AND a.closed_at IS NOT NULL)) THEN 'finding'
  END`;

/** One picture, or the pictures of one check, that must go. */
export type FrameToForget = {
  readonly kind: 'snapshot' | 'faceCheck';
  readonly id: string;
  readonly learnerId: string;
  readonly keys: readonly string[];
};

/** Frames whose consent was withdrawn and that nobody has to decide by, the oldest first. */
export async function framesToForget(db: Db, now: Date, limit: number): Promise<FrameToForget[]> {
  const { rows } = await sql<FrameToForget>`
    SELECT f.kind, f.id, f.learner_id, f.keys FROM (${FRAMES}) f
    WHERE f.learner_id IN (
        SELECT learner_id FROM consents WHERE kind = 'keepFrames' AND withdrawn_at IS NOT NULL)
      AND ${WITHDRAWN} AND ${heldFor(now)} IS NULL
    ORDER BY f.at LIMIT ${limit}`.execute(db);
  return rows;
}

/** Takes the picture off its row; verdict and hashes stay. False when somebody was faster. */
export async function forgetFrame(
  db: Db,
  { kind, id }: Pick<FrameToForget, 'kind' | 'id'>,
  forgottenAt: Date,
): Promise<boolean> {
  const done =
    kind === 'snapshot'
      ? await db
          .updateTable('snapshots')
          .set({ storageKey: null, forgottenAt })
          .where('id', '=', id)
          .where('forgottenAt', 'is', null)
          .executeTakeFirst()
      : await db
          .updateTable('faceChecks')
          .set({ frameKeys: [], forgottenAt })
          .where('id', '=', id)
          .where('forgottenAt', 'is', null)
          .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The learner's receipt for deleted pictures. */
export async function insertFrameReceipt(
  db: Db,
  receipt: { readonly learnerId: string; readonly at: Date; readonly frames: number },
): Promise<void> {
  await db.insertInto('frameReceipts').values(receipt).execute();
}

/** Receipts of a learner, newest first. */
export const frameReceiptsOf = (db: Db, learnerId: string) =>
  db
    .selectFrom('frameReceipts')
    .select(['at', 'frames'])
    .where('learnerId', '=', learnerId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();

/** Kept pictures of one kind: `withdrawn` without `heldFor` are about to go. */
export type KeptFrames = {
  readonly withdrawn: boolean;
  readonly heldFor: HeldFor | null;
  readonly enrolmentId: string | null;
  readonly studyYear: number | null;
  /** When the decision they wait for is due, or the window ends; null when that has no day, or none yet. */
  readonly until: Date | null;
  readonly frames: number;
};

/** What is kept of a learner's pictures, counted by why. */
export async function keptFramesOf(db: Db, learnerId: string, now: Date): Promise<KeptFrames[]> {
  const { rows } = await sql<KeptFrames>`
    SELECT k.withdrawn, k.held_for, e.id AS enrolment_id, e.study_year,
      CASE k.held_for
        WHEN 'audit' THEN (SELECT max(a.due_at) FROM audits a
          WHERE a.enrolment_id = e.id AND a.closed_at IS NULL AND a.paused_at IS NULL)
        WHEN 'appeal' THEN (SELECT max(p.due_at) FROM appeals p WHERE p.enrolment_id = e.id AND p.state = 'filed')
        WHEN 'appealWindow' THEN CASE WHEN NOT ${windowIsOver(now)}
          THEN to_timestamp((e.state_context->'clear'->>'appealUntil')::numeric / 1000) END
      END AS until,
      k.frames
    FROM (
      SELECT g.withdrawn, g.held_for, CASE WHEN g.held_for IS NOT NULL THEN g.enrolment_id END AS enrolment_id,
        sum(g.n)::int AS frames
      FROM (
        SELECT ${WITHDRAWN} AS withdrawn, CASE WHEN ${WITHDRAWN} THEN ${heldFor(now)} END AS held_for,
          f.enrolment_id, cardinality(f.keys) AS n
        FROM (${FRAMES}) f WHERE f.learner_id = ${learnerId}
      ) g GROUP BY 1, 2, 3
    ) k LEFT JOIN enrolments e ON e.id = k.enrolment_id
    ORDER BY e.study_year DESC NULLS LAST, k.held_for`.execute(db);
  return rows;
}
