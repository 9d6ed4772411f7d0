-- Limits of code sending are per ID number, whether or not anybody has it: a limit that only real
-- accounts reach would tell which accounts are real.
ALTER TABLE one_time_codes ADD COLUMN subject_index bytea NOT NULL;

CREATE TABLE code_sends (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_index bytea NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX code_sends_subject ON code_sends (subject_index, sent_at DESC);
