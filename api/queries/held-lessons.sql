-- heldLessons
SELECT
  *
FROM
  "hour_ledger"
WHERE
  "enrolment_id" = $1
ORDER BY
  "id";
