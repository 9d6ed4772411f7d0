-- lessonsOf
SELECT
  *
FROM
  "lessons"
WHERE
  "course_id" IN ($1)
ORDER BY
  "course_id",
  "position";

-- nextLessonPosition
SELECT
  max("position") AS "last"
FROM
  "lessons"
WHERE
  "course_id" = $1;

-- deleteLesson
DELETE FROM "lessons"
WHERE
  "id" = $1;

-- isLessonStudied
SELECT
  "id"
FROM
  "study_sessions"
WHERE
  "lesson_id" = $1
LIMIT
  $2;

-- lessonTitles
SELECT
  "id",
  "title"
FROM
  "lessons"
WHERE
  "id" IN ($1);

-- findLesson
SELECT
  *
FROM
  "lessons"
WHERE
  "id" = $1;

-- insertLesson
INSERT INTO
  "lessons" (
    "position",
    "title",
    "course_id",
    "duration_seconds",
    "created_at",
    "id",
    "mp4_key",
    "poster_key",
    "subtitles_key",
    "topic",
    "webm_key"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
RETURNING
  *;

-- updateLesson
UPDATE "lessons"
SET
  "created_at" = $1,
  "id" = $2,
  "position" = $3,
  "title" = $4,
  "course_id" = $5,
  "duration_seconds" = $6,
  "mp4_key" = $7,
  "poster_key" = $8,
  "subtitles_key" = $9,
  "topic" = $10,
  "webm_key" = $11
WHERE
  "id" = $12
RETURNING
  *;
