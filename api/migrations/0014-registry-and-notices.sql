-- A registry of one's own, delivery of notices, reminders, and commands that outlive an absent process.

-- A command for a process travels like a fact: committed with what it tells of, told until it is heard.
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD COLUMN command jsonb;       -- {commandId, event, actor}: ids only
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('enrolmentStarted','milestonesChanged','command'));
ALTER TABLE outbox ADD CONSTRAINT outbox_command_check CHECK ((kind = 'command') = (command IS NOT NULL));

-- An electronic certificate may keep its number when it is renewed: the number then names documents of
-- one holder, told apart by version and verification code, and at most one of them is active.
ALTER TABLE certificates ADD COLUMN version int NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE certificates ADD COLUMN valid_until date;  -- last day; null: printed without one
ALTER TABLE certificates DROP CONSTRAINT certificates_number_key;
CREATE UNIQUE INDEX certificates_number_version ON certificates (number, version);
CREATE UNIQUE INDEX certificates_number_active ON certificates (number) WHERE status = 'active';
CREATE INDEX certificates_successor ON certificates (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX certificates_expiring ON certificates (valid_until, id) WHERE status = 'active' AND valid_until IS NOT NULL;

-- Since when a renewal or a report of hours waits for the registry, and what the last call met.
ALTER TABLE renewals ADD COLUMN waiting_since timestamptz;
ALTER TABLE renewals ADD COLUMN last_fault text;

-- The built-in registry: a kept number is renewed under itself; and it takes voids.
ALTER TABLE registry_renewals DROP CONSTRAINT registry_renewals_new_number_key;
CREATE UNIQUE INDEX registry_renewals_new_number ON registry_renewals (new_number) WHERE new_number IS DISTINCT FROM old_number;
CREATE TABLE registry_voids (
  business_key text PRIMARY KEY,
  number text NOT NULL,
  voided_at timestamptz NOT NULL DEFAULT now()
);

-- A void at the registry after a clear is a command of its own, given by a person. The certificate is
-- void here when the registry says that it is void there.
CREATE TABLE certificate_voids (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  certificate_id uuid NOT NULL REFERENCES certificates(id),
  text_id uuid NOT NULL REFERENCES case_texts(id),   -- the reason the learner reads
  approved_by uuid NOT NULL REFERENCES staff(id),
  approved_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'asking' CHECK (state IN ('asking','done','refused')),
  sent_at timestamptz,                               -- from the first call on, the outcome is asked before it is repeated
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  last_fault text,
  refusal_reason text,
  done_at timestamptz,
  CHECK ((state = 'asking') = (next_attempt_at IS NOT NULL))
);
CREATE UNIQUE INDEX certificate_voids_open ON certificate_voids (certificate_id) WHERE state IN ('asking','done');
CREATE INDEX certificate_voids_waiting ON certificate_voids (next_attempt_at) WHERE state = 'asking';

-- What became of a message after the gateway took it, and what helps when it failed.
ALTER TABLE notices DROP CONSTRAINT notices_sms_state_check;
ALTER TABLE notices ADD CONSTRAINT notices_sms_state_check CHECK (sms_state IN ('none','queued','unknown','sent','delivered','failed'));
ALTER TABLE notices ADD COLUMN provider text;
ALTER TABLE notices ADD COLUMN provider_message_id text;
ALTER TABLE notices ADD COLUMN asks int NOT NULL DEFAULT 0;
ALTER TABLE notices ADD COLUMN failure text CHECK (failure IN ('number','content','gateway','expired','deleted'));
ALTER TABLE notices ADD COLUMN settled_at timestamptz;  -- delivered, or known to have failed
CREATE INDEX notices_asking ON notices (next_attempt_at) WHERE sms_state IN ('sent','unknown');
CREATE INDEX notices_by_state ON notices (sms_state, id DESC) WHERE sms_state <> 'none';

-- Reminders walk the people of one deadline day once, page by page; the mark lies here, so that any
-- number of workers share the walk and a restart goes on where it stopped.
CREATE TABLE reminder_walks (
  kind text NOT NULL CHECK (kind IN ('yearEnd','relearn','appeal','expiry')),
  deadline_on date NOT NULL,
  lead_days int NOT NULL,
  after_id uuid,
  done_at timestamptz,
  PRIMARY KEY (kind, deadline_on, lead_days)
);
CREATE INDEX enrolments_year_end ON enrolments (year_ends_on, id) WHERE hours_completed_at IS NULL;
CREATE INDEX enrolments_appeal_until ON enrolments (((state_context->'clear'->>'appealUntil')::numeric), id)
  WHERE state_context->'clear'->>'appealUntil' IS NOT NULL;
CREATE INDEX enrolments_relearn_until ON enrolments (((state_context->'clear'->>'relearnUntil')::numeric), id)
  WHERE state_context->'clear'->>'relearnUntil' IS NOT NULL;
