-- A hand-over leads to a lesson or to the rehearsal, where no lesson waits.
ALTER TABLE hand_overs ADD COLUMN place text NOT NULL DEFAULT 'lesson' CHECK (place IN ('lesson','rehearsal'));
ALTER TABLE hand_overs ALTER COLUMN place DROP DEFAULT;
ALTER TABLE hand_overs ALTER COLUMN enrolment_id DROP NOT NULL;
ALTER TABLE hand_overs ALTER COLUMN lesson_id DROP NOT NULL;
ALTER TABLE hand_overs ADD CONSTRAINT hand_overs_lesson_given CHECK (
  (place = 'lesson') = (enrolment_id IS NOT NULL) AND (place = 'lesson') = (lesson_id IS NOT NULL)
);

-- Segments of a long session that no beat changes any more: kept apart from what every beat rewrites.
ALTER TABLE study_sessions ADD COLUMN settled_segments jsonb NOT NULL DEFAULT '[]';

-- Pictures kept under a consent that was withdrawn go; hash and verdict stay as evidence without one.
ALTER TABLE snapshots ALTER COLUMN storage_key DROP NOT NULL;
ALTER TABLE snapshots ADD COLUMN forgotten_at timestamptz;
ALTER TABLE snapshots ADD CONSTRAINT snapshots_forgotten CHECK ((storage_key IS NULL) = (forgotten_at IS NOT NULL));
ALTER TABLE face_checks ADD COLUMN forgotten_at timestamptz;
ALTER TABLE face_checks ADD CONSTRAINT face_checks_forgotten CHECK (forgotten_at IS NULL OR frame_keys = '{}');
CREATE INDEX snapshots_kept ON snapshots (learner_id) WHERE storage_key IS NOT NULL;
CREATE INDEX face_checks_kept ON face_checks (learner_id) WHERE frame_keys <> '{}';
CREATE INDEX consents_withdrawn ON consents (learner_id) WHERE kind = 'keepFrames' AND withdrawn_at IS NOT NULL;

-- The learner's receipt for pictures that were deleted.
CREATE TABLE frame_receipts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  learner_id uuid NOT NULL REFERENCES learners(id),
  at timestamptz NOT NULL,
  frames int NOT NULL CHECK (frames > 0)       -- snapshots and frames of face checks
);
CREATE INDEX frame_receipts_learner ON frame_receipts (learner_id, id DESC);
CREATE TRIGGER frame_receipts_append_only BEFORE UPDATE OR DELETE ON frame_receipts FOR EACH ROW EXECUTE FUNCTION refuse_change();
