-- openAudits
SELECT
  "a"."id",
  "a"."enrolment_id",
  "a"."n",
  "a"."epoch",
  "a"."opened_at",
  "a"."due_at",
  "a"."overdue_at",
  "a"."provisional",
  "a"."clock",
  "a"."risk",
  "a"."proposed_by",
  "a"."calendar_version",
  "a"."clock_from",
  "a"."paused_at",
  "a"."pause",
  "a"."standstills",
  "a"."owner_id",
  "e"."post",
  "e"."study_year",
  "e"."employer",
  "e"."policy_id",
  "e"."policy_version",
  "l"."id" AS "learner_id",
  "l"."wrapped_data_key",
  "l"."name_sealed",
  (
    SELECT
      count(*) AS "findings"
    FROM
      "findings" AS "f"
    WHERE
      "f"."enrolment_id" = "a"."enrolment_id"
      AND "f"."epoch" = "a"."epoch"
  ) AS "findings"
FROM
  "audits" AS "a"
  INNER JOIN "enrolments" AS "e" ON "e"."id" = "a"."enrolment_id"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
WHERE
  "a"."closed_at" IS NULL
  AND "a"."clock" = $1
  AND "e"."post" = $2
  AND "e"."study_year" = $3
  AND "a"."proposed_by" IS NOT NULL
  AND NOT EXISTS (
    SELECT
      "me"."id"
    FROM
      "staff" AS "me"
      LEFT JOIN "staff" AS "other" ON (
        "other"."id" = "me"."id"
        OR "other"."id_number_index" = "me"."id_number_index"
      )
      LEFT JOIN "conflict_declarations" AS "d" ON "d"."staff_id" = "other"."id"
      AND "d"."enrolment_id" = e.id
    WHERE
      "me"."id" = $4
      AND (
        "d"."id" IS NOT NULL
        OR "me"."id_number_index" = l.id_number_index
        OR "me"."employer" = e.employer
      )
  )
  AND (
    "a"."owner_id" IN ($5)
    OR "a"."owner_id" IS NULL
  )
  AND "a"."risk" <= $6
  AND (
    a.risk < $7
    OR (a.due_at, a.id) > ($8::timestamptz, $9::uuid)
  )
ORDER BY
  "a"."risk" DESC,
  "a"."due_at",
  "a"."id"
LIMIT
  $10;

-- latestAuditOf
SELECT
  "id"
FROM
  "audits"
WHERE
  "enrolment_id" = $1
ORDER BY
  "n" DESC;

SELECT
  "a"."id",
  "a"."n",
  "a"."epoch",
  "a"."opened_at",
  "a"."due_at",
  "a"."overdue_at",
  "a"."calendar_version",
  "a"."provisional",
  "a"."clock",
  "a"."clock_from",
  "a"."paused_at",
  "a"."pause",
  "a"."standstills",
  "a"."owner_id",
  "a"."risk",
  "a"."proposed_by",
  "a"."proposed_at",
  "a"."proposal",
  "a"."closed_at",
  "a"."closed_as",
  "e"."id" AS "enrolment_id",
  "e"."post",
  "e"."study_year",
  "e"."employer",
  "e"."policy_id",
  "e"."policy_version",
  "e"."evidence_version",
  "e"."exam_required",
  "e"."exam_passed_at",
  "e"."hours_completed_at",
  "l"."id" AS "learner_id",
  "l"."wrapped_data_key",
  "l"."name_sealed",
  "l"."id_number_sealed",
  "l"."id_number_index",
  "v"."verdict",
  "v"."reason_code",
  "v"."text_id",
  "v"."scope",
  "v"."at" AS "decided_at"
FROM
  "audits" AS "a"
  INNER JOIN "enrolments" AS "e" ON "e"."id" = "a"."enrolment_id"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
  LEFT JOIN "verdicts" AS "v" ON "v"."audit_id" = "a"."id"
WHERE
  "a"."id" = $1;

-- studiedWithoutFace
SELECT
  "id"
FROM
  "study_sessions"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
  AND "attended" = $3
  AND credited_seconds + pending_seconds > 0
LIMIT
  $4;

-- auditCase
SELECT
  "a"."id",
  "a"."n",
  "a"."epoch",
  "a"."opened_at",
  "a"."due_at",
  "a"."overdue_at",
  "a"."calendar_version",
  "a"."provisional",
  "a"."clock",
  "a"."clock_from",
  "a"."paused_at",
  "a"."pause",
  "a"."standstills",
  "a"."owner_id",
  "a"."risk",
  "a"."proposed_by",
  "a"."proposed_at",
  "a"."proposal",
  "a"."closed_at",
  "a"."closed_as",
  "e"."id" AS "enrolment_id",
  "e"."post",
  "e"."study_year",
  "e"."employer",
  "e"."policy_id",
  "e"."policy_version",
  "e"."evidence_version",
  "e"."exam_required",
  "e"."exam_passed_at",
  "e"."hours_completed_at",
  "l"."id" AS "learner_id",
  "l"."wrapped_data_key",
  "l"."name_sealed",
  "l"."id_number_sealed",
  "l"."id_number_index",
  "v"."verdict",
  "v"."reason_code",
  "v"."text_id",
  "v"."scope",
  "v"."at" AS "decided_at"
FROM
  "audits" AS "a"
  INNER JOIN "enrolments" AS "e" ON "e"."id" = "a"."enrolment_id"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
  LEFT JOIN "verdicts" AS "v" ON "v"."audit_id" = "a"."id"
WHERE
  "a"."id" = $1;

-- sessionsOfCase
SELECT
  "s"."id",
  "s"."lesson_id",
  "le"."title" AS "lesson_title",
  "s"."started_at",
  "s"."ended_at",
  "s"."end_reason",
  "s"."credited_seconds",
  "s"."uncounted_seconds",
  "s"."pending_seconds",
  "s"."attended",
  "s"."device_labels"
FROM
  "study_sessions" AS "s"
  INNER JOIN "lessons" AS "le" ON "le"."id" = "s"."lesson_id"
WHERE
  "s"."enrolment_id" = $1
  AND "s"."epoch" = $2
  AND "s"."replay" = $3
ORDER BY
  "s"."id";

-- snapshotsOfCase
SELECT
  "id",
  "session_id",
  "taken_at",
  "outcome",
  "reason",
  "portrait_distance",
  "entry_distance",
  "thresholds_version",
  "model_id",
  "flags",
  "forgotten_at"
FROM
  "snapshots"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
ORDER BY
  "taken_at";

-- faceChecksOfCase
SELECT
  "c"."id",
  "c"."session_id",
  "c"."kind",
  "c"."actions",
  "c"."used_at",
  "c"."outcome",
  "c"."reason",
  "c"."distance",
  "c"."thresholds_version",
  "c"."model_id",
  "c"."frame_keys",
  "c"."forgotten_at"
FROM
  "face_checks" AS "c"
  INNER JOIN "study_sessions" AS "s" ON "s"."id" = "c"."session_id"
WHERE
  "s"."enrolment_id" = $1
  AND "s"."epoch" = $2
  AND "c"."used_at" IS NOT NULL
ORDER BY
  "c"."id";
