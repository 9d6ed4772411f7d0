-- Running numbers of certificates of hours. Gaps are allowed, repetition is not.
CREATE SEQUENCE certificate_numbers;
