-- facesSharedWith
SELECT
  "s"."id" AS "check_id",
  "s"."session_id"
FROM
  "snapshots" AS "s"
WHERE
  "s"."enrolment_id" = $1
  AND "s"."epoch" = $2
  AND "s"."perceptual_hash" IS NOT NULL
  AND "s"."perceptual_hash" <> $3
  AND EXISTS (
    SELECT
      "o"."id"
    FROM
      "snapshots" AS "o"
    WHERE
      "o"."perceptual_hash" = "s"."perceptual_hash"
      AND "o"."learner_id" <> "s"."learner_id"
  );

SELECT
  "id" AS "check_id",
  "session_id"
FROM
  "snapshots"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
  AND $3 = ANY (flags);

-- devicesSharedWith
SELECT
  s.id AS session_id,
  count(DISTINCT o.learner_id)::int AS learners,
  bool_or(
    o.started_at < coalesce(s.ended_at, s.last_beat_at)
    AND coalesce(o.ended_at, o.last_beat_at) > s.started_at
  ) AS overlapping
FROM
  study_sessions s
  JOIN study_sessions o ON o.device_mark = s.device_mark
  AND o.learner_id <> s.learner_id
  AND NOT o.replay
  AND o.started_at <= coalesce(s.ended_at, s.last_beat_at) + interval '30 minutes'
  AND coalesce(o.ended_at, o.last_beat_at) >= s.started_at - interval '30 minutes'
WHERE
  s.enrolment_id = $1
  AND s.epoch = $2
  AND NOT s.replay
  AND s.device_mark IS NOT NULL
GROUP BY
  s.id
ORDER BY
  s.id;

-- templatesNearby
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
  AND (
    EXISTS (
      SELECT
        "e"."id"
      FROM
        "enrolments" AS "e"
        INNER JOIN "enrolments" AS "own" ON "own"."employer" = "e"."employer"
        AND "own"."study_year" = "e"."study_year"
        AND "own"."id" = $2
      WHERE
        "e"."learner_id" = "t"."learner_id"
    )
    OR EXISTS (
      SELECT
        "o"."id"
      FROM
        "study_sessions" AS "o"
      WHERE
        "o"."learner_id" = "t"."learner_id"
        AND "o"."device_mark" = $3
    )
  )
ORDER BY
  "t"."created_at" DESC
LIMIT
  $4;
