/**
 * 学时 of seconds, with one decimal, rounded down: nobody is shown an hour that is not earned.
 * The length of a 学时 is policy data (45 minutes by default).
 */
export const creditHoursOf = (seconds: number, creditHourSeconds: number): number =>
  Math.floor((seconds * 10) / creditHourSeconds + 1e-9) / 10;

/** Seconds of so many 学时. */
export const secondsOfCreditHours = (creditHours: number, creditHourSeconds: number): number =>
  creditHours * creditHourSeconds;
