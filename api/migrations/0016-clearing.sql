-- Clearing: how much a clear took, declared conflicts of interest, questions of the audit to the learner.

ALTER TABLE verdicts ADD COLUMN scope jsonb;   -- {kind, ids} of a clear; null where it was the whole year

-- Whoever has an interest in a case neither proposes nor signs nor decides, and does not find it in
-- the queue. A declaration stays: it is never taken back.
CREATE TABLE conflict_declarations (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  staff_id uuid NOT NULL REFERENCES staff(id),
  reason text NOT NULL CHECK (length(reason) BETWEEN 4 AND 500),
  declared_at timestamptz NOT NULL,
  UNIQUE (enrolment_id, staff_id)
);
CREATE INDEX conflict_declarations_staff ON conflict_declarations (staff_id, enrolment_id);
CREATE TRIGGER conflict_declarations_append_only BEFORE UPDATE OR DELETE ON conflict_declarations FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What an auditor asks the learner, and the answer: a part of the case, and new evidence.
CREATE TABLE evidence_requests (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  enrolment_id uuid NOT NULL REFERENCES enrolments(id),
  audit_id uuid NOT NULL REFERENCES audits(id),
  kind text NOT NULL CHECK (kind IN ('explanation','faceCheck')),
  question_text_id uuid NOT NULL REFERENCES case_texts(id),
  asked_by uuid NOT NULL REFERENCES staff(id),
  asked_at timestamptz NOT NULL,
  answer_until timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked','answered','lapsed')),
  answer_text_id uuid REFERENCES case_texts(id),
  face_check_id uuid REFERENCES face_checks(id),
  ended_at timestamptz,
  CHECK ((state = 'asked') = (ended_at IS NULL)),
  CHECK (state <> 'answered' OR answer_text_id IS NOT NULL OR face_check_id IS NOT NULL)
);
CREATE UNIQUE INDEX evidence_requests_open ON evidence_requests (enrolment_id) WHERE state = 'asked';
CREATE INDEX evidence_requests_audit ON evidence_requests (audit_id, id);
