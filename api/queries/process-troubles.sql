-- noteTrouble
INSERT INTO
  "process_troubles" ("enrolment_id", "kind", "attempts", "first_seen_at", "last_seen_at")
VALUES
  ($1, $2, $3, $4, $5)
ON CONFLICT ("enrolment_id", "kind") DO UPDATE
SET
  "attempts" = $6,
  "last_seen_at" = $7
RETURNING
  "first_seen_at" = "last_seen_at" AS "is_new";

-- endTrouble
DELETE FROM "process_troubles"
WHERE
  "enrolment_id" = $1
  AND "kind" = $2
RETURNING
  "kind";

-- endTroublesNotSeenSince
DELETE FROM "process_troubles"
WHERE
  "kind" IN ($1)
  AND "last_seen_at" < $2;

-- troublesOfKind
SELECT
  *
FROM
  "process_troubles"
WHERE
  "kind" = $1
ORDER BY
  "last_seen_at"
LIMIT
  $2;

-- troubleOf
SELECT
  *
FROM
  "process_troubles"
WHERE
  "enrolment_id" = $1
  AND "kind" = $2;
