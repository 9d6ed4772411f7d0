-- Facts about this installation as a whole: 'demo' when its accounts are for show.
CREATE TABLE installation (
  key text PRIMARY KEY,
  value text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
