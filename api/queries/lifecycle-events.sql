-- insertLifecycleEvent
INSERT INTO
  "lifecycle_events" ("enrolment_id", "at", "state_tags", "seq", "type", "actor", "event")
VALUES
  ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("enrolment_id", "seq") DO NOTHING;
