-- openSightings
CREATE TEMP TABLE IF NOT EXISTS process_sightings (enrolment_id uuid PRIMARY KEY, seq int);

TRUNCATE process_sightings;

-- noteSightings
INSERT INTO
  process_sightings (enrolment_id, seq)
SELECT
  *
FROM
  unnest($1::UUID[], $2::INT[])
ON CONFLICT (enrolment_id) DO NOTHING;

-- sightedWithoutEnrolment
SELECT
  s.enrolment_id
FROM
  process_sightings s
WHERE
  s.enrolment_id > $1
  AND NOT EXISTS (
    SELECT
    FROM
      enrolments e
    WHERE
      e.id = s.enrolment_id
  )
ORDER BY
  s.enrolment_id
LIMIT
  $2;

-- sightedElsewhere
SELECT
  s.enrolment_id,
  s.seq,
  e.state_seq
FROM
  process_sightings s
  JOIN enrolments e ON e.id = s.enrolment_id
WHERE
  s.enrolment_id > $1
  AND e.machine_version IS NOT NULL
  AND (
    s.seq <> e.state_seq
    OR e.state_tags && ARRAY['closed.withdrawn', 'closed.expired', 'closed.settled']
  )
ORDER BY
  s.enrolment_id
LIMIT
  $2;

-- livingUnsighted
SELECT
  e.id AS enrolment_id,
  e.machine_version IS NOT NULL AS has_stood
FROM
  enrolments e
WHERE
  e.id > $1
  AND e.created_at < $2
  AND NOT (e.state_tags && ARRAY['closed.withdrawn', 'closed.expired', 'closed.settled'])
  AND NOT EXISTS (
    SELECT
    FROM
      process_sightings s
    WHERE
      s.enrolment_id = e.id
  )
ORDER BY
  e.id
LIMIT
  $3;

-- staleEnrolments
SELECT
  *
FROM
  (
    SELECT
      e.id AS enrolment_id,
      CASE
        WHEN l.phone_verified_at < $1
        AND e.state_tags @> ARRAY['verifyingPhone'] THEN greatest(l.phone_verified_at, e.created_at)
        WHEN l.profile_completed_at < $2
        AND e.state_tags @> ARRAY['completingProfile'] THEN greatest(l.profile_completed_at, e.created_at)
        WHEN e.hours_completed_at < $3
        AND e.state_tags @> ARRAY['hours.studying']
        AND e.epoch = (e.state_context ->> 'epoch')::int THEN e.hours_completed_at
        WHEN e.exam_passed_at < $4
        AND e.state_tags @> ARRAY['exam.open'] THEN e.exam_passed_at
        WHEN e.state_at < $5
        AND e.state_tags && ARRAY['audit.recording', 'appeal.filed', 'appeal.recording'] THEN e.state_at
        WHEN a.due_at < $6
        AND a.clock = 'waiting'
        AND NOT a.provisional THEN a.due_at
        WHEN a.overdue_at < $7
        AND a.clock = 'due'
        AND NOT a.provisional THEN a.overdue_at
        WHEN e.evidence_version > (e.state_context ->> 'evidenceVersion')::int
        AND e.state_tags @> ARRAY['audit.open']
        AND e.state_at < $8 THEN e.state_at
      END AS since
    FROM
      enrolments e
      JOIN learners l ON l.id = e.learner_id
      LEFT JOIN audits a ON a.enrolment_id = e.id
      AND a.closed_at IS NULL
    WHERE
      e.id > $9
      AND e.machine_version IS NOT NULL
      AND e.created_at < $10
      AND NOT (e.state_tags && ARRAY['closed.withdrawn', 'closed.expired', 'closed.settled'])
  ) waiting
WHERE
  since IS NOT NULL
ORDER BY
  enrolment_id
LIMIT
  $11;
