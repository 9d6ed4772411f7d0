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
    "kind",
    "study_year",
    "posts",
    "title",
    "created_at",
    "id",
    "policy_id",
    "position",
    "published_at"
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
  "study_year" = $4,
  "policy_id" = $5,
  "position" = $6,
  "posts" = $7,
  "published_at" = $8,
  "title" = $9
WHERE
  "id" = $10
RETURNING
  *;
