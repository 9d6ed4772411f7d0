-- insertEvidenceRequest
INSERT INTO
  "evidence_requests" (
    "answer_text_id",
    "answer_until",
    "asked_at",
    "asked_by",
    "audit_id",
    "ended_at",
    "enrolment_id",
    "face_check_id",
    "id",
    "kind",
    "question_text_id",
    "state"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT ("id") DO NOTHING;

-- endEvidenceRequest
UPDATE "evidence_requests"
SET
  "answer_text_id" = $1,
  "ended_at" = $2,
  "face_check_id" = $3,
  "state" = $4
WHERE
  "id" = $5
  AND "state" = $6
RETURNING
  "id";

-- latestEvidenceRequest
SELECT
  *
FROM
  "evidence_requests"
WHERE
  "enrolment_id" = $1
ORDER BY
  "asked_at" DESC;

-- evidenceRequestsOf
SELECT
  "r".*,
  "c"."outcome" AS "face_outcome",
  "c"."used_at" AS "face_at"
FROM
  "evidence_requests" AS "r"
  LEFT JOIN "face_checks" AS "c" ON "c"."id" = "r"."face_check_id"
WHERE
  "r"."audit_id" = $1
ORDER BY
  "r"."asked_at";

-- rehearsalSince
SELECT
  "id"
FROM
  "face_checks"
WHERE
  "learner_id" = $1
  AND "kind" = $2
  AND "used_at" >= $3
  AND "outcome" IS NOT NULL
ORDER BY
  "used_at" DESC;
