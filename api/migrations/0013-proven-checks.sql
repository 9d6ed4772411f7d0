-- The plan of a session now keeps its rule and each check as it went, so that it can be proved later
-- without the database. Sessions of before keep what they have; checks already over are left out.
UPDATE study_sessions SET check_plan = jsonb_build_object(
  'method', 'check-plan-1',
  'seed', check_plan->'seed',
  'commitment', check_plan->'commitment',
  'rule', NULL,
  'owedSeconds', 0,
  'checks', coalesce((
    SELECT jsonb_agg(c ORDER BY o)
    FROM jsonb_array_elements(check_plan->'checks') WITH ORDINALITY AS x(c, o)
    WHERE o > coalesce((check_plan->>'done')::int, 0)
  ), '[]'::jsonb),
  'done', '[]'::jsonb,
  'open', NULL
) WHERE check_plan ? 'checks' AND jsonb_typeof(check_plan->'done') = 'number';

-- A browser's own name, drawn at random and hashed here: facts for findings, shared office PCs are
-- nobody's fault. Hints are what the page says of itself: they decide nothing.
ALTER TABLE study_sessions ADD COLUMN device_mark bytea;
ALTER TABLE study_sessions ADD COLUMN hints jsonb NOT NULL DEFAULT '{}';
CREATE INDEX study_sessions_device ON study_sessions (device_mark, started_at)
  WHERE device_mark IS NOT NULL;
