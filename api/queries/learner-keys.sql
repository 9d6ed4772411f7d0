-- findDataKey
SELECT
  "wrapped_data_key"
FROM
  "learners"
WHERE
  "id" = $1;

-- idNumberIndexOf
SELECT
  "id_number_index"
FROM
  "learners"
WHERE
  "id" = $1;
