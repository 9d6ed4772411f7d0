-- findStaffByLogin
SELECT
  *
FROM
  "staff"
WHERE
  "login" = $1;

-- findStaff
SELECT
  *
FROM
  "staff"
WHERE
  "id" = $1;

-- useTotpStep
UPDATE "staff"
SET
  "totp_last_step" = $1
WHERE
  "id" = $2
  AND "totp_last_step" < $3;

-- insertStaff
INSERT INTO
  "staff" (
    "created_at",
    "display_name",
    "employer",
    "id_number_index",
    "login",
    "password_hash",
    "roles",
    "totp_secret_sealed"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT DO NOTHING
RETURNING
  "id";

-- updateStaff
UPDATE "staff"
SET
  "disabled_at" = $1,
  "display_name" = $2,
  "employer" = $3,
  "password_hash" = $4,
  "roles" = $5,
  "totp_secret_sealed" = $6
WHERE
  "id" = $7;

-- listStaff
SELECT
  "id",
  "login",
  "display_name",
  "roles",
  "employer",
  "disabled_at",
  "created_at"
FROM
  "staff"
WHERE
  "id" > $1
ORDER BY
  "id"
LIMIT
  $2;

-- lockActiveAdmins
SELECT
  "id",
  "roles"
FROM
  "staff"
WHERE
  "disabled_at" IS NULL
FOR UPDATE;
