-- enrolmentsOfLearner
SELECT
  "id",
  "post",
  "study_year",
  "policy_id",
  "policy_version",
  "employer",
  "exam_required",
  "machine_version",
  "state",
  "state_context",
  "state_seq",
  "state_tags",
  "created_at"
FROM
  "enrolments"
WHERE
  "learner_id" = $1
ORDER BY
  "id" DESC
LIMIT
  $2;

-- hasOpenCorrection
SELECT
  "id"
FROM
  "phone_corrections"
WHERE
  "learner_id" = $1
  AND "state" = $2;
