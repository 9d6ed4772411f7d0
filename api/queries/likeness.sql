-- learnersDescribedOtherwise
SELECT
  "t"."learner_id"
FROM
  "face_templates" AS "t"
  INNER JOIN "learner_files" AS "f" ON "f"."id" = "t"."file_id"
WHERE
  "f"."replaced_at" IS NULL
  AND (
    "t"."model_id" <> $1
    OR "t"."weights_hash" <> $2
  )
ORDER BY
  random()
LIMIT
  $3;

-- deleteTemplatesWithoutConsent
DELETE FROM "face_templates" AS "t"
WHERE
  NOT EXISTS (
    SELECT
      "c"."id"
    FROM
      "consents" AS "c"
    WHERE
      "c"."learner_id" = "t"."learner_id"
      AND "c"."kind" = $1
      AND "c"."version" = $2
      AND "c"."withdrawn_at" IS NULL
  );

-- deleteEntriesWithoutConsent
UPDATE "study_sessions"
SET
  "entry_descriptor_sealed" = $1
WHERE
  "entry_descriptor_sealed" IS NOT NULL
  AND (
    SELECT
      count(*) AS "live"
    FROM
      "consents" AS "c"
    WHERE
      "c"."learner_id" = "study_sessions"."learner_id"
      AND "c"."version" = $2
      AND "c"."withdrawn_at" IS NULL
  ) < $3;

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
  AND "t"."model_id" = $2
  AND "t"."weights_hash" = $3
  AND "l"."wrapped_data_key" IS NOT NULL
ORDER BY
  "t"."created_at" DESC
LIMIT
  $4;

-- replaceDescriptor
UPDATE "face_templates"
SET
  "descriptor_sealed" = $1,
  "model_id" = $2,
  "weights_hash" = $3
WHERE
  "learner_id" = $4
  AND "file_id" = $5
  AND "model_id" = $6
  AND "weights_hash" = $7;

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
