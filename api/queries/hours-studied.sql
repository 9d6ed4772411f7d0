-- insertStudiedHours
SELECT
  "id"
FROM
  "hour_ledger"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
  AND "lesson_id" = $3
  AND "entry" = $4;
