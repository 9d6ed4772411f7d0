-- absencesOn
SELECT
  "a"."staff_id",
  "a"."deputy_id",
  "a"."from_on",
  "a"."until_on"
FROM
  "staff_absences" AS "a"
  INNER JOIN "staff" AS "s" ON "s"."id" = "a"."staff_id"
  LEFT JOIN "staff" AS "d" ON "d"."id" = "a"."deputy_id"
WHERE
  "a"."cancelled_at" IS NULL
  AND "a"."until_on" >= $1
  AND "s"."disabled_at" IS NULL
  AND "a"."from_on" <= $2
ORDER BY
  "a"."created_at" DESC;

SELECT
  "id"
FROM
  "staff"
WHERE
  "disabled_at" IS NOT NULL;

-- insertAbsence
INSERT INTO
  "staff_absences" (
    "cancelled_at",
    "created_at",
    "created_by",
    "deputy_id",
    "from_on",
    "id",
    "staff_id",
    "until_on"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("id") DO NOTHING;

-- cancelAbsence
UPDATE "staff_absences"
SET
  "cancelled_at" = $1
WHERE
  "id" = $2
  AND "cancelled_at" IS NULL;

-- absencesFrom
SELECT
  "a"."id",
  "a"."staff_id",
  "a"."deputy_id",
  "a"."from_on",
  "a"."until_on",
  "s"."display_name" AS "name",
  "d"."display_name" AS "deputy_name"
FROM
  "staff_absences" AS "a"
  INNER JOIN "staff" AS "s" ON "s"."id" = "a"."staff_id"
  LEFT JOIN "staff" AS "d" ON "d"."id" = "a"."deputy_id"
WHERE
  "a"."cancelled_at" IS NULL
  AND "a"."until_on" >= $1
  AND "s"."disabled_at" IS NULL
ORDER BY
  "a"."from_on",
  "a"."id";

-- absenceById
SELECT
  "id",
  "staff_id",
  "cancelled_at"
FROM
  "staff_absences"
WHERE
  "id" = $1;
