-- findTemplate
SELECT
  *
FROM
  "face_templates"
WHERE
  "learner_id" = $1;

-- templatesOfOthers
SELECT
  "t"."descriptor_sealed",
  "t"."model_id",
  "t"."weights_hash",
  "l"."wrapped_data_key"
FROM
  "face_templates" AS "t"
  INNER JOIN "learners" AS "l" ON "l"."id" = "t"."learner_id"
WHERE
  "t"."learner_id" <> $1
  AND "l"."wrapped_data_key" IS NOT NULL
ORDER BY
  "t"."created_at" DESC
LIMIT
  $2;

-- liveConsentsOf
SELECT
  "kind",
  "version",
  "given_at"
FROM
  "consents"
WHERE
  "learner_id" = $1
  AND "withdrawn_at" IS NULL;

-- learnerStudyFacts
SELECT
  "id",
  "wrapped_data_key",
  "phone_verified_at",
  "basic_sealed",
  "recent_portrait_declared_at",
  "profile_completed_at"
FROM
  "learners"
WHERE
  "id" = $1;

-- currentFilesOf
SELECT
  "id",
  "kind",
  "taken_on"
FROM
  "learner_files"
WHERE
  "learner_id" = $1
  AND "replaced_at" IS NULL;
