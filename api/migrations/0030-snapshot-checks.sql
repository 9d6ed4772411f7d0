-- A worker that takes a snapshot to check pushes this ahead: the lease while it works, the wait
-- after a fault of the face pool. Nothing is held locked while a picture is judged.
ALTER TABLE snapshots ADD COLUMN next_check_at timestamptz NOT NULL DEFAULT now();
DROP INDEX snapshots_backlog;
CREATE INDEX snapshots_backlog ON snapshots (next_check_at, id) WHERE outcome = 'pending';
