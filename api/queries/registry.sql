-- insertRegistryHours
INSERT INTO
  "registry_hours" ("business_key", "credit_hours", "id_number_index", "post", "reported_at", "study_year")
VALUES
  ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("business_key") DO NOTHING;

-- insertRegistryRenewal
INSERT INTO
  "registry_renewals" (
    "business_key",
    "id_number_index",
    "new_number",
    "old_number",
    "post",
    "renewed_at",
    "void_predecessor"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("business_key") DO NOTHING;

-- insertRegistryVoid
INSERT INTO
  "registry_voids" ("business_key", "number", "voided_at")
VALUES
  ($1, $2, $3)
ON CONFLICT ("business_key") DO NOTHING;

-- nextRegistryNumber
SELECT
  nextval('registry_numbers') AS n;

-- registryRenewalByKey
SELECT
  "new_number",
  "old_number",
  "renewed_at"
FROM
  "registry_renewals"
WHERE
  "business_key" = $1;

-- registryVoidByKey
SELECT
  "voided_at"
FROM
  "registry_voids"
WHERE
  "business_key" = $1;
