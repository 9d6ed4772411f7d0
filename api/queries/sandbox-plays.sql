-- claimPlay
UPDATE sandbox_plays
SET
  state = 'playing'
WHERE
  id = (
    SELECT
      id
    FROM
      sandbox_plays p
    WHERE
      state = 'queued'
      AND NOT EXISTS (
        SELECT
        FROM
          sandbox_plays o
        WHERE
          o.enrolment_id = p.enrolment_id
          AND (
            o.state = 'playing'
            OR o.state = 'queued'
            AND o.id < p.id
          )
      )
    ORDER BY
      id
    LIMIT
      1
    FOR UPDATE
      SKIP LOCKED
  )
RETURNING
  *;

-- endPlay
UPDATE "sandbox_plays"
SET
  "ended_at" = $1,
  "fault" = $2,
  "state" = $3
WHERE
  "id" = $4;

-- requeuePlays
UPDATE "sandbox_plays"
SET
  "state" = $1
WHERE
  "state" = $2;

-- insertPlay
INSERT INTO
  "sandbox_plays" ("asked_at", "enrolment_id", "play")
VALUES
  ($1, $2, $3)
RETURNING
  *;

-- playById
SELECT
  *
FROM
  "sandbox_plays"
WHERE
  "id" = $1;
