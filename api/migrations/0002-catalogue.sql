-- Policies, calendars, courses, lessons, questions, enrolments.

CREATE TABLE policies (
  id text NOT NULL,
  version int NOT NULL,
  effective_on date NOT NULL,
  body jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, version)
);

CREATE TABLE calendars (
  version int PRIMARY KEY,
  published_through date NOT NULL,
  body jsonb NOT NULL,                         -- {holidays: {day: name}, extraWorkdays: {day: name}}
  created_by uuid REFERENCES staff(id),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE courses (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  title text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('professional','public')),
  study_year int NOT NULL,
  posts text[] NOT NULL,                       -- which posts' requirement it counts for
  policy_id text,                              -- null: any policy; 'demo': only demo enrolments
  position int NOT NULL DEFAULT 0,
  published_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX courses_year ON courses (study_year, published_at);

CREATE TABLE lessons (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  course_id uuid NOT NULL REFERENCES courses(id),
  position int NOT NULL,
  title text NOT NULL,
  topic text NOT NULL DEFAULT '',
  duration_seconds numeric(10,3) NOT NULL CHECK (duration_seconds > 0),
  webm_key text,
  mp4_key text,
  poster_key text,
  subtitles_key text,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (course_id, position),
  CHECK (webm_key IS NOT NULL OR mp4_key IS NOT NULL)
);

CREATE TABLE questions (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  code text NOT NULL,
  version int NOT NULL DEFAULT 1,
  post text,                                   -- null: every post
  kind text NOT NULL CHECK (kind IN ('single','multiple','trueFalse')),
  topic text NOT NULL,
  stem text NOT NULL,
  options jsonb NOT NULL,                      -- array of texts
  answer int[] NOT NULL,                       -- indexes into options
  explanation text NOT NULL DEFAULT '',
  retired_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (code, version)
);
CREATE INDEX questions_live ON questions (post) WHERE retired_at IS NULL;

CREATE TABLE enrolments (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  learner_id uuid NOT NULL REFERENCES learners(id),
  post text NOT NULL,
  study_year int NOT NULL,
  year_starts_on date NOT NULL,
  year_ends_on date NOT NULL,                  -- exclusive: years are contiguous and disjoint
  policy_id text NOT NULL,
  policy_version int NOT NULL,
  employer text,
  exam_required boolean NOT NULL,
  -- projection of the lifecycle, written only by the workflow, guarded by state_seq
  machine_version text,
  state jsonb,                                 -- XState value
  state_context jsonb,
  state_seq int NOT NULL DEFAULT 0,
  state_tags text[] NOT NULL DEFAULT '{}',     -- dotted leaves ('audit.open', 'renewal.available') for queries
  state_at timestamptz,
  epoch int NOT NULL DEFAULT 1,
  -- facts
  hours_completed_at timestamptz,              -- of the current epoch
  exam_passed_at timestamptz,
  evidence_version int NOT NULL DEFAULT 0,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (learner_id, post, study_year),
  FOREIGN KEY (policy_id, policy_version) REFERENCES policies (id, version),
  CHECK (year_starts_on < year_ends_on)
);
CREATE INDEX enrolments_tags ON enrolments USING gin (state_tags);
CREATE INDEX enrolments_listing ON enrolments (id DESC);

-- Every event the lifecycle took, in order: what the workflow projected, with who and why.
CREATE TABLE lifecycle_events (
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  seq int NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL DEFAULT 'system',
  event jsonb NOT NULL,
  state_tags text[] NOT NULL,
  PRIMARY KEY (enrolment_id, seq)
);
CREATE TRIGGER lifecycle_events_append_only BEFORE UPDATE OR DELETE ON lifecycle_events FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Transactional outbox: facts that a workflow must hear of. Content-free on the wire.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('enrolmentStarted','milestonesChanged')),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  created_at timestamptz NOT NULL DEFAULT now(),
  leased_until timestamptz,
  attempts int NOT NULL DEFAULT 0,
  sent_at timestamptz
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE sent_at IS NULL;
