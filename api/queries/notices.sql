-- insertNotice
INSERT INTO
  "notices" (
    "asks",
    "attempts",
    "body_sealed",
    "created_at",
    "enrolment_id",
    "failure",
    "id",
    "in_app",
    "key",
    "last_error",
    "learner_id",
    "next_attempt_at",
    "provider",
    "provider_message_id",
    "read_at",
    "sent_at",
    "settled_at",
    "sms_phone_sealed",
    "sms_state",
    "template"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
ON CONFLICT ("key") DO NOTHING;

-- claimDueNotices
UPDATE "notices"
SET
  "next_attempt_at" = $1,
  "attempts" = attempts + 1
WHERE
  "id" IN (
    SELECT
      "id"
    FROM
      "notices"
    WHERE
      "sms_state" = $2
      AND "next_attempt_at" <= $3
    ORDER BY
      "next_attempt_at"
    LIMIT
      $4
    FOR UPDATE
      skip locked
  )
RETURNING
  "id",
  "key",
  "learner_id",
  "template",
  "body_sealed",
  "sms_phone_sealed",
  "attempts",
  "created_at",
  "sent_at";

-- markNoticeSending
UPDATE "notices"
SET
  "sent_at" = $1
WHERE
  "id" = $2;

-- setNotice
UPDATE "notices"
SET
  "asks" = $1,
  "failure" = $2,
  "last_error" = $3,
  "next_attempt_at" = $4,
  "provider" = $5,
  "provider_message_id" = $6,
  "sent_at" = $7,
  "settled_at" = $8,
  "sms_phone_sealed" = $9,
  "sms_state" = $10
WHERE
  "id" = $11;

-- claimFates
UPDATE "notices"
SET
  "next_attempt_at" = $1,
  "asks" = asks + 1
WHERE
  "id" IN (
    SELECT
      "id"
    FROM
      "notices"
    WHERE
      "sms_state" IN ($2, $3)
      AND "next_attempt_at" <= $4
    ORDER BY
      "next_attempt_at"
    LIMIT
      $5
    FOR UPDATE
      skip locked
  )
RETURNING
  "id",
  "key",
  "learner_id",
  "template",
  "sms_state",
  "sms_phone_sealed",
  "provider_message_id",
  "asks",
  "sent_at",
  "created_at";

-- requeueNotice
UPDATE "notices"
SET
  "sms_state" = $1,
  "next_attempt_at" = $2,
  "sent_at" = $3,
  "failure" = $4,
  "settled_at" = $5,
  "provider_message_id" = $6,
  "asks" = $7,
  "sms_phone_sealed" = CASE
    WHEN template LIKE 'phoneCorrected%' THEN sms_phone_sealed
  END
WHERE
  "id" = $8
  AND "sms_state" IN ($9, $10);

-- requeueForNewNumber
UPDATE "notices"
SET
  "sms_state" = $1,
  "next_attempt_at" = $2,
  "sms_phone_sealed" = $3,
  "sent_at" = $4,
  "failure" = $5,
  "settled_at" = $6,
  "provider_message_id" = $7,
  "asks" = $8
WHERE
  "learner_id" = $9
  AND "sms_state" = $10
  AND "failure" = $11
  AND "template" NOT LIKE $12
  AND "template" NOT LIKE $13;

-- inboxOf
SELECT
  "id",
  "enrolment_id",
  "template",
  "body_sealed",
  "read_at",
  "created_at"
FROM
  "notices"
WHERE
  "learner_id" = $1
  AND "in_app" = $2
  AND "id" < $3
ORDER BY
  "id" DESC
LIMIT
  $4;

-- markNoticeRead
UPDATE "notices"
SET
  "read_at" = coalesce(read_at, $1)
WHERE
  "id" = $2
  AND "learner_id" = $3
  AND "in_app" = $4;

-- smsOutbox
SELECT
  "notices"."id",
  "notices"."learner_id",
  "notices"."template",
  "notices"."body_sealed",
  "notices"."sms_phone_sealed",
  "notices"."sms_state",
  "notices"."attempts",
  "notices"."next_attempt_at",
  "notices"."last_error",
  "notices"."failure",
  "notices"."provider",
  "notices"."provider_message_id",
  "notices"."settled_at",
  "notices"."sent_at",
  "notices"."created_at",
  "learners"."wrapped_data_key",
  "learners"."phone_sealed"
FROM
  "notices"
  INNER JOIN "learners" ON "learners"."id" = "notices"."learner_id"
WHERE
  "notices"."sms_state" <> $1
  AND "notices"."sms_state" = $2
  AND "notices"."learner_id" = $3
  AND "notices"."id" < $4
ORDER BY
  "notices"."id" DESC
LIMIT
  $5;

-- smsOf
SELECT
  "sms_state",
  "last_error"
FROM
  "notices"
WHERE
  "key" = $1;
