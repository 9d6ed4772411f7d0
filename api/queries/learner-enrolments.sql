-- openEnrolmentIds
SELECT
  "id"
FROM
  "enrolments"
WHERE
  "learner_id" = $1
  AND NOT EXISTS (
    SELECT
      1
    FROM
      unnest(state_tags) AS tag
    WHERE
      tag = 'closed'
      OR tag LIKE 'closed.%'
  )
ORDER BY
  "id";

-- hasStudied
SELECT
  "id"
FROM
  "study_sessions"
WHERE
  "learner_id" = $1
LIMIT
  $2;
