-- writeJournal
INSERT INTO
  "journal" ("at", "actor_kind", "actor_id", "action", "learner_id", "enrolment_id", "details")
VALUES
  ($1, $2, $3, $4, $5, $6, $7);
