-- faceCheckImage
SELECT
  "c"."id",
  "c"."learner_id",
  "c"."frame_keys",
  "l"."wrapped_data_key"
FROM
  "face_checks" AS "c"
  INNER JOIN "learners" AS "l" ON "l"."id" = "c"."learner_id"
WHERE
  "c"."id" = $1;

-- snapshotImage
SELECT
  "s"."id",
  "s"."learner_id",
  "s"."storage_key",
  "l"."wrapped_data_key"
FROM
  "snapshots" AS "s"
  INNER JOIN "learners" AS "l" ON "l"."id" = "s"."learner_id"
WHERE
  "s"."id" = $1;

-- portraitImage
SELECT
  "f"."id",
  "f"."learner_id",
  "f"."storage_key",
  "l"."wrapped_data_key"
FROM
  "learner_files" AS "f"
  INNER JOIN "learners" AS "l" ON "l"."id" = "f"."learner_id"
WHERE
  "f"."learner_id" = $1
  AND "f"."kind" = $2
  AND "f"."replaced_at" IS NULL;
