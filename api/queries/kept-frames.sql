-- framesToForget
SELECT
  f.kind,
  f.id,
  f.learner_id,
  f.keys
FROM
  (
    SELECT
      'snapshot' AS kind,
      s.id,
      s.learner_id,
      s.enrolment_id,
      s.epoch,
      s.taken_at AS at,
      ARRAY[s.storage_key] AS keys
    FROM
      snapshots s
    WHERE
      s.storage_key IS NOT NULL
      AND s.outcome <> 'pending'
    UNION ALL
    SELECT
      'faceCheck',
      c.id,
      c.learner_id,
      x.enrolment_id,
      x.epoch,
      coalesce(c.used_at, c.issued_at),
      c.frame_keys
    FROM
      face_checks c
      LEFT JOIN study_sessions x ON x.id = c.session_id
    WHERE
      c.frame_keys <> '{}'
  ) f
WHERE
  f.learner_id IN (
    SELECT
      learner_id
    FROM
      consents
    WHERE
      kind = 'keepFrames'
      AND withdrawn_at IS NOT NULL
  )
  AND EXISTS (
    SELECT
      1
    FROM
      consents c
    WHERE
      c.learner_id = f.learner_id
      AND c.kind = 'keepFrames'
      AND c.withdrawn_at IS NOT NULL
      AND (
        c.withdrawn_at >= f.at
        OR NOT EXISTS (
          SELECT
            1
          FROM
            consents live
          WHERE
            live.learner_id = c.learner_id
            AND live.kind = c.kind
            AND live.withdrawn_at IS NULL
        )
      )
      AND NOT EXISTS (
        SELECT
          1
        FROM
          consents newer
        WHERE
          newer.learner_id = c.learner_id
          AND newer.kind = c.kind
          AND newer.version <> c.version
          AND newer.given_at = c.withdrawn_at
      )
  )
  AND CASE
    WHEN EXISTS (
      SELECT
        1
      FROM
        audits a
      WHERE
        a.enrolment_id = f.enrolment_id
        AND a.epoch = f.epoch
        AND a.closed_at IS NULL
    ) THEN 'audit'
    WHEN EXISTS (
      SELECT
        1
      FROM
        appeals p
        JOIN audits a ON a.id = p.audit_id
      WHERE
        p.enrolment_id = f.enrolment_id
        AND a.epoch = f.epoch
        AND p.state = 'filed'
    ) THEN 'appeal'
    WHEN EXISTS (
      SELECT
        1
      FROM
        reopen_requests r
        JOIN enrolments e ON e.id = r.enrolment_id
      WHERE
        r.enrolment_id = f.enrolment_id
        AND e.epoch = f.epoch
        AND r.state = 'requested'
    ) THEN 'reopening'
    WHEN EXISTS (
      SELECT
        1
      FROM
        enrolments e
        JOIN audits a ON a.enrolment_id = e.id
      WHERE
        e.id = f.enrolment_id
        AND a.epoch = f.epoch
        AND a.n = (e.state_context -> 'clear' ->> 'auditN')::int
        AND e.state_context -> 'clear' ->> 'appealed' = 'false'
        AND (
          NOT ((e.state_context -> 'clear' ->> 'appealUntil')::numeric <= $1)
          OR coalesce(e.state_context -> 'clear' ->> 'appealProvisional', '') = 'true'
        )
    ) THEN 'appealWindow'
    WHEN EXISTS (
      SELECT
        1
      FROM
        findings g
        JOIN enrolments e ON e.id = g.enrolment_id
      WHERE
        g.enrolment_id = f.enrolment_id
        AND g.epoch = f.epoch
        AND g.strength <> 'note'
        AND g.evidence -> 'checks' @> to_jsonb(f.id::text)
        AND NOT e.state_tags && ARRAY['closed.withdrawn', 'closed.expired', 'closed.settled']
        AND NOT EXISTS (
          SELECT
            1
          FROM
            audits a
          WHERE
            a.enrolment_id = g.enrolment_id
            AND a.epoch = g.epoch
            AND a.closed_at IS NOT NULL
        )
    ) THEN 'finding'
  END IS NULL
ORDER BY
  f.at
LIMIT
  $2;

-- forgetFrame
UPDATE "face_checks"
SET
  "frame_keys" = $1,
  "forgotten_at" = $2
WHERE
  "id" = $3
  AND "forgotten_at" IS NULL;

-- insertFrameReceipt
INSERT INTO
  "frame_receipts" ("at", "frames", "learner_id")
VALUES
  ($1, $2, $3);

-- keptFramesOf
SELECT
  k.withdrawn,
  k.held_for,
  e.id AS enrolment_id,
  e.study_year,
  CASE k.held_for
    WHEN 'audit' THEN (
      SELECT
        max(a.due_at)
      FROM
        audits a
      WHERE
        a.enrolment_id = e.id
        AND a.closed_at IS NULL
        AND a.paused_at IS NULL
    )
    WHEN 'appeal' THEN (
      SELECT
        max(p.due_at)
      FROM
        appeals p
      WHERE
        p.enrolment_id = e.id
        AND p.state = 'filed'
    )
    WHEN 'appealWindow' THEN CASE
      WHEN NOT ((e.state_context -> 'clear' ->> 'appealUntil')::numeric <= $1) THEN to_timestamp((e.state_context -> 'clear' ->> 'appealUntil')::numeric / 1000)
    END
  END AS until,
  k.frames
FROM
  (
    SELECT
      g.withdrawn,
      g.held_for,
      CASE
        WHEN g.held_for IS NOT NULL THEN g.enrolment_id
      END AS enrolment_id,
      sum(g.n)::int AS frames
    FROM
      (
        SELECT
          EXISTS (
            SELECT
              1
            FROM
              consents c
            WHERE
              c.learner_id = f.learner_id
              AND c.kind = 'keepFrames'
              AND c.withdrawn_at IS NOT NULL
              AND (
                c.withdrawn_at >= f.at
                OR NOT EXISTS (
                  SELECT
                    1
                  FROM
                    consents live
                  WHERE
                    live.learner_id = c.learner_id
                    AND live.kind = c.kind
                    AND live.withdrawn_at IS NULL
                )
              )
              AND NOT EXISTS (
                SELECT
                  1
                FROM
                  consents newer
                WHERE
                  newer.learner_id = c.learner_id
                  AND newer.kind = c.kind
                  AND newer.version <> c.version
                  AND newer.given_at = c.withdrawn_at
              )
          ) AS withdrawn,
          CASE
            WHEN EXISTS (
              SELECT
                1
              FROM
                consents c
              WHERE
                c.learner_id = f.learner_id
                AND c.kind = 'keepFrames'
                AND c.withdrawn_at IS NOT NULL
                AND (
                  c.withdrawn_at >= f.at
                  OR NOT EXISTS (
                    SELECT
                      1
                    FROM
                      consents live
                    WHERE
                      live.learner_id = c.learner_id
                      AND live.kind = c.kind
                      AND live.withdrawn_at IS NULL
                  )
                )
                AND NOT EXISTS (
                  SELECT
                    1
                  FROM
                    consents newer
                  WHERE
                    newer.learner_id = c.learner_id
                    AND newer.kind = c.kind
                    AND newer.version <> c.version
                    AND newer.given_at = c.withdrawn_at
                )
            ) THEN CASE
              WHEN EXISTS (
                SELECT
                  1
                FROM
                  audits a
                WHERE
                  a.enrolment_id = f.enrolment_id
                  AND a.epoch = f.epoch
                  AND a.closed_at IS NULL
              ) THEN 'audit'
              WHEN EXISTS (
                SELECT
                  1
                FROM
                  appeals p
                  JOIN audits a ON a.id = p.audit_id
                WHERE
                  p.enrolment_id = f.enrolment_id
                  AND a.epoch = f.epoch
                  AND p.state = 'filed'
              ) THEN 'appeal'
              WHEN EXISTS (
                SELECT
                  1
                FROM
                  reopen_requests r
                  JOIN enrolments e ON e.id = r.enrolment_id
                WHERE
                  r.enrolment_id = f.enrolment_id
                  AND e.epoch = f.epoch
                  AND r.state = 'requested'
              ) THEN 'reopening'
              WHEN EXISTS (
                SELECT
                  1
                FROM
                  enrolments e
                  JOIN audits a ON a.enrolment_id = e.id
                WHERE
                  e.id = f.enrolment_id
                  AND a.epoch = f.epoch
                  AND a.n = (e.state_context -> 'clear' ->> 'auditN')::int
                  AND e.state_context -> 'clear' ->> 'appealed' = 'false'
                  AND (
                    NOT ((e.state_context -> 'clear' ->> 'appealUntil')::numeric <= $2)
                    OR coalesce(e.state_context -> 'clear' ->> 'appealProvisional', '') = 'true'
                  )
              ) THEN 'appealWindow'
              WHEN EXISTS (
                SELECT
                  1
                FROM
                  findings g
                  JOIN enrolments e ON e.id = g.enrolment_id
                WHERE
                  g.enrolment_id = f.enrolment_id
                  AND g.epoch = f.epoch
                  AND g.strength <> 'note'
                  AND g.evidence -> 'checks' @> to_jsonb(f.id::text)
                  AND NOT e.state_tags && ARRAY['closed.withdrawn', 'closed.expired', 'closed.settled']
                  AND NOT EXISTS (
                    SELECT
                      1
                    FROM
                      audits a
                    WHERE
                      a.enrolment_id = g.enrolment_id
                      AND a.epoch = g.epoch
                      AND a.closed_at IS NOT NULL
                  )
              ) THEN 'finding'
            END
          END AS held_for,
          f.enrolment_id,
          cardinality(f.keys) AS n
        FROM
          (
            SELECT
              'snapshot' AS kind,
              s.id,
              s.learner_id,
              s.enrolment_id,
              s.epoch,
              s.taken_at AS at,
              ARRAY[s.storage_key] AS keys
            FROM
              snapshots s
            WHERE
              s.storage_key IS NOT NULL
              AND s.outcome <> 'pending'
            UNION ALL
            SELECT
              'faceCheck',
              c.id,
              c.learner_id,
              x.enrolment_id,
              x.epoch,
              coalesce(c.used_at, c.issued_at),
              c.frame_keys
            FROM
              face_checks c
              LEFT JOIN study_sessions x ON x.id = c.session_id
            WHERE
              c.frame_keys <> '{}'
          ) f
        WHERE
          f.learner_id = $3
      ) g
    GROUP BY
      1,
      2,
      3
  ) k
  LEFT JOIN enrolments e ON e.id = k.enrolment_id
ORDER BY
  e.study_year DESC NULLS LAST,
  k.held_for;

-- frameReceiptsOf
SELECT
  "at",
  "frames"
FROM
  "frame_receipts"
WHERE
  "learner_id" = $1
ORDER BY
  "id" DESC
LIMIT
  $2;
