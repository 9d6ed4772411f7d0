-- policyOf
SELECT
  "body"
FROM
  "policies"
WHERE
  "id" = $1
  AND "version" = $2;

-- newestPolicy
SELECT
  "body"
FROM
  "policies"
WHERE
  "id" = $1
  AND "effective_on" <= $2
ORDER BY
  "version" DESC;

-- insertPolicy
INSERT INTO
  "policies" ("id", "version", "effective_on", "body")
VALUES
  ($1, $2, $3, $4)
ON CONFLICT ("id", "version") DO NOTHING;

-- allPolicies
SELECT
  "id",
  "version",
  "effective_on",
  "body"
FROM
  "policies"
ORDER BY
  "id",
  "version" DESC;
