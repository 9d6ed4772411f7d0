-- People: learners, staff, sessions, codes, consents, files, journal.
-- Every "sealed" column is AES-256-GCM under the learner's own data key (itself wrapped by the
-- master key); every "index" column is an HMAC under a key that never lives in this database.

CREATE TABLE learners (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  wrapped_data_key bytea,                      -- null once the learner's data has been destroyed
  id_number_sealed bytea NOT NULL,
  id_number_index bytea NOT NULL UNIQUE,
  name_sealed bytea NOT NULL,
  name_index bytea NOT NULL,
  phone_sealed bytea NOT NULL,
  phone_index bytea NOT NULL,
  phone_tail_index bytea NOT NULL,             -- last four digits, for support's search
  phone_verified_at timestamptz,
  password_hash text,                          -- null until activated: 111111 opens nothing
  activated_at timestamptz,
  basic_sealed bytea,                          -- JSON of the basic information
  recent_portrait_declared_at timestamptz,
  profile_completed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX learners_name ON learners (name_index);
CREATE INDEX learners_phone ON learners (phone_index);
CREATE INDEX learners_phone_tail ON learners (phone_tail_index);

CREATE TABLE staff (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  login text NOT NULL UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  display_name text NOT NULL,
  password_hash text NOT NULL,
  totp_secret_sealed bytea NOT NULL,
  totp_last_step bigint NOT NULL DEFAULT 0,    -- a TOTP code is accepted once
  roles text[] NOT NULL CHECK (roles <@ ARRAY['auditor','seniorAuditor','support','registrar','admin']),
  id_number_index bytea UNIQUE,                -- conflict checks: nobody decides on themself
  employer text,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE web_sessions (
  id_hash bytea PRIMARY KEY,
  subject_kind text CHECK (subject_kind IN ('learner','staff')),
  subject_id uuid,
  content jsonb NOT NULL,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX web_sessions_subject ON web_sessions (subject_kind, subject_id);
CREATE INDEX web_sessions_expiry ON web_sessions (expires_at);

CREATE TABLE one_time_codes (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  purpose text NOT NULL CHECK (purpose IN ('activation','recovery','attended')),
  ticket_hash bytea NOT NULL UNIQUE,           -- held by the browser; decoys have a row and no learner
  learner_id uuid REFERENCES learners(id),
  code_hash bytea,
  tries_left int NOT NULL,
  sent_at timestamptz,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX one_time_codes_learner ON one_time_codes (learner_id, created_at DESC);

CREATE TABLE rate_limits (
  key text NOT NULL,
  window_start timestamptz NOT NULL,
  hits int NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (key, window_start)
);
CREATE INDEX rate_limits_expiry ON rate_limits (expires_at);

CREATE TABLE consents (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  kind text NOT NULL CHECK (kind IN ('useFace','keepFrames')),
  version text NOT NULL,
  given_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX consents_live ON consents (learner_id, kind) WHERE withdrawn_at IS NULL;

CREATE TABLE learner_files (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  kind text NOT NULL CHECK (kind IN ('idCardFront','idCardBack','portrait')),
  sha256 bytea NOT NULL,
  storage_key text NOT NULL,
  content_type text NOT NULL,
  quality jsonb NOT NULL DEFAULT '{}',
  taken_on date,                               -- EXIF, when present
  registry_match text CHECK (registry_match IN ('matched','mismatched','absent','pending')),
  replaced_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX learner_files_current ON learner_files (learner_id, kind) WHERE replaced_at IS NULL;

CREATE TABLE face_templates (
  learner_id uuid PRIMARY KEY REFERENCES learners(id),
  file_id uuid NOT NULL REFERENCES learner_files(id),
  descriptor_sealed bytea NOT NULL,
  model_id text NOT NULL,
  weights_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE phone_corrections (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  new_phone_sealed bytea NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 4 AND 500),
  requested_by uuid NOT NULL REFERENCES staff(id),
  requested_at timestamptz NOT NULL,
  decided_by uuid REFERENCES staff(id),
  decided_at timestamptz,
  state text NOT NULL DEFAULT 'requested' CHECK (state IN ('requested','approved','rejected')),
  CHECK (decided_by IS NULL OR decided_by <> requested_by)
);
CREATE UNIQUE INDEX phone_corrections_open ON phone_corrections (learner_id) WHERE state = 'requested';

CREATE TABLE api_keys (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL,
  key_hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['enrolments.write','enrolments.read','hours.read','certificates.verify']),
  created_by uuid REFERENCES staff(id),
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);

CREATE TABLE idempotency_keys (
  actor text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status int,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor, key)
);

-- The technical log. Append-only. Never holds an ID number, phone, name or image in clear.
CREATE TABLE journal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('learner','staff','apiKey','system','anonymous')),
  actor_id uuid,
  action text NOT NULL,
  learner_id uuid,
  enrolment_id uuid,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX journal_learner ON journal (learner_id, id DESC);
CREATE INDEX journal_enrolment ON journal (enrolment_id, id DESC);

-- Who looked at what of a learner's: shown to the learner.
CREATE TABLE access_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  staff_id uuid NOT NULL REFERENCES staff(id),
  what text NOT NULL CHECK (what IN ('snapshot','portrait','idCard','idNumber','phone')),
  ref uuid,
  reason text NOT NULL
);
CREATE INDEX access_log_learner ON access_log (learner_id, id DESC);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
