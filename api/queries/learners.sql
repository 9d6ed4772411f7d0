-- openLearner
SELECT
  "learners".*
FROM
  "learners"
WHERE
  "id" = $1;

-- openLearnerByIdNumber
SELECT
  "learners".*
FROM
  "learners"
WHERE
  "id_number_index" = $1;

-- lockLearner
SELECT
  "learners".*
FROM
  "learners"
WHERE
  "id" = $1
FOR UPDATE;

-- findOrInsertLearner
INSERT INTO
  "learners" (
    "id_number_sealed",
    "id_number_index",
    "name_sealed",
    "name_index",
    "phone_sealed",
    "phone_index",
    "phone_tail_index",
    "created_at"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("id_number_index") DO NOTHING
RETURNING
  "id";

-- setPhone
UPDATE "learners"
SET
  "phone_sealed" = $1,
  "phone_index" = $2,
  "phone_tail_index" = $3,
  "phone_verified_at" = $4
WHERE
  "id" = $5;

-- activateLearner
UPDATE "learners"
SET
  "password_hash" = $1,
  "activated_at" = $2,
  "phone_verified_at" = $3
WHERE
  "id" = $4;

-- setLearnerPassword
UPDATE "learners"
SET
  "password_hash" = $1
WHERE
  "id" = $2;

-- setBasic
UPDATE "learners"
SET
  "basic_sealed" = $1
WHERE
  "id" = $2;

-- setPortraitDeclared
UPDATE "learners"
SET
  "recent_portrait_declared_at" = $1
WHERE
  "id" = $2;

-- setProfileCompleted
UPDATE "learners"
SET
  "profile_completed_at" = $1
WHERE
  "id" = $2
  AND "profile_completed_at" IS NULL;

-- findLearners
SELECT
  "learners".*
FROM
  "learners"
WHERE
  "id_number_index" = $1
ORDER BY
  "id" DESC
LIMIT
  $2;
