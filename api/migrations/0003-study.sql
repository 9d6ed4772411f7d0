-- Study: leases, sessions, segments, watched ranges, face checks, snapshots, exam attempts.

-- One live study session per learner. The token fences: a beat with an older token earns nothing.
CREATE TABLE study_leases (
  learner_id uuid PRIMARY KEY REFERENCES learners(id),
  session_id uuid NOT NULL,
  token bigint NOT NULL,
  device text NOT NULL DEFAULT '',
  expires_at timestamptz NOT NULL
);

CREATE TABLE study_sessions (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  lesson_id uuid NOT NULL REFERENCES lessons(id),
  epoch int NOT NULL,
  lease_token bigint NOT NULL,
  machine jsonb NOT NULL,                      -- {version, value, context} of the session machine
  seq int NOT NULL DEFAULT 0,                  -- last applied beat; a replay answers from here
  seen_seqs int[] NOT NULL DEFAULT '{}',       -- late ones inside the grace, already applied
  position_seconds numeric(10,3) NOT NULL DEFAULT 0,
  credited_seconds numeric(12,3) NOT NULL DEFAULT 0,
  uncounted_seconds numeric(12,3) NOT NULL DEFAULT 0,
  pending_seconds numeric(12,3) NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  accounted_until timestamptz NOT NULL,        -- wall clock up to which every second has a place
  last_beat_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text,
  attended boolean NOT NULL DEFAULT false,     -- studied on the path without a face
  replay boolean NOT NULL DEFAULT false,       -- free replay: no credit
  check_plan jsonb NOT NULL DEFAULT '{}',      -- commitment, seed (secret until the end), done checks
  device text NOT NULL DEFAULT '',
  device_labels jsonb NOT NULL DEFAULT '{}',
  entry_descriptor_sealed bytea,
  policy_id text NOT NULL,
  policy_version int NOT NULL
);
CREATE INDEX study_sessions_learner ON study_sessions (learner_id, id DESC);
CREATE INDEX study_sessions_enrolment ON study_sessions (enrolment_id, epoch, id);
CREATE INDEX study_sessions_open ON study_sessions (last_beat_at) WHERE ended_at IS NULL;

-- The minute passport's source: contiguous stretches with one reason, statistics instead of beats.
CREATE TABLE study_segments (
  session_id uuid NOT NULL REFERENCES study_sessions(id),
  n int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('credited','pending','uncounted')),
  reason text CHECK (reason IN ('paused','hidden','networkLost','faceMissed','leaseLost','dailyCap','beyondLesson','systemFault','replay')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  lesson_from numeric(10,3) NOT NULL,
  lesson_to numeric(10,3) NOT NULL,
  beats int NOT NULL DEFAULT 0,
  interval_mean_ms real,
  interval_m2 real,                            -- Welford: variance without keeping each beat
  presence_at timestamptz,                     -- last face evidence this segment rests on
  evidence jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (session_id, n),
  CHECK (started_at <= ended_at),
  CHECK ((kind = 'uncounted') = (reason IS NOT NULL) OR kind = 'pending')
);

-- Union of watched ranges, per lesson and epoch. [[from,to],…] in seconds, sorted and disjoint.
CREATE TABLE lesson_progress (
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  epoch int NOT NULL,
  lesson_id uuid NOT NULL REFERENCES lessons(id),
  watched jsonb NOT NULL DEFAULT '[]',
  watched_seconds numeric(10,3) NOT NULL DEFAULT 0,
  pending jsonb NOT NULL DEFAULT '[]',
  completed_at timestamptz,
  PRIMARY KEY (enrolment_id, epoch, lesson_id)
);

CREATE TABLE face_checks (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  enrolment_id uuid REFERENCES enrolments(id),
  session_id uuid REFERENCES study_sessions(id),
  kind text NOT NULL CHECK (kind IN ('entry','recheck','rehearsal')),
  nonce_hash bytea NOT NULL UNIQUE,
  actions text[] NOT NULL,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  outcome text CHECK (outcome IN ('matched','uncertain','missed','fault')),
  reason text,
  distance real,
  thresholds_version text,
  model_id text,
  weights_hash text,
  frame_keys text[] NOT NULL DEFAULT '{}',
  measured jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX face_checks_session ON face_checks (session_id);
CREATE INDEX face_checks_learner ON face_checks (learner_id, id DESC);

CREATE TABLE snapshots (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  session_id uuid NOT NULL REFERENCES study_sessions(id),
  epoch int NOT NULL,
  taken_at timestamptz NOT NULL,
  sha256 bytea NOT NULL UNIQUE,                -- the same bytes twice are refused
  perceptual_hash bigint,
  storage_key text NOT NULL,
  outcome text NOT NULL DEFAULT 'pending' CHECK (outcome IN ('pending','matched','uncertain','missed','fault')),
  reason text,
  portrait_distance real,
  entry_distance real,
  thresholds_version text,
  model_id text,
  weights_hash text,
  checked_at timestamptz,
  attempts int NOT NULL DEFAULT 0,
  flags text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX snapshots_session ON snapshots (session_id, taken_at);
CREATE INDEX snapshots_enrolment ON snapshots (enrolment_id, epoch, taken_at);
CREATE INDEX snapshots_backlog ON snapshots (id) WHERE outcome = 'pending';

-- Seen bytes of entry and recheck frames: a frame replayed into a new challenge is refused.
CREATE TABLE seen_frames (
  sha256 bytea PRIMARY KEY,
  learner_id uuid NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE exam_attempts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  n int NOT NULL,
  seed text NOT NULL,
  paper jsonb NOT NULL,                        -- frozen, with keys: never leaves the server
  answers jsonb NOT NULL DEFAULT '{}',
  started_at timestamptz NOT NULL,
  submitted_at timestamptz,
  score int,
  passed boolean,
  topics jsonb,
  policy_version int NOT NULL,
  UNIQUE (enrolment_id, n)
);
CREATE UNIQUE INDEX exam_attempts_open ON exam_attempts (enrolment_id) WHERE submitted_at IS NULL;
