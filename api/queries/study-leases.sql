-- lockLearnerStudy
SELECT
  pg_advisory_xact_lock(hashtextextended ($1, 7));

-- grantLease
INSERT INTO
  "study_leases" ("device", "expires_at", "learner_id", "session_id", "token")
VALUES
  ($1, $2, $3, $4, $5)
ON CONFLICT ("learner_id") DO UPDATE
SET
  "session_id" = $6,
  "device" = $7,
  "expires_at" = $8,
  "token" = "study_leases"."token" + $9
RETURNING
  "token";

-- extendLease
UPDATE "study_leases"
SET
  "expires_at" = $1
WHERE
  "learner_id" = $2
  AND "token" = $3;

-- findLease
SELECT
  *
FROM
  "study_leases"
WHERE
  "learner_id" = $1;
