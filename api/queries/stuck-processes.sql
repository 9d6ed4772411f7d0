-- stuckProcesses
SELECT
  *
FROM
  (
    SELECT
      kind,
      enrolment_id,
      NULL::uuid AS audit_id,
      first_seen_at AS since,
      attempts
    FROM
      process_troubles
    UNION ALL
    SELECT
      'withoutProcess',
      id,
      NULL,
      created_at,
      0
    FROM
      enrolments
    WHERE
      machine_version IS NULL
      AND created_at < $1
    UNION ALL
    SELECT
      'outboxWaiting',
      enrolment_id,
      NULL,
      min(created_at),
      max(attempts)
    FROM
      outbox
    WHERE
      sent_at IS NULL
      AND created_at < $2
    GROUP BY
      enrolment_id
    UNION ALL
    SELECT
      'notMoving',
      id,
      NULL,
      state_at,
      0
    FROM
      enrolments
    WHERE
      state_tags && ARRAY['audit.recording', 'appeal.filed', 'appeal.recording']
      AND state_at < $3
    UNION ALL
    SELECT
      'notMoving',
      enrolment_id,
      id,
      CASE clock
        WHEN 'due' THEN overdue_at
        ELSE due_at
      END,
      0
    FROM
      audits
    WHERE
      closed_at IS NULL
      AND NOT provisional
      AND (
        clock = 'waiting'
        AND due_at < $4
        OR clock = 'due'
        AND overdue_at < $5
      )
    UNION ALL
    SELECT
      'registryWaiting',
      id,
      NULL,
      state_at,
      0
    FROM
      enrolments
    WHERE
      state_tags && ARRAY['renewal.reconciling', 'renewal.requesting', 'renewal.reportingHours']
      AND state_at < $6
    UNION ALL
    SELECT
      'overdueAudit',
      enrolment_id,
      id,
      overdue_at,
      0
    FROM
      audits
    WHERE
      closed_at IS NULL
      AND clock = 'overdue'
    UNION ALL
    SELECT
      'noticeFailed',
      NULL,
      NULL,
      min(created_at),
      count(*)::int
    FROM
      notices
    WHERE
      sms_state = 'failed'
    HAVING
      count(*) > 0
  ) waiting
ORDER BY
  since
LIMIT
  $7;

-- enrolmentExists
SELECT
  "id"
FROM
  "enrolments"
WHERE
  "id" = $1;
