-- Studying without a face: checks by code and question. The code itself lives in one_time_codes.
CREATE TABLE attended_checks (
  id uuid PRIMARY KEY,
  learner_id uuid NOT NULL REFERENCES learners(id),
  session_id uuid NOT NULL REFERENCES study_sessions(id),
  kind text NOT NULL CHECK (kind IN ('entry','recheck','question')),
  issued_at timestamptz NOT NULL,
  answer_by timestamptz,                       -- null at the door: nobody is hurried there
  code_sent_at timestamptz,                    -- asked of the gateway; null when the limit was reached
  code_notice_key text,                        -- the SMS of it: whether it left says whose fault it is
  question jsonb,                              -- as drawn, with its key: never leaves the server
  question_ids uuid[] NOT NULL DEFAULT '{}',   -- asked in this check, oldest first
  wrong_answers int NOT NULL DEFAULT 0,
  answered_at timestamptz,
  answered_with text CHECK (answered_with IN ('code','question')),
  outcome text CHECK (outcome IN ('matched','fault','missed','withdrawn')),
  CHECK ((answered_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX attended_checks_open ON attended_checks (session_id) WHERE answered_at IS NULL;
CREATE INDEX attended_checks_session ON attended_checks (session_id, issued_at);
CREATE INDEX attended_checks_learner ON attended_checks (learner_id, issued_at DESC);

-- Actions a learner is never asked for, and extra time: recorded by staff, seen by the learner.
CREATE TABLE accommodations (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  left_out text[] NOT NULL CHECK (left_out <@ ARRAY['openMouth','turnLeft','turnRight','nod']),
  time_factor real NOT NULL CHECK (time_factor BETWEEN 1 AND 3),
  reason_sealed bytea NOT NULL,                -- may speak of a person's health
  recorded_by uuid NOT NULL REFERENCES staff(id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES staff(id),
  ended_at timestamptz,
  CHECK (cardinality(left_out) < 4),
  CHECK (cardinality(left_out) > 0 OR time_factor > 1),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX accommodations_live ON accommodations (learner_id) WHERE ended_at IS NULL;

-- Other draws of one check are counted: nobody draws until a chosen pair comes.
ALTER TABLE face_checks ADD COLUMN redraw int NOT NULL DEFAULT 0;
