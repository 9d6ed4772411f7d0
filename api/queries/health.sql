-- isReachable
SELECT
  1;
