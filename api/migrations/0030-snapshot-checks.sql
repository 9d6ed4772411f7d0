-- A worker that takes a snapshot to check pushes this ahead: the lease while it works, the wait
-- after a fault of the face pool. Nothing is held locked while a picture is judged.
ALTER TABLE snapshots ADD COLUMN next_check_at timestamptz NOT NULL DEFAULT now();
DROP INDEX snapshots_backlog;
CREATE INDEX snapshots_backlog ON snapshots (next_check_at, id) WHERE outcome = 'pending';

-- When the rules last looked at a completed epoch: null or older than the completion, they still must.
ALTER TABLE enrolments ADD COLUMN findings_collected_at timestamptz;
CREATE INDEX enrolments_to_collect ON enrolments (hours_completed_at)
  WHERE hours_completed_at IS NOT NULL;
