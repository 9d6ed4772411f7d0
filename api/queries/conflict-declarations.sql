-- insertConflict
INSERT INTO
  "conflict_declarations" ("declared_at", "enrolment_id", "id", "reason", "staff_id")
VALUES
  ($1, $2, $3, $4, $5)
ON CONFLICT ("enrolment_id", "staff_id") DO NOTHING;

-- declaredConflictsOf
SELECT
  "staff_id"
FROM
  "conflict_declarations"
WHERE
  "enrolment_id" = $1;
