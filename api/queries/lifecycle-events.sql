-- insertLifecycleEvent
INSERT INTO
  "lifecycle_events" ("actor", "at", "enrolment_id", "event", "seq", "state_tags", "type")
VALUES
  ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("enrolment_id", "seq") DO NOTHING;
