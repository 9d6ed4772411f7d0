-- Pictures all but the same in two learners' study are looked for by equal perceptual hash.
CREATE INDEX snapshots_perceptual_hash ON snapshots (perceptual_hash) WHERE perceptual_hash IS NOT NULL;
