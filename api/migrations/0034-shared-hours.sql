-- Public hours shared across posts (F19): a second studied for one post may stand in the ledger of another
-- enrolment of the same learner. Such an entry names where it was studied; it is no second of its own.
ALTER TABLE hour_ledger
  ADD COLUMN origin_id uuid REFERENCES enrolments(id),
  ADD COLUMN origin_epoch int,
  ADD CONSTRAINT hour_ledger_origin CHECK (
    (origin_id IS NULL) = (origin_epoch IS NULL)
    AND (origin_id IS NULL OR (entry = 'hours.studied' AND origin_id <> enrolment_id))
  );
CREATE INDEX hour_ledger_origin_id ON hour_ledger (origin_id) WHERE origin_id IS NOT NULL;
-- Once per enrolment and epoch, whichever posts it was studied for.
CREATE UNIQUE INDEX hour_ledger_shared_once ON hour_ledger (enrolment_id, epoch, lesson_id)
  WHERE origin_id IS NOT NULL;

-- The hours a shared lesson came from have been cleared: a finding, never a clear.
ALTER TABLE findings DROP CONSTRAINT findings_kind_check;
ALTER TABLE findings ADD CONSTRAINT findings_kind_check CHECK (kind IN (
  'impersonation','idleStudy','automatedStudy','noOwnSnapshot','sharedFace','sharedDevice','virtualCamera','originCleared'
));
