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
    "actions",
    "distance",
    "enrolment_id",
    "expires_at",
    "forgotten_at",
    "frame_keys",
    "id",
    "issued_at",
    "kind",
    "learner_id",
    "measured",
    "model_id",
    "nonce_hash",
    "outcome",
    "reason",
    "redraw",
    "session_id",
    "thresholds_version",
    "used_at",
    "weights_hash"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
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
  "actions" = $1,
  "distance" = $2,
  "enrolment_id" = $3,
  "expires_at" = $4,
  "forgotten_at" = $5,
  "frame_keys" = $6,
  "id" = $7,
  "issued_at" = $8,
  "kind" = $9,
  "learner_id" = $10,
  "measured" = $11,
  "model_id" = $12,
  "nonce_hash" = $13,
  "outcome" = $14,
  "reason" = $15,
  "redraw" = $16,
  "session_id" = $17,
  "thresholds_version" = $18,
  "used_at" = $19,
  "weights_hash" = $20
WHERE
  "id" = $21
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

-- lastEntryCheckOf
SELECT
  *
FROM
  "face_checks"
WHERE
  "session_id" = $1
  AND "kind" = $2
ORDER BY
  "used_at" IS NULL DESC,
  "issued_at" DESC,
  "redraw" DESC
LIMIT
  $3;
