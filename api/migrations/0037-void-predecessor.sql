-- The built-in registry keeps which void certificate a renewal follows, as the ministry's own is told.
ALTER TABLE registry_renewals ADD COLUMN void_predecessor text;
ALTER TABLE registry_renewals ADD CONSTRAINT registry_renewals_one_predecessor CHECK (old_number IS NULL OR void_predecessor IS NULL);
