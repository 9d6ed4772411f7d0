/** Where the record of a session's random checks is downloaded, once it has ended. */
export const proofAddress = (sessionId: string): string =>
  `/api/me/study-sessions/${sessionId}/check-proof`;
