-- insertRegistryHours
INSERT INTO
  "registry_hours" ("post", "study_year", "id_number_index", "business_key", "credit_hours", "reported_at")
VALUES
  ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("business_key") DO NOTHING;

-- insertRegistryRenewal
INSERT INTO
  "registry_renewals" ("post", "id_number_index", "business_key", "new_number", "old_number", "renewed_at")
VALUES
  ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("business_key") DO NOTHING;

-- insertRegistryVoid
INSERT INTO
  "registry_voids" ("number", "business_key", "voided_at")
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
