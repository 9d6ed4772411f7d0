-- signersOf
SELECT
  "id",
  "id_number_index",
  "employer"
FROM
  "staff"
WHERE
  "id" IN ($1);

-- staffNames
SELECT
  "id",
  "display_name"
FROM
  "staff"
WHERE
  "id" IN ($1);
