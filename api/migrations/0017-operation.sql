-- Operation: reconciliations and processes that need a person. Decisions: what each one rested on.

-- Asked for nightly or by a person; one waits or runs at a time. A worker that dies loses its lease.
CREATE TABLE reconciliations (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  asked_by text NOT NULL,                      -- nightly, operator or staff:<id>
  asked_at timestamptz NOT NULL,
  started_at timestamptz,
  leased_until timestamptz,
  finished_at timestamptz,
  counts jsonb NOT NULL DEFAULT '{}',
  fault text
);
CREATE UNIQUE INDEX reconciliations_open ON reconciliations ((true)) WHERE finished_at IS NULL;
CREATE INDEX reconciliations_newest ON reconciliations (asked_at DESC);

-- What no row of the product shows: processes whose code fails, that know more than the database, or
-- that outlived their enrolment (hence no reference).
CREATE TABLE process_troubles (
  enrolment_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('taskFailing','processAhead','withoutEnrolment')),
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (enrolment_id, kind)
);

-- A verdict names the model by its weights too, and keeps what the rules looked at: pictures are
-- deleted after their time, but the decision can be run again for as long as it stands.
ALTER TABLE verdicts ADD COLUMN weights_hash text;
CREATE TABLE verdict_grounds (
  audit_id uuid PRIMARY KEY REFERENCES audits(id),
  decided_at timestamptz NOT NULL,
  grounds jsonb NOT NULL,                      -- evidence, findings, risk, policy digest: ids and numbers only
  digest text NOT NULL                         -- SHA-256 of the grounds
);
CREATE INDEX verdict_grounds_newest ON verdict_grounds (decided_at DESC, audit_id DESC);
CREATE TRIGGER verdict_grounds_append_only BEFORE UPDATE OR DELETE ON verdict_grounds FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was measured on a snapshot beside its two distances, as face checks keep it already.
ALTER TABLE snapshots ADD COLUMN measured jsonb NOT NULL DEFAULT '{}';

-- The page of stuck processes asks for these again and again.
CREATE INDEX enrolments_without_process ON enrolments (created_at) WHERE machine_version IS NULL;
CREATE INDEX notices_failed ON notices (created_at) WHERE sms_state = 'failed';
