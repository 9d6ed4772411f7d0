-- insertWebSession
INSERT INTO
  "web_sessions" (
    "id_hash",
    "subject_kind",
    "subject_id",
    "content",
    "user_agent",
    "created_at",
    "last_seen_at",
    "expires_at"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8);

-- findWebSession
SELECT
  "web_sessions"."id_hash",
  "web_sessions"."subject_kind",
  "web_sessions"."subject_id",
  "web_sessions"."last_seen_at",
  "web_sessions"."expires_at",
  "staff"."roles",
  "staff"."disabled_at"
FROM
  "web_sessions"
  LEFT JOIN "staff" ON "staff"."id" = "web_sessions"."subject_id"
  AND "web_sessions"."subject_kind" = $1
WHERE
  "web_sessions"."id_hash" = $2
  AND "web_sessions"."expires_at" > $3;

-- touchWebSession
UPDATE "web_sessions"
SET
  "last_seen_at" = $1,
  "expires_at" = $2
WHERE
  "id_hash" = $3;

-- deleteWebSession
DELETE FROM "web_sessions"
WHERE
  "id_hash" = $1;

-- endWebSessions
DELETE FROM "web_sessions"
WHERE
  "subject_kind" = $1
  AND "subject_id" = $2
  AND "id_hash" <> $3;

-- webSessionsOf
SELECT
  "id_hash",
  "user_agent",
  "created_at",
  "last_seen_at"
FROM
  "web_sessions"
WHERE
  "subject_kind" = $1
  AND "subject_id" = $2
  AND "expires_at" > $3
ORDER BY
  "last_seen_at" DESC
LIMIT
  $4;

-- deleteExpiredWebSessions
DELETE FROM "web_sessions"
WHERE
  "expires_at" <= $1;
