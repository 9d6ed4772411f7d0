-- insertCalendar
INSERT INTO
  "calendars" ("version", "published_through", "body")
VALUES
  ($1, $2, $3)
ON CONFLICT ("version") DO NOTHING;

-- insertCalendarVersion
INSERT INTO
  "calendars" ("version", "published_through", "body", "created_by", "note")
VALUES
  ($1, $2, $3, $4, $5)
ON CONFLICT ("version") DO NOTHING
RETURNING
  "version";

-- newestCalendar
SELECT
  "version",
  "published_through",
  "body"
FROM
  "calendars"
ORDER BY
  "version" DESC
LIMIT
  $1;

-- calendarFor
SELECT
  "version",
  "published_through",
  "body"
FROM
  "calendars"
ORDER BY
  "version" DESC
LIMIT
  $1;

-- allCalendars
SELECT
  "version",
  "published_through",
  "body",
  "note"
FROM
  "calendars"
ORDER BY
  "version" DESC;

-- keptCalendars
SELECT
  "version",
  "published_through",
  "body",
  "created_by"
FROM
  "calendars"
ORDER BY
  "version" DESC;

-- calendarVersion
SELECT
  "version",
  "published_through",
  "body"
FROM
  "calendars"
WHERE
  "version" = $1;
