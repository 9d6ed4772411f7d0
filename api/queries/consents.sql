-- consentsOf
SELECT
  "kind",
  "version",
  "given_at",
  "withdrawn_at"
FROM
  "consents"
WHERE
  "learner_id" = $1
ORDER BY
  "id" DESC;

-- insertConsent
UPDATE "consents"
SET
  "withdrawn_at" = $1
WHERE
  "learner_id" = $2
  AND "kind" = $3
  AND "version" <> $4
  AND "withdrawn_at" IS NULL;

INSERT INTO
  "consents" ("given_at", "kind", "learner_id", "version")
VALUES
  ($1, $2, $3, $4)
ON CONFLICT DO NOTHING;

-- withdrawConsents
UPDATE "consents"
SET
  "withdrawn_at" = $1
WHERE
  "learner_id" = $2
  AND "kind" = $3
  AND "withdrawn_at" IS NULL;
