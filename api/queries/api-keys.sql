-- findApiKey
SELECT
  "id",
  "scopes",
  "last_used_at"
FROM
  "api_keys"
WHERE
  "key_hash" = $1
  AND "revoked_at" IS NULL;

-- touchApiKey
UPDATE "api_keys"
SET
  "last_used_at" = $1
WHERE
  "id" = $2;

-- listApiKeys
SELECT
  "id",
  "name",
  "scopes",
  "created_at",
  "last_used_at",
  "revoked_at"
FROM
  "api_keys"
ORDER BY
  "id" DESC
LIMIT
  $1;

-- insertApiKey
INSERT INTO
  "api_keys" ("created_at", "created_by", "key_hash", "name", "scopes")
VALUES
  ($1, $2, $3, $4, $5)
RETURNING
  "id";

-- revokeApiKey
UPDATE "api_keys"
SET
  "revoked_at" = $1
WHERE
  "id" = $2
  AND "revoked_at" IS NULL;
