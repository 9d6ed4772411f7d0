-- insertCaseText
INSERT INTO
  "case_texts" ("enrolment_id", "id", "text_sealed", "written_at", "written_by")
VALUES
  ($1, $2, $3, $4, $5)
ON CONFLICT ("id") DO NOTHING;

-- caseTextById
SELECT
  "text_sealed"
FROM
  "case_texts"
WHERE
  "id" = $1;

-- wrappedKeyOfEnrolment
SELECT
  "l"."wrapped_data_key"
FROM
  "enrolments" AS "e"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
WHERE
  "e"."id" = $1;
