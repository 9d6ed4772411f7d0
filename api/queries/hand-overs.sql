-- replaceHandOver
INSERT INTO
  "hand_overs" (
    "created_at",
    "enrolment_id",
    "expires_at",
    "learner_id",
    "lesson_id",
    "made_by_session",
    "place",
    "token_hash"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("learner_id")
WHERE
  "used_at" IS NULL DO UPDATE
SET
  "created_at" = $9,
  "enrolment_id" = $10,
  "expires_at" = $11,
  "lesson_id" = $12,
  "made_by_session" = $13,
  "place" = $14,
  "token_hash" = $15
RETURNING
  "id";

-- findHandOver
SELECT
  "hand_overs".*,
  "web_sessions"."id_hash" AS "live_session"
FROM
  "hand_overs"
  LEFT JOIN "web_sessions" ON "web_sessions"."id_hash" = "hand_overs"."made_by_session"
  AND "web_sessions"."subject_id" = "hand_overs"."learner_id"
  AND "web_sessions"."expires_at" > $1
WHERE
  "hand_overs"."token_hash" = $2;

-- useHandOver
UPDATE "hand_overs"
SET
  "used_at" = $1
WHERE
  "id" = $2
  AND "used_at" IS NULL;

-- deleteOldHandOvers
DELETE FROM "hand_overs"
WHERE
  "created_at" < $1;
