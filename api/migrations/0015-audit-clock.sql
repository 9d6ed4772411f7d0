-- The audit clock: who stopped it and why, who has a case, and who is away.

ALTER TABLE audits
  ADD COLUMN clock_from timestamptz,            -- what its deadlines are counted from
  ADD COLUMN paused_at timestamptz,             -- since when it stands still, for whatever cause
  ADD COLUMN pause jsonb,                       -- {reasonCode, textId, by, at, until}: stopped by a person
  ADD COLUMN standstills jsonb NOT NULL DEFAULT '[]';  -- [{cause, from, to}]: those that are over

CREATE INDEX audits_owner ON audits (owner_id) WHERE closed_at IS NULL;

-- A case given from one member of staff to another. The audit's owner is the newest one's receiver.
CREATE TABLE audit_handovers (
  id uuid PRIMARY KEY,                          -- the command's id: sent twice, it is one hand-over
  audit_id uuid NOT NULL REFERENCES audits(id),
  given_by uuid NOT NULL REFERENCES staff(id),
  owner_before uuid REFERENCES staff(id),
  owner_after uuid REFERENCES staff(id),        -- null: back to everybody
  text_id uuid REFERENCES case_texts(id),       -- the note for the receiver, sealed
  at timestamptz NOT NULL
);
CREATE INDEX audit_handovers_audit ON audit_handovers (audit_id, at);
CREATE TRIGGER audit_handovers_append_only BEFORE UPDATE OR DELETE ON audit_handovers FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- When an auditor is away: no case waits for somebody absent.
CREATE TABLE staff_absences (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff(id),
  from_on date NOT NULL,
  until_on date NOT NULL,                       -- the last day
  deputy_id uuid REFERENCES staff(id),
  created_by uuid NOT NULL REFERENCES staff(id),
  created_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  CHECK (until_on >= from_on),
  CHECK (deputy_id IS NULL OR deputy_id <> staff_id)
);
CREATE INDEX staff_absences_running ON staff_absences (until_on) WHERE cancelled_at IS NULL;

-- Where the days come from: the announcement's number or address.
ALTER TABLE calendars ADD COLUMN note text NOT NULL DEFAULT '';
