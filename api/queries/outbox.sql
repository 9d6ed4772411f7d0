-- insertOutbox
INSERT INTO
  "outbox" ("enrolment_id", "kind")
VALUES
  ($1, $2);

-- insertOutboxCommand
INSERT INTO
  "outbox" ("enrolment_id", "kind", "command")
VALUES
  ($1, $2, $3);

-- insertOutboxForCalendar
INSERT INTO
  outbox (kind, enrolment_id)
SELECT
  'milestonesChanged',
  enrolment_id
FROM
  audits
WHERE
  closed_at IS NULL
UNION
SELECT
  'milestonesChanged',
  enrolment_id
FROM
  appeals
WHERE
  state = 'filed'
UNION
SELECT
  'milestonesChanged',
  id
FROM
  enrolments
WHERE
  state_context -> 'clear' ->> 'appealUntil' IS NOT NULL
  AND state_context -> 'clear' ->> 'appealed' = 'false'
  AND (
    (state_context -> 'clear' ->> 'appealUntil')::numeric > extract(
      epoch
      FROM
        now() - interval '31 days'
    ) * 1000
    OR state_context -> 'clear' ->> 'appealProvisional' = 'true'
  );

-- leaseOutbox
UPDATE outbox
SET
  leased_until = now() + make_interval(secs => $1),
  attempts = attempts + 1
WHERE
  id IN (
    SELECT
      id
    FROM
      outbox
    WHERE
      sent_at IS NULL
      AND (
        leased_until IS NULL
        OR leased_until < now()
      )
    ORDER BY
      id
    LIMIT
      $2
    FOR UPDATE
      SKIP LOCKED
  )
RETURNING
  id,
  enrolment_id,
  attempts,
  command;

-- noteOutboxSent
UPDATE "outbox"
SET
  "sent_at" = $1
WHERE
  "id" IN ($2);

-- delayOutbox
UPDATE outbox
SET
  leased_until = now() + make_interval(secs => $1)
WHERE
  id = ANY ($2);

-- outboxBacklog
SELECT
  count(*) AS "waiting",
  min("created_at") AS "oldest"
FROM
  "outbox"
WHERE
  "sent_at" IS NULL;
