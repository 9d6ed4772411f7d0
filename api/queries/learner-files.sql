-- replaceFile
UPDATE "learner_files"
SET
  "replaced_at" = $1
WHERE
  "learner_id" = $2
  AND "kind" = $3
  AND "replaced_at" IS NULL;

INSERT INTO
  "learner_files" (
    "content_type",
    "created_at",
    "id",
    "kind",
    "learner_id",
    "quality",
    "registry_match",
    "replaced_at",
    "sha256",
    "storage_key",
    "taken_on"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
RETURNING
  "id";

-- putTemplate
INSERT INTO
  "face_templates" ("created_at", "descriptor_sealed", "file_id", "learner_id", "model_id", "weights_hash")
VALUES
  ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("learner_id") DO UPDATE
SET
  "created_at" = $7,
  "descriptor_sealed" = $8,
  "file_id" = $9,
  "learner_id" = $10,
  "model_id" = $11,
  "weights_hash" = $12;

-- deleteTemplate
DELETE FROM "face_templates"
WHERE
  "learner_id" = $1;

-- setFileQuality
UPDATE "learner_files"
SET
  "quality" = $1,
  "registry_match" = $2
WHERE
  "id" = $3;

-- filesInForce
SELECT
  *
FROM
  "learner_files"
WHERE
  "learner_id" = $1
  AND "replaced_at" IS NULL;

-- fileInForce
SELECT
  *
FROM
  "learner_files"
WHERE
  "learner_id" = $1
  AND "kind" = $2
  AND "replaced_at" IS NULL;
