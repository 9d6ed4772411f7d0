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

-- lessonsNamed
SELECT
  *
FROM
  "lessons"
WHERE
  "id" IN ($1)
ORDER BY
  "id";

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
    "course_id",
    "created_at",
    "duration_seconds",
    "id",
    "mp4_key",
    "position",
    "poster_key",
    "subtitles_key",
    "title",
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
  "course_id" = $1,
  "created_at" = $2,
  "duration_seconds" = $3,
  "id" = $4,
  "mp4_key" = $5,
  "position" = $6,
  "poster_key" = $7,
  "subtitles_key" = $8,
  "title" = $9,
  "topic" = $10,
  "webm_key" = $11
WHERE
  "id" = $12
RETURNING
  *;
