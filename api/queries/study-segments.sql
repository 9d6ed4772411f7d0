-- segmentsOfSessions
SELECT
  *
FROM
  "study_segments"
WHERE
  "session_id" IN ($1)
ORDER BY
  "started_at",
  "session_id",
  "n";

-- saveSegments
INSERT INTO
  "study_segments" (
    "beats",
    "ended_at",
    "evidence",
    "interval_m2",
    "interval_mean_ms",
    "kind",
    "lesson_from",
    "lesson_to",
    "n",
    "presence_at",
    "reason",
    "session_id",
    "started_at"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT ("session_id", "n") DO UPDATE
SET
  "kind" = "excluded"."kind",
  "reason" = "excluded"."reason",
  "started_at" = "excluded"."started_at",
  "ended_at" = "excluded"."ended_at",
  "lesson_from" = "excluded"."lesson_from",
  "lesson_to" = "excluded"."lesson_to",
  "beats" = "excluded"."beats",
  "interval_mean_ms" = "excluded"."interval_mean_ms",
  "interval_m2" = "excluded"."interval_m2",
  "presence_at" = "excluded"."presence_at",
  "evidence" = "excluded"."evidence";

-- dropSegmentsFrom
DELETE FROM "study_segments"
WHERE
  "session_id" = $1
  AND "n" >= $2;

-- uncountedOfSessions
SELECT
  "session_id",
  "reason",
  sum(
    extract(
      epoch
      FROM
        ended_at - started_at
    )
  )::numeric AS "seconds"
FROM
  "study_segments"
WHERE
  "session_id" IN ($1)
  AND "kind" = $2
GROUP BY
  "session_id",
  "reason";

-- secondsUsedOn
SELECT
  coalesce(
    sum(
      extract(
        epoch
        FROM
          least(g.ended_at, $1) - greatest(g.started_at, $2)
      )
    ),
    0
  )::numeric AS "seconds"
FROM
  "study_segments" AS "g"
  INNER JOIN "study_sessions" AS "s" ON "s"."id" = "g"."session_id"
WHERE
  "s"."learner_id" = $3
  AND "g"."kind" <> $4
  AND "g"."ended_at" > $5
  AND "g"."started_at" < $6;

-- segmentsOfSession
SELECT
  *
FROM
  "study_segments"
WHERE
  "session_id" = $1
ORDER BY
  "n";
