-- What a sandbox's stand-ins have been asked to do. Empty in a real installation.
CREATE TABLE sandbox_plays (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  play text NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued','playing','done','failed')),
  fault text,                                  -- why it failed: a refusal's code, never a person's words
  asked_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX sandbox_plays_waiting ON sandbox_plays (id) WHERE state IN ('queued','playing');

-- Keys of integrators may ask the stand-ins. The list of scopes is the engine's.
ALTER TABLE api_keys DROP CONSTRAINT api_keys_scopes_check;
ALTER TABLE api_keys ADD CONSTRAINT api_keys_scopes_check CHECK (scopes <@ ARRAY[
  'enrolments.write','enrolments.read','hours.read','certificates.verify','sandbox.play']);
