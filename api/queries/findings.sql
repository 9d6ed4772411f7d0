-- upsertFindings
INSERT INTO
  "findings" (
    "created_at",
    "enrolment_id",
    "epoch",
    "evidence",
    "id",
    "key",
    "kind",
    "rule_version",
    "seconds",
    "sentence",
    "strength"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT ("enrolment_id", "epoch", "key") DO UPDATE
SET
  "strength" = "excluded"."strength",
  "seconds" = "excluded"."seconds",
  "sentence" = "excluded"."sentence",
  "evidence" = "excluded"."evidence",
  "rule_version" = "excluded"."rule_version"
WHERE
  (
    "findings"."strength" <> "excluded"."strength"
    OR "findings"."evidence" <> "excluded"."evidence"
    OR "findings"."sentence" <> "excluded"."sentence"
  )
RETURNING
  "id";

-- findingsOf
SELECT
  *
FROM
  "findings"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
ORDER BY
  "id";
