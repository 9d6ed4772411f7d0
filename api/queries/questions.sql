-- listQuestions
SELECT
  *
FROM
  "questions"
WHERE
  "retired_at" IS NOT NULL
  AND "id" < $1
  AND "post" = $2
  AND "topic" = $3
ORDER BY
  "id" DESC
LIMIT
  $4;

-- bankFor
SELECT
  *
FROM
  "questions"
WHERE
  "retired_at" IS NULL
  AND (
    "post" IS NULL
    OR "post" = $1
  )
ORDER BY
  "id";

-- lockQuestionVersions
SELECT
  *
FROM
  "questions"
WHERE
  "code" = $1
ORDER BY
  "version" DESC
FOR UPDATE;

-- retireQuestion
UPDATE "questions"
SET
  "retired_at" = $1
WHERE
  "id" = $2
  AND "retired_at" IS NULL;

-- findQuestion
SELECT
  *
FROM
  "questions"
WHERE
  "id" = $1;

-- insertQuestion
INSERT INTO
  "questions" (
    "answer",
    "code",
    "created_at",
    "explanation",
    "id",
    "kind",
    "options",
    "post",
    "retired_at",
    "stem",
    "topic",
    "version"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
RETURNING
  *;
