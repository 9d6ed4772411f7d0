-- accommodationOf
SELECT
  "left_out",
  "time_factor"
FROM
  "accommodations"
WHERE
  "learner_id" = $1
  AND "ended_at" IS NULL;

-- endAccommodation
UPDATE "accommodations"
SET
  "ended_at" = $1,
  "ended_by" = $2
WHERE
  "learner_id" = $3
  AND "ended_at" IS NULL;

-- accommodationsOf
SELECT
  "a"."id",
  "a"."left_out",
  "a"."time_factor",
  "a"."reason_sealed",
  "a"."recorded_at",
  "a"."ended_at",
  "s"."display_name" AS "recorded_by"
FROM
  "accommodations" AS "a"
  INNER JOIN "staff" AS "s" ON "s"."id" = "a"."recorded_by"
WHERE
  "a"."learner_id" = $1
ORDER BY
  "a"."id" DESC;

-- insertAccommodation
INSERT INTO
  "accommodations" (
    "ended_at",
    "ended_by",
    "id",
    "learner_id",
    "left_out",
    "reason_sealed",
    "recorded_at",
    "recorded_by",
    "time_factor"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9)
RETURNING
  "id";
