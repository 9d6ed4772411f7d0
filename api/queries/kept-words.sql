-- keptWords
SELECT
  "learners".*
FROM
  "learners"
WHERE
  "id" = $1;
