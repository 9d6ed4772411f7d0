-- insertHandover
INSERT INTO
  "audit_handovers" ("at", "audit_id", "given_by", "id", "owner_after", "owner_before", "text_id")
VALUES
  ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("id") DO NOTHING
RETURNING
  "id";

UPDATE "audits"
SET
  "owner_id" = $1
WHERE
  "id" = $2;

-- owningStaff
SELECT DISTINCT
  "owner_id"
FROM
  "audits"
WHERE
  "closed_at" IS NULL
  AND "owner_id" IS NOT NULL;

-- openCasesByOwner
SELECT
  "owner_id",
  count(*) AS "cases"
FROM
  "audits"
WHERE
  "closed_at" IS NULL
  AND "owner_id" IS NOT NULL
GROUP BY
  "owner_id";

-- openCaseLocked
SELECT
  "id",
  "owner_id",
  "enrolment_id"
FROM
  "audits"
WHERE
  "id" = $1
  AND "closed_at" IS NULL
FOR UPDATE;

-- handoversOf
SELECT
  "h"."id",
  "h"."at",
  "h"."text_id",
  "g"."display_name" AS "by",
  "t"."display_name" AS "to"
FROM
  "audit_handovers" AS "h"
  INNER JOIN "staff" AS "g" ON "g"."id" = "h"."given_by"
  LEFT JOIN "staff" AS "t" ON "t"."id" = "h"."owner_after"
WHERE
  "h"."audit_id" = $1
ORDER BY
  "h"."at" DESC;

-- staffOnDuty
SELECT
  "id",
  "display_name",
  "roles"
FROM
  "staff"
WHERE
  "disabled_at" IS NULL
ORDER BY
  "display_name";
