-- insertTicket
INSERT INTO
  "one_time_codes" (
    "purpose",
    "ticket_hash",
    "subject_index",
    "learner_id",
    "tries_left",
    "created_at",
    "expires_at"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7);

-- lockTicket
SELECT
  "id",
  "learner_id",
  "subject_index",
  "code_hash",
  "tries_left",
  "sent_at",
  "created_at",
  "expires_at",
  "used_at"
FROM
  "one_time_codes"
WHERE
  "ticket_hash" = $1
  AND "purpose" = $2
FOR UPDATE;

-- setCode
UPDATE "one_time_codes"
SET
  "code_hash" = $1,
  "tries_left" = $2,
  "sent_at" = $3,
  "expires_at" = $4
WHERE
  "id" = $5;

-- countWrongTry
UPDATE "one_time_codes"
SET
  "tries_left" = greatest(tries_left - 1, 0)
WHERE
  "id" = $1;

-- useUpCodes
UPDATE "one_time_codes"
SET
  "used_at" = $1
WHERE
  "subject_index" = $2
  AND "used_at" IS NULL;

-- recordCodeSend
INSERT INTO
  "code_sends" ("subject_index", "sent_at")
VALUES
  ($1, $2);

-- forgetCodeSends
DELETE FROM "code_sends"
WHERE
  "subject_index" = $1;

-- deleteOldCodes
DELETE FROM "one_time_codes"
WHERE
  "created_at" < $1;

DELETE FROM "code_sends"
WHERE
  "sent_at" < $1;
