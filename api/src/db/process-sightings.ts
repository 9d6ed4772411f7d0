import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** A process seen running, with the newest step it says is written. */
export type SightingRow = { readonly enrolmentId: string; readonly seq: number | null };

const CLOSED = sql`ARRAY['closed.withdrawn','closed.expired','closed.settled']`;

/**
 * A place for what Temporal's lists show, on this connection alone: a million processes are compared
 * with the enrolments by the database, and neither list is ever held in memory.
 */
export async function openSightings(connection: Db): Promise<void> {
  await sql`CREATE TEMP TABLE IF NOT EXISTS process_sightings (
    enrolment_id uuid PRIMARY KEY, seq int)`.execute(connection);
  await sql`TRUNCATE process_sightings`.execute(connection);
}

export async function noteSightings(connection: Db, rows: readonly SightingRow[]): Promise<void> {
  const ids = rows.map((row) => row.enrolmentId);
  const seqs = rows.map((row) => row.seq);
  await sql`INSERT INTO process_sightings (enrolment_id, seq)
    SELECT * FROM unnest(${ids}::uuid[], ${seqs}::int[])
    ON CONFLICT (enrolment_id) DO NOTHING`.execute(connection);
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';
export type After = string | null;

/** Processes that no enrolment belongs to. */
export async function sightedWithoutEnrolment(connection: Db, after: After, limit: number) {
  const { rows } = await sql<{ enrolmentId: string }>`
    SELECT s.enrolment_id FROM process_sightings s
    WHERE s.enrolment_id > ${after ?? NOWHERE}
      AND NOT EXISTS (SELECT FROM enrolments e WHERE e.id = s.enrolment_id)
    ORDER BY s.enrolment_id LIMIT ${limit}`.execute(connection);
  return rows;
}

/** Processes and enrolments that name different steps, or a process of an enrolment that is closed. */
export async function sightedElsewhere(connection: Db, after: After, limit: number) {
  const { rows } = await sql<SightingRow & { readonly stateSeq: number }>`
    SELECT s.enrolment_id, s.seq, e.state_seq
    FROM process_sightings s JOIN enrolments e ON e.id = s.enrolment_id
    WHERE s.enrolment_id > ${after ?? NOWHERE} AND e.machine_version IS NOT NULL
      AND (s.seq <> e.state_seq OR e.state_tags && ${CLOSED})
    ORDER BY s.enrolment_id LIMIT ${limit}`.execute(connection);
  return rows;
}

/** Living enrolments whose process was not seen; `before` leaves those alone that only just began. */
export async function livingUnsighted(connection: Db, before: Date, after: After, limit: number) {
  const { rows } = await sql<{ enrolmentId: string; hasStood: boolean }>`
    SELECT e.id AS enrolment_id, e.machine_version IS NOT NULL AS has_stood FROM enrolments e
    WHERE e.id > ${after ?? NOWHERE} AND e.created_at < ${before}
      AND NOT (e.state_tags && ${CLOSED})
      AND NOT EXISTS (SELECT FROM process_sightings s WHERE s.enrolment_id = e.id)
    ORDER BY e.id LIMIT ${limit}`.execute(connection);
  return rows;
}

/**
 * Living enrolments whose process ought to have moved on by `before` and did not: a fact it has not
 * followed, a deadline it has not heard, a decision it is still writing.
 */
export async function staleEnrolments(db: Db, before: Date, after: After, limit: number) {
  const { rows } = await sql<{ enrolmentId: string; since: Date }>`
    SELECT * FROM (
      SELECT e.id AS enrolment_id, CASE
        WHEN l.phone_verified_at < ${before} AND e.state_tags @> ARRAY['verifyingPhone']
          THEN greatest(l.phone_verified_at, e.created_at)
        WHEN l.profile_completed_at < ${before} AND e.state_tags @> ARRAY['completingProfile']
          THEN greatest(l.profile_completed_at, e.created_at)
        WHEN e.hours_completed_at < ${before} AND e.state_tags @> ARRAY['hours.studying']
          AND e.epoch = (e.state_context->>'epoch')::int THEN e.hours_completed_at
        WHEN e.exam_passed_at < ${before} AND e.state_tags @> ARRAY['exam.open']
          THEN e.exam_passed_at
        WHEN e.state_at < ${before} AND e.state_tags && ARRAY['audit.recording','appeal.filed','appeal.recording']
          THEN e.state_at
        WHEN a.due_at < ${before} AND a.clock = 'waiting' AND NOT a.provisional THEN a.due_at
        WHEN a.overdue_at < ${before} AND a.clock = 'due' AND NOT a.provisional THEN a.overdue_at
        WHEN e.evidence_version > (e.state_context->>'evidenceVersion')::int
          AND e.state_tags @> ARRAY['audit.open'] AND e.state_at < ${before} THEN e.state_at
      END AS since
      FROM enrolments e
      JOIN learners l ON l.id = e.learner_id
      LEFT JOIN audits a ON a.enrolment_id = e.id AND a.closed_at IS NULL
      WHERE e.id > ${after ?? NOWHERE} AND e.machine_version IS NOT NULL
        AND e.created_at < ${before} AND NOT (e.state_tags && ${CLOSED})
    ) waiting
    WHERE since IS NOT NULL
    ORDER BY enrolment_id LIMIT ${limit}`.execute(db);
  return rows;
}
