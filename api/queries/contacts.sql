-- contactsInForce
SELECT
  "body"
FROM
  "policies"
WHERE
  "id" = $1
ORDER BY
  "version" DESC
LIMIT
  $2;
