-- insertGrounds
INSERT INTO
  "verdict_grounds" ("audit_id", "decided_at", "digest", "grounds")
VALUES
  ($1, $2, $3, $4);

-- judgedNow
SELECT
  id,
  outcome,
  reason
FROM
  snapshots
WHERE
  id = ANY ($1::UUID[])
UNION ALL
SELECT
  id,
  outcome,
  reason
FROM
  face_checks
WHERE
  id = ANY ($2::UUID[]);

-- verdictWithAudit
SELECT
  "v".*,
  "a"."epoch",
  "a"."clock"
FROM
  "verdicts" AS "v"
  INNER JOIN "audits" AS "a" ON "a"."id" = "v"."audit_id"
WHERE
  "v"."audit_id" = $1;

-- groundsPage
SELECT
  "g".*,
  "v"."enrolment_id",
  "v"."policy_id",
  "v"."policy_version",
  "v"."verdict"
FROM
  "verdict_grounds" AS "g"
  INNER JOIN "verdicts" AS "v" ON "v"."audit_id" = "g"."audit_id"
WHERE
  (g.decided_at, g.audit_id) < ($1, $2::uuid)
ORDER BY
  "g"."decided_at" DESC,
  "g"."audit_id" DESC
LIMIT
  $3;

-- verdictsWithoutGrounds
SELECT
  count(*) AS "n"
FROM
  "verdicts" AS "v"
WHERE
  NOT EXISTS (
    SELECT
      "g"."audit_id"
    FROM
      "verdict_grounds" AS "g"
    WHERE
      "g"."audit_id" = "v"."audit_id"
  );

-- enrolmentsWithEvents
SELECT
  "id"
FROM
  "enrolments"
WHERE
  "machine_version" IS NOT NULL
  AND "id" > $1
ORDER BY
  "id"
LIMIT
  $2;

-- eventsOnRecord
SELECT
  "seq",
  "event",
  "state_tags"
FROM
  "lifecycle_events"
WHERE
  "enrolment_id" = $1
ORDER BY
  "seq";
