-- hitLimit
INSERT INTO
  "rate_limits" ("key", "window_start", "hits", "expires_at")
VALUES
  ($1, $2, $3, $4)
ON CONFLICT ("key", "window_start") DO UPDATE
SET
  "hits" = least(rate_limits.hits + 1, 1000000)
RETURNING
  "hits";

-- forgetLimits
DELETE FROM "rate_limits"
WHERE
  starts_with(key, $1);

-- deleteExpiredLimits
DELETE FROM "rate_limits"
WHERE
  "expires_at" <= $1;
