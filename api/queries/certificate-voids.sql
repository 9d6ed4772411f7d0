-- insertVoid
INSERT INTO
  "certificate_voids" (
    "approved_at",
    "approved_by",
    "attempts",
    "certificate_id",
    "done_at",
    "id",
    "last_fault",
    "next_attempt_at",
    "refusal_reason",
    "sent_at",
    "state",
    "text_id"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT DO NOTHING
RETURNING
  "id";

-- setVoid
UPDATE "certificate_voids"
SET
  "approved_at" = $1,
  "approved_by" = $2,
  "attempts" = $3,
  "certificate_id" = $4,
  "done_at" = $5,
  "id" = $6,
  "last_fault" = $7,
  "next_attempt_at" = $8,
  "refusal_reason" = $9,
  "sent_at" = $10,
  "state" = $11,
  "text_id" = $12
WHERE
  "id" = $13;

-- hurryVoid
UPDATE "certificate_voids"
SET
  "state" = $1,
  "next_attempt_at" = $2,
  "refusal_reason" = $3
WHERE
  "id" = $4
  AND "state" IN ($5, $6)
RETURNING
  "id";

-- verdictBehind
SELECT
  "verdict"
FROM
  "verdicts"
WHERE
  "enrolment_id" = $1
ORDER BY
  "at" DESC,
  "id" DESC
LIMIT
  $2;

-- registryCases
SELECT
  *
FROM
  (
    SELECT
      'voidNeeded' AS kind,
      c.id,
      c.enrolment_id,
      c.id AS certificate_id,
      c.learner_id,
      c.holder_masked,
      c.post,
      c.number,
      'void/' || c.id AS business_key,
      v.at AS since,
      0 AS attempts,
      NULL AS last_fault,
      NULL AS reason
    FROM
      verdicts v
      JOIN certificates c ON c.enrolment_id = v.enrolment_id
    WHERE
      v.verdict = 'cleared'
      AND c.kind = 'training'
      AND c.status = 'active'
      AND NOT EXISTS (
        SELECT
          1
        FROM
          verdicts n
        WHERE
          n.enrolment_id = v.enrolment_id
          AND n.at > v.at
      )
      AND NOT EXISTS (
        SELECT
          1
        FROM
          certificate_voids o
        WHERE
          o.certificate_id = c.id
      )
    UNION ALL
    SELECT
      CASE o.state
        WHEN 'refused' THEN 'voidRefused'
        ELSE 'voidWaiting'
      END,
      o.id,
      c.enrolment_id,
      c.id,
      c.learner_id,
      c.holder_masked,
      c.post,
      c.number,
      'void/' || c.id,
      o.approved_at,
      o.attempts,
      o.last_fault,
      o.refusal_reason
    FROM
      certificate_voids o
      JOIN certificates c ON c.id = o.certificate_id
    WHERE
      o.state <> 'done'
    UNION ALL
    SELECT
      CASE r.state
        WHEN 'refused' THEN 'renewalRefused'
        WHEN 'reporting' THEN 'hoursWaiting'
        ELSE 'renewalWaiting'
      END,
      e.id,
      e.id,
      r.old_certificate_id,
      e.learner_id,
      c.holder_masked,
      e.post,
      c.number,
      r.business_key,
      coalesce(r.waiting_since, r.updated_at),
      0,
      r.last_fault,
      r.refusal_reason
    FROM
      renewals r
      JOIN enrolments e ON e.id = r.enrolment_id
      LEFT JOIN certificates c ON c.id = r.old_certificate_id
    WHERE
      r.state = 'refused'
      OR r.waiting_since < now() - interval '10 seconds'
  ) open_cases
ORDER BY
  since
LIMIT
  $1;

-- claimVoid
UPDATE "certificate_voids" AS "v"
SET
  "next_attempt_at" = $1,
  "attempts" = v.attempts + 1
FROM
  "certificates" AS "c"
WHERE
  "c"."id" = "v"."certificate_id"
  AND "v"."id" = (
    SELECT
      "id"
    FROM
      "certificate_voids"
    WHERE
      "state" = $2
      AND "next_attempt_at" <= $3
    ORDER BY
      "next_attempt_at"
    LIMIT
      $4
    FOR UPDATE
      skip locked
  )
RETURNING
  "v"."id",
  "v"."certificate_id",
  "v"."text_id",
  "v"."sent_at",
  "v"."attempts",
  "c"."number",
  "c"."learner_id",
  "c"."enrolment_id";
