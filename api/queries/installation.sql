-- markDemoInstallation
INSERT INTO
  "installation" ("key", "value")
VALUES
  ($1, $2)
ON CONFLICT ("key") DO NOTHING;

-- isDemoInstallation
SELECT
  "key"
FROM
  "installation"
WHERE
  "key" = $1;

-- markSandbox
INSERT INTO
  "installation" ("key", "value")
VALUES
  ($1, $2)
ON CONFLICT ("key") DO NOTHING;

-- isSandbox
SELECT
  "key"
FROM
  "installation"
WHERE
  "key" = $1;

-- isInhabited
SELECT
  "id"
FROM
  "learners"
LIMIT
  $1;

-- noteSeeded
INSERT INTO
  "installation" ("key", "value")
VALUES
  ($1, $2)
ON CONFLICT ("key") DO NOTHING;

-- isSeeded
SELECT
  "key"
FROM
  "installation"
WHERE
  "key" = $1;
