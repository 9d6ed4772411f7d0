-- After a renewed certificate was made void by decision its enrolment may renew once more, under a key of its own.
ALTER TABLE renewals DROP CONSTRAINT renewals_enrolment_id_key;
CREATE INDEX renewals_enrolment_id ON renewals (enrolment_id);
-- What stands on an enrolment's certificates is asked whenever its process looks at the facts.
CREATE INDEX certificates_of_enrolment ON certificates (enrolment_id);
