-- factsBeside
SELECT
  (
    SELECT
      sms_state
    FROM
      notices
    WHERE
      learner_id = $1
      AND sms_state IN ('delivered', 'failed')
    ORDER BY
      id DESC
    LIMIT
      1
  ) AS sms_state,
  EXISTS (
    SELECT
      1
    FROM
      renewals
    WHERE
      enrolment_id = $2
      AND state <> 'renewed'
      AND waiting_since < now() - interval '10 seconds'
  ) AS registry_waiting,
  (
    SELECT
      o.state
    FROM
      certificate_voids o
      JOIN certificates c ON c.id = o.certificate_id
    WHERE
      c.enrolment_id = $3
      AND c.learner_id = $4
      AND c.successor_id IS NULL
    ORDER BY
      o.approved_at DESC
    LIMIT
      1
  ) AS void_state,
  (
    SELECT
      scope ->> 'kind'
    FROM
      verdicts
    WHERE
      enrolment_id = $5
      AND verdict = 'cleared'
    ORDER BY
      at DESC
    LIMIT
      1
  ) AS clear_scope,
  ARRAY(
    SELECT
      milestone
    FROM
      enrolments e
      JOIN learners l ON l.id = e.learner_id,
      LATERAL (
        VALUES
          ('phone', l.phone_verified_at),
          ('profile', l.profile_completed_at),
          ('hours', e.hours_completed_at),
          ('exam', e.exam_passed_at)
      ) AS m (milestone, at)
    WHERE
      e.id = $6
      AND m.at IS NOT NULL
  ) AS reached;
