-- certificatesOfLearner
SELECT
  "c"."id",
  "c"."kind",
  "c"."learner_id",
  "c"."enrolment_id",
  "c"."post",
  "c"."study_year",
  "c"."number",
  "c"."verification_code",
  "c"."medium",
  "c"."status",
  "c"."issued_on",
  "c"."issued_at",
  "c"."voided_at",
  "c"."void_reason",
  "c"."holder_masked",
  "c"."content",
  "c"."pdf_key",
  "c"."ledger_digest",
  "l"."wrapped_data_key",
  "s"."number" AS "successor_number",
  "s"."verification_code" AS "successor_code",
  "p"."number" AS "predecessor_number",
  "p"."verification_code" AS "predecessor_code"
FROM
  "certificates" AS "c"
  INNER JOIN "learners" AS "l" ON "l"."id" = "c"."learner_id"
  LEFT JOIN "certificates" AS "s" ON "s"."id" = "c"."successor_id"
  LEFT JOIN "certificates" AS "p" ON "p"."successor_id" = "c"."id"
WHERE
  "c"."learner_id" = $1
ORDER BY
  "c"."id" DESC;

-- certificateById
SELECT
  "c"."id",
  "c"."kind",
  "c"."learner_id",
  "c"."enrolment_id",
  "c"."post",
  "c"."study_year",
  "c"."number",
  "c"."verification_code",
  "c"."medium",
  "c"."status",
  "c"."issued_on",
  "c"."issued_at",
  "c"."voided_at",
  "c"."void_reason",
  "c"."holder_masked",
  "c"."content",
  "c"."pdf_key",
  "c"."ledger_digest",
  "l"."wrapped_data_key",
  "s"."number" AS "successor_number",
  "s"."verification_code" AS "successor_code",
  "p"."number" AS "predecessor_number",
  "p"."verification_code" AS "predecessor_code"
FROM
  "certificates" AS "c"
  INNER JOIN "learners" AS "l" ON "l"."id" = "c"."learner_id"
  LEFT JOIN "certificates" AS "s" ON "s"."id" = "c"."successor_id"
  LEFT JOIN "certificates" AS "p" ON "p"."successor_id" = "c"."id"
WHERE
  "c"."id" = $1;

-- certificateByCode
SELECT
  "c"."id",
  "c"."kind",
  "c"."learner_id",
  "c"."enrolment_id",
  "c"."post",
  "c"."study_year",
  "c"."number",
  "c"."verification_code",
  "c"."medium",
  "c"."status",
  "c"."issued_on",
  "c"."issued_at",
  "c"."voided_at",
  "c"."void_reason",
  "c"."holder_masked",
  "c"."content",
  "c"."pdf_key",
  "c"."ledger_digest",
  "l"."wrapped_data_key",
  "s"."number" AS "successor_number",
  "s"."verification_code" AS "successor_code",
  "p"."number" AS "predecessor_number",
  "p"."verification_code" AS "predecessor_code"
FROM
  "certificates" AS "c"
  INNER JOIN "learners" AS "l" ON "l"."id" = "c"."learner_id"
  LEFT JOIN "certificates" AS "s" ON "s"."id" = "c"."successor_id"
  LEFT JOIN "certificates" AS "p" ON "p"."successor_id" = "c"."id"
WHERE
  "c"."verification_code" = $1;

-- certificatesByNumber
SELECT
  "c"."id",
  "c"."kind",
  "c"."learner_id",
  "c"."enrolment_id",
  "c"."post",
  "c"."study_year",
  "c"."number",
  "c"."verification_code",
  "c"."medium",
  "c"."status",
  "c"."issued_on",
  "c"."issued_at",
  "c"."voided_at",
  "c"."void_reason",
  "c"."holder_masked",
  "c"."content",
  "c"."pdf_key",
  "c"."ledger_digest",
  "l"."wrapped_data_key",
  "s"."number" AS "successor_number",
  "s"."verification_code" AS "successor_code",
  "p"."number" AS "predecessor_number",
  "p"."verification_code" AS "predecessor_code"
FROM
  "certificates" AS "c"
  INNER JOIN "learners" AS "l" ON "l"."id" = "c"."learner_id"
  LEFT JOIN "certificates" AS "s" ON "s"."id" = "c"."successor_id"
  LEFT JOIN "certificates" AS "p" ON "p"."successor_id" = "c"."id"
WHERE
  "c"."number" = $1
ORDER BY
  "c"."id" DESC;
