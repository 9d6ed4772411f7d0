-- listCourses
SELECT
  *
FROM
  "courses"
WHERE
  "id" < $1
  AND "study_year" = $2
ORDER BY
  "id" DESC
LIMIT
  $3;

-- coursesFor
SELECT
  *
FROM
  "courses"
WHERE
  "published_at" IS NOT NULL
  AND "study_year" = $1
  AND $2 = ANY ("posts")
  AND (
    "policy_id" IS NULL
    OR "policy_id" = $3
  )
ORDER BY
  "position",
  "id";

-- findCourse
SELECT
  *
FROM
  "courses"
WHERE
  "id" = $1;

-- insertCourse
INSERT INTO
  "courses" (
    "created_at",
    "id",
    "kind",
    "policy_id",
    "position",
    "posts",
    "published_at",
    "study_year",
    "title"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9)
RETURNING
  *;

-- updateCourse
UPDATE "courses"
SET
  "created_at" = $1,
  "id" = $2,
  "kind" = $3,
  "policy_id" = $4,
  "position" = $5,
  "posts" = $6,
  "published_at" = $7,
  "study_year" = $8,
  "title" = $9
WHERE
  "id" = $10
RETURNING
  *;
