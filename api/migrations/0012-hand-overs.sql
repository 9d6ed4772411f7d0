-- A lesson handed over to another browser, where the present one has no camera: a one-time link. The
-- token's hash alone is kept; the sign-in that made the link must still live when it is used.
CREATE TABLE hand_overs (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  token_hash bytea NOT NULL UNIQUE,
  learner_id uuid NOT NULL REFERENCES learners(id),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  lesson_id uuid NOT NULL REFERENCES lessons(id),
  made_by_session bytea NOT NULL,              -- id hash of the web session; no key: sessions go
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK (created_at < expires_at)
);
-- One link of a learner at a time: a new one takes the place of what was not used.
CREATE UNIQUE INDEX hand_overs_open ON hand_overs (learner_id) WHERE used_at IS NULL;
