-- insertOriginal
INSERT INTO
  "certificates" (
    "holder_masked",
    "issued_on",
    "learner_id",
    "medium",
    "number",
    "post",
    "verification_code",
    "kind"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT DO NOTHING
RETURNING
  "id";

-- activeCertificateOf
SELECT
  "id",
  "number"
FROM
  "certificates"
WHERE
  "learner_id" = $1
  AND "post" = $2
  AND "status" = $3
  AND "kind" IN ($4, $5);
