-- Decisions and documents: ledger, audits, findings, verdicts, appeals, certificates, registry, notices.

CREATE TABLE hour_ledger (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  epoch int NOT NULL,
  entry text NOT NULL CHECK (entry IN ('hours.studied','hours.credited','hours.cleared','hours.restored')),
  lesson_id uuid REFERENCES lessons(id),
  seconds numeric(12,3) NOT NULL,              -- an opposite entry is negative
  audit_id uuid,
  policy_version int NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (enrolment_id, epoch, entry, lesson_id, audit_id)
);
CREATE TRIGGER hour_ledger_append_only BEFORE UPDATE OR DELETE ON hour_ledger FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What people wrote about a case (explanation of a clear, appeal, reason of a reopening). Sealed with
-- the learner's data key; the process carries the id alone.
CREATE TABLE case_texts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  written_by text NOT NULL,                    -- learner:<id> or staff:<id>
  text_sealed bytea NOT NULL,
  written_at timestamptz NOT NULL
);
CREATE INDEX case_texts_enrolment ON case_texts (enrolment_id, id);

CREATE TABLE audits (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  epoch int NOT NULL,
  n int NOT NULL,                              -- 1 for the first audit of the enrolment, then 2, …
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  overdue_at timestamptz NOT NULL,
  calendar_version int NOT NULL,
  provisional boolean NOT NULL DEFAULT false,
  clock text NOT NULL DEFAULT 'waiting' CHECK (clock IN ('waiting','due','overdue','paused')),
  risk int NOT NULL DEFAULT 0,
  owner_id uuid REFERENCES staff(id),
  -- the open proposal, bound to the evidence its proposer saw
  proposed_by uuid REFERENCES staff(id),
  proposed_at timestamptz,
  proposal jsonb,                              -- {reasonCode, textId, findingIds, evidenceVersion}
  closed_at timestamptz,
  closed_as text CHECK (closed_as IN ('accepted','cleared','superseded','withdrawn')),
  UNIQUE (enrolment_id, n)
);
CREATE UNIQUE INDEX audits_open ON audits (enrolment_id) WHERE closed_at IS NULL;
CREATE INDEX audits_queue ON audits (risk DESC, due_at, id) WHERE closed_at IS NULL;

CREATE TABLE findings (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  epoch int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('impersonation','idleStudy','automatedStudy','noOwnSnapshot','sharedFace','sharedDevice','virtualCamera')),
  strength text NOT NULL CHECK (strength IN ('note','weak','strong')),
  seconds numeric(12,3) NOT NULL DEFAULT 0,
  sentence text NOT NULL,
  evidence jsonb NOT NULL,                     -- ids of sessions, snapshots, face checks
  rule_version text NOT NULL,
  key text NOT NULL,                           -- the same finding twice is one row
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (enrolment_id, epoch, key)
);

CREATE TABLE verdicts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  audit_id uuid NOT NULL UNIQUE REFERENCES audits(id),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  verdict text NOT NULL CHECK (verdict IN ('accepted','cleared')),
  decided_by uuid NOT NULL REFERENCES staff(id),
  proposed_by uuid REFERENCES staff(id),
  reason_code text,
  text_id uuid REFERENCES case_texts(id),      -- the explanation the learner reads
  evidence_version int NOT NULL,
  policy_id text NOT NULL,
  policy_version int NOT NULL,
  thresholds_version text NOT NULL,
  model_id text,
  at timestamptz NOT NULL,
  CHECK (verdict = 'accepted' OR (proposed_by IS NOT NULL AND proposed_by <> decided_by AND reason_code IS NOT NULL AND text_id IS NOT NULL))
);
CREATE TRIGGER verdicts_append_only BEFORE UPDATE OR DELETE ON verdicts FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE appeals (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  audit_id uuid NOT NULL REFERENCES audits(id),
  text_id uuid NOT NULL REFERENCES case_texts(id),
  filed_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'filed' CHECK (state IN ('filed','granted','dismissed','withdrawn')),
  decided_by uuid REFERENCES staff(id),
  decided_at timestamptz,
  decision_text_id uuid REFERENCES case_texts(id)
);
CREATE UNIQUE INDEX appeals_open ON appeals (enrolment_id) WHERE state = 'filed';

-- Reopening accepted hours takes two people: the first one's request waits for the second.
CREATE TABLE reopen_requests (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  proposed_by uuid NOT NULL REFERENCES staff(id),
  text_id uuid NOT NULL REFERENCES case_texts(id),
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES staff(id),
  decided_at timestamptz,
  state text NOT NULL DEFAULT 'requested' CHECK (state IN ('requested','approved','rejected')),
  CHECK (decided_by IS NULL OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX reopen_requests_open ON reopen_requests (enrolment_id) WHERE state = 'requested';

CREATE TABLE certificates (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind text NOT NULL CHECK (kind IN ('hours','original','training')),
  learner_id uuid NOT NULL REFERENCES learners(id),
  enrolment_id uuid REFERENCES enrolments(id),
  post text NOT NULL,
  study_year int,
  number text NOT NULL UNIQUE,
  verification_code text NOT NULL UNIQUE,
  medium text NOT NULL DEFAULT 'electronic' CHECK (medium IN ('paper','electronic')),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active','void')),
  issued_on date NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  voided_at timestamptz,
  void_reason text,
  successor_id uuid REFERENCES certificates(id),
  holder_masked text NOT NULL,
  content jsonb NOT NULL DEFAULT '{}',         -- what was printed, without ID number or name in clear
  pdf_key text,
  pdf_sha256 bytea,
  ledger_digest text,
  policy_version int,
  CHECK ((status = 'void') = (voided_at IS NOT NULL))
);
-- One active training certificate per learner and post, the original on paper included.
CREATE UNIQUE INDEX certificates_one_active ON certificates (learner_id, post) WHERE status = 'active' AND kind IN ('original','training');
CREATE UNIQUE INDEX certificates_hours_once ON certificates (enrolment_id) WHERE status = 'active' AND kind = 'hours';
CREATE INDEX certificates_learner ON certificates (learner_id, id DESC);

CREATE TABLE renewals (
  business_key text PRIMARY KEY,
  enrolment_id uuid NOT NULL UNIQUE REFERENCES enrolments(id),
  state text NOT NULL CHECK (state IN ('reporting','reported','requesting','reconciling','renewed','refused')),
  old_certificate_id uuid REFERENCES certificates(id),
  new_certificate_id uuid REFERENCES certificates(id),
  registry_number text,
  refusal_reason text,
  updated_at timestamptz NOT NULL
);

-- The built-in ministry registry (住建部管理系统) behind the port.
CREATE TABLE registry_hours (
  business_key text PRIMARY KEY,
  id_number_index bytea NOT NULL,
  post text NOT NULL,
  study_year int NOT NULL,
  credit_hours numeric(8,1) NOT NULL,
  reported_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE registry_renewals (
  business_key text PRIMARY KEY,
  id_number_index bytea NOT NULL,
  post text NOT NULL,
  new_number text NOT NULL UNIQUE,
  old_number text,
  renewed_at timestamptz NOT NULL DEFAULT now()
);
CREATE SEQUENCE registry_numbers;

CREATE TABLE notices (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  key text NOT NULL UNIQUE,                    -- one effect per key
  learner_id uuid NOT NULL REFERENCES learners(id),
  enrolment_id uuid REFERENCES enrolments(id),
  template text NOT NULL,
  body_sealed bytea NOT NULL,
  in_app boolean NOT NULL DEFAULT true,
  read_at timestamptz,
  sms_state text NOT NULL DEFAULT 'none' CHECK (sms_state IN ('none','queued','sent','delivered','failed')),
  sms_phone_sealed bytea,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX notices_learner ON notices (learner_id, id DESC);
CREATE INDEX notices_waiting ON notices (next_attempt_at) WHERE sms_state = 'queued';
