-- useFaceCheck
UPDATE "face_checks"
SET
  "used_at" = $1
WHERE
  "id" = $2
  AND "used_at" IS NULL
RETURNING
  "id";

-- rememberFrames
INSERT INTO
  "seen_frames" ("sha256", "learner_id")
VALUES
  ($1, $2)
ON CONFLICT ("sha256") DO NOTHING
RETURNING
  "sha256";

-- withdrawFaceChecks
UPDATE "face_checks"
SET
  "used_at" = $1,
  "reason" = $2
WHERE
  "session_id" = $3
  AND "used_at" IS NULL;

-- insertFaceCheck
INSERT INTO
  "face_checks" (
    "issued_at",
    "kind",
    "learner_id",
    "actions",
    "expires_at",
    "nonce_hash",
    "id",
    "enrolment_id",
    "reason",
    "distance",
    "frame_keys",
    "measured",
    "model_id",
    "outcome",
    "session_id",
    "thresholds_version",
    "used_at",
    "weights_hash"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
RETURNING
  *;

-- findFaceCheck
SELECT
  *
FROM
  "face_checks"
WHERE
  "id" = $1;

-- findFaceCheckByNonce
SELECT
  *
FROM
  "face_checks"
WHERE
  "nonce_hash" = $1
  AND "learner_id" = $2;

-- updateFaceCheck
UPDATE "face_checks"
SET
  "id" = $1,
  "enrolment_id" = $2,
  "issued_at" = $3,
  "kind" = $4,
  "learner_id" = $5,
  "reason" = $6,
  "actions" = $7,
  "distance" = $8,
  "expires_at" = $9,
  "frame_keys" = $10,
  "measured" = $11,
  "model_id" = $12,
  "nonce_hash" = $13,
  "outcome" = $14,
  "session_id" = $15,
  "thresholds_version" = $16,
  "used_at" = $17,
  "weights_hash" = $18
WHERE
  "id" = $19
RETURNING
  *;

-- faceChecksOfSession
SELECT
  *
FROM
  "face_checks"
WHERE
  "session_id" = $1
ORDER BY
  "issued_at",
  "id";

-- faceChecksOfEpoch
SELECT
  "face_checks".*
FROM
  "face_checks"
  INNER JOIN "study_sessions" ON "study_sessions"."id" = "face_checks"."session_id"
WHERE
  "study_sessions"."enrolment_id" = $1
  AND "study_sessions"."epoch" = $2
ORDER BY
  "face_checks"."issued_at",
  "face_checks"."id";

-- openFaceCheckOf
SELECT
  *
FROM
  "face_checks"
WHERE
  "session_id" = $1
  AND "used_at" IS NULL
  AND "expires_at" > $2
ORDER BY
  "id" DESC
LIMIT
  $3;
