-- insertWalks
INSERT INTO
  "reminder_walks" ("kind", "deadline_on", "lead_days")
VALUES
  ($1, $2, $3)
ON CONFLICT DO NOTHING;

-- moveWalk
UPDATE "reminder_walks"
SET
  "after_id" = $1,
  "done_at" = $2
WHERE
  "kind" = $3
  AND "deadline_on" = $4
  AND "lead_days" = $5;

-- yearEnding
SELECT
  e.id,
  e.learner_id,
  e.id AS enrolment_id,
  e.post,
  e.study_year,
  e.policy_id,
  e.policy_version,
  NULL::text AS number
FROM
  enrolments e
WHERE
  e.year_ends_on = $1
  AND e.id > $2
  AND e.hours_completed_at IS NULL
  AND e.machine_version IS NOT NULL
  AND NOT e.state_tags && ARRAY['closed.withdrawn', 'closed.expired', 'closed.settled']
  AND coalesce((e.state_context -> 'clear' ->> 'relearnUntil')::numeric, 0) <= $3
ORDER BY
  e.id
LIMIT
  $4;

-- relearnEnding
SELECT
  e.id,
  e.learner_id,
  e.id AS enrolment_id,
  e.post,
  e.study_year,
  e.policy_id,
  e.policy_version,
  NULL::text AS number
FROM
  enrolments e
WHERE
  e.state_context -> 'clear' ->> 'relearnUntil' IS NOT NULL
  AND (e.state_context -> 'clear' ->> 'relearnUntil')::numeric > $1
  AND (e.state_context -> 'clear' ->> 'relearnUntil')::numeric <= $2
  AND e.year_ends_on <= $3
  AND e.id > $4
  AND e.hours_completed_at IS NULL
  AND e.machine_version IS NOT NULL
  AND NOT e.state_tags && ARRAY['closed.withdrawn', 'closed.expired', 'closed.settled']
ORDER BY
  e.id
LIMIT
  $5;

-- appealEnding
SELECT
  e.id,
  e.learner_id,
  e.id AS enrolment_id,
  e.post,
  e.study_year,
  e.policy_id,
  e.policy_version,
  NULL::text AS number
FROM
  enrolments e
WHERE
  e.state_context -> 'clear' ->> 'appealUntil' IS NOT NULL
  AND (e.state_context -> 'clear' ->> 'appealUntil')::numeric > $1
  AND (e.state_context -> 'clear' ->> 'appealUntil')::numeric <= $2
  AND e.state_context -> 'clear' ->> 'appealed' = 'false'
  AND e.id > $3
  AND NOT e.state_tags && ARRAY['closed.withdrawn', 'closed.expired', 'closed.settled']
ORDER BY
  e.id
LIMIT
  $4;

-- certificatesExpiring
SELECT
  c.id,
  c.learner_id,
  c.enrolment_id,
  c.post,
  c.study_year,
  e.policy_id,
  e.policy_version,
  c.number
FROM
  certificates c
  JOIN enrolments e ON e.id = c.enrolment_id
WHERE
  c.status = 'active'
  AND c.kind = 'training'
  AND c.valid_until = $1
  AND c.id > $2
ORDER BY
  c.id
LIMIT
  $3;

-- lockOpenWalk
SELECT
  *
FROM
  "reminder_walks"
WHERE
  "done_at" IS NULL
  AND "deadline_on" > $1
ORDER BY
  "deadline_on"
LIMIT
  $2
FOR UPDATE
  skip locked;
