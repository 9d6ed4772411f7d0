-- Counts the writes of a session: of two views of it, whoever holds both knows by this which is newer.
ALTER TABLE study_sessions ADD COLUMN revision int NOT NULL DEFAULT 0;
