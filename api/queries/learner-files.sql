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
    "learner_id",
    "kind",
    "content_type",
    "sha256",
    "storage_key",
    "created_at",
    "id",
    "quality",
    "registry_match",
    "replaced_at",
    "taken_on"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
RETURNING
  "id";

-- putTemplate
INSERT INTO
  "face_templates" ("learner_id", "file_id", "descriptor_sealed", "model_id", "weights_hash", "created_at")
VALUES
  ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("learner_id") DO UPDATE
SET
  "learner_id" = $7,
  "file_id" = $8,
  "descriptor_sealed" = $9,
  "model_id" = $10,
  "weights_hash" = $11,
  "created_at" = $12;

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
