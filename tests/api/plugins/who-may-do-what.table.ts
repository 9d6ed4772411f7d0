import type { ApiScope, StaffRole } from '@xuzheng/engine';

export type Caller = 'anonymous' | 'learner' | StaffRole | `scope:${ApiScope}`;

const EVERYONE = [
  'anonymous',
  'learner',
  'auditor',
  'seniorAuditor',
  'support',
  'registrar',
  'admin',
] as const;
const LEARNER = ['learner'] as const;
const AUDITORS = ['auditor', 'seniorAuditor'] as const;
const SENIOR = ['seniorAuditor'] as const;
const SUPPORT = ['support'] as const;
const REGISTRAR = ['registrar'] as const;
const ADMIN = ['admin'] as const;
const CASE_STAFF = ['auditor', 'seniorAuditor', 'support', 'registrar'] as const;
const OUTBOX = ['support', 'admin'] as const;

/** The table of who may do what, route by route. A key with `scope:*` is written where it may call. */
export const WHO_MAY_DO_WHAT: readonly (readonly [route: string, callers: readonly Caller[]])[] = [
  // Anyone: signing in, the warnings, whether a certificate is real.
  ['GET /api/session', EVERYONE],
  ['POST /api/session/learner', EVERYONE],
  ['POST /api/session/staff', EVERYONE],
  ['DELETE /api/session', EVERYONE],
  ['POST /api/activation/code', EVERYONE],
  ['POST /api/activation', EVERYONE],
  ['POST /api/recovery', EVERYONE],
  ['POST /api/recovery/code', EVERYONE],
  ['POST /api/recovery/password', EVERYONE],
  ['POST /api/hand-overs/look', EVERYONE],
  ['POST /api/hand-overs/take', EVERYONE],
  ['GET /api/contacts', EVERYONE],
  ['GET /api/verify/:code', [...EVERYONE, 'scope:certificates.verify']],

  // The learner's own.
  ['PUT /api/me/password', LEARNER],
  ['GET /api/me/sessions', LEARNER],
  ['POST /api/me/hand-overs', LEARNER],
  ['DELETE /api/me/sessions/:id', LEARNER],
  ['GET /api/me/access-log', LEARNER],
  ['GET /api/me/snapshots/:id/image', LEARNER],
  ['GET /api/me/certificates', LEARNER],
  ['GET /api/me/certificates/:id/pdf', LEARNER],
  ['GET /api/me/enrolments', LEARNER],
  ['GET /api/me/enrolments/:id', LEARNER],
  ['GET /api/me/enrolments/:id/passport', LEARNER],
  ['GET /api/me/study-sessions/:id/check-proof', LEARNER],
  ['GET /api/me/enrolments/:id/audit', LEARNER],
  ['POST /api/me/enrolments/:id/renewal', LEARNER],
  ['POST /api/me/enrolments/:id/appeal', LEARNER],
  ['DELETE /api/me/enrolments/:id/appeal', LEARNER],
  ['POST /api/me/enrolments/:id/withdrawal', LEARNER],
  ['GET /api/me/enrolments/:id/exam', LEARNER],
  ['POST /api/me/enrolments/:id/exam/attempts', LEARNER],
  ['GET /api/me/exam-attempts/:id', LEARNER],
  ['PUT /api/me/exam-attempts/:id/answers/:questionId', LEARNER],
  ['POST /api/me/exam-attempts/:id/submit', LEARNER],
  ['GET /api/me/notices', LEARNER],
  ['POST /api/me/notices/:id/read', LEARNER],
  ['GET /api/me/profile', LEARNER],
  ['PUT /api/me/profile/basic', LEARNER],
  ['PUT /api/me/profile/files/:kind', LEARNER],
  ['GET /api/me/profile/files/:kind', LEARNER],
  ['GET /api/me/consents', LEARNER],
  ['PUT /api/me/consents/:kind', LEARNER],
  ['DELETE /api/me/consents/:kind', LEARNER],
  ['POST /api/me/study-sessions', LEARNER],
  ['GET /api/me/study-sessions/:id', LEARNER],
  ['GET /api/me/study-sessions/:id/events', LEARNER],
  ['POST /api/me/study-sessions/:id/beats', LEARNER],
  ['POST /api/me/study-sessions/:id/pause', LEARNER],
  ['POST /api/me/study-sessions/:id/resume', LEARNER],
  ['POST /api/me/study-sessions/:id/end', LEARNER],
  ['POST /api/me/study-sessions/:id/challenge', LEARNER],
  ['POST /api/me/study-sessions/:id/face-check', LEARNER],
  ['POST /api/me/study-sessions/:id/snapshots', LEARNER],
  ['POST /api/me/rehearsals', LEARNER],
  ['POST /api/me/rehearsals/:id/frames', LEARNER],

  // Accept hours; propose a clear; countersign it, decide appeals, reopen: the senior auditor.
  ['GET /api/audits', AUDITORS],
  ['GET /api/audits/:id', AUDITORS],
  ['GET /api/audits/:id/passport', AUDITORS],
  ['GET /api/audits/:id/sessions/:sessionId/check-proof', AUDITORS],
  ['POST /api/audits/:id/accept', AUDITORS],
  ['POST /api/audits/:id/clear-proposal', AUDITORS],
  ['DELETE /api/audits/:id/clear-proposal', AUDITORS],
  ['POST /api/audits/:id/clear-signature', SENIOR],
  ['POST /api/audits/:id/pause', AUDITORS],
  ['DELETE /api/audits/:id/pause', AUDITORS],
  ['GET /api/appeals', SENIOR],
  ['GET /api/appeals/:id', SENIOR],
  ['POST /api/appeals/:id/decision', SENIOR],
  ['GET /api/reopen-requests', SENIOR],
  ['POST /api/enrolments/:id/reopen-requests', SENIOR],
  ['POST /api/reopen-requests/:id/approve', SENIOR],
  ['POST /api/reopen-requests/:id/reject', SENIOR],
  ['GET /api/snapshots/:id/image', AUDITORS],
  ['GET /api/face-checks/:id/frames/:n', AUDITORS],
  ['GET /api/learners/:id/portrait', AUDITORS],

  // Find people, explain their state; correct phones and unlock: support.
  ['POST /api/learners/search', CASE_STAFF],
  ['GET /api/learners/:id', CASE_STAFF],
  ['POST /api/learners/:id/unmask', ['auditor', 'seniorAuditor', 'support']],
  ['POST /api/learners/:id/unlock', SUPPORT],
  ['GET /api/phone-corrections', SUPPORT],
  ['GET /api/learners/:id/phone-corrections', SUPPORT],
  ['POST /api/learners/:id/phone-corrections', SUPPORT],
  ['POST /api/phone-corrections/:id/approve', SUPPORT],
  ['POST /api/phone-corrections/:id/reject', SUPPORT],
  ['GET /api/notices', OUTBOX],
  ['POST /api/notices/:id/retry', SUPPORT],
  ['GET /api/processes/stuck', OUTBOX],
  ['GET /api/processes/reconciliations', OUTBOX],
  ['POST /api/processes/reconciliations', ADMIN],
  ['POST /api/processes/:id/mend', ADMIN],

  // Enrol, import certificates, courses, question bank: the registrar and keys with the scope.
  ['GET /api/enrolments', [...CASE_STAFF, 'scope:enrolments.read']],
  ['GET /api/enrolments/:id', [...CASE_STAFF, 'scope:enrolments.read']],
  ['GET /api/enrolments/:id/events', [...CASE_STAFF, 'scope:enrolments.read']],
  ['GET /api/enrolments/:id/hours', [...CASE_STAFF, 'scope:hours.read']],
  ['POST /api/enrolments', ['registrar', 'scope:enrolments.write']],
  ['GET /api/certificates', CASE_STAFF],
  ['GET /api/certificates/:id/pdf', CASE_STAFF],
  ['GET /api/courses', REGISTRAR],
  ['GET /api/courses/:id', REGISTRAR],
  ['POST /api/courses', REGISTRAR],
  ['PATCH /api/courses/:id', REGISTRAR],
  ['POST /api/courses/:id/publish', REGISTRAR],
  ['POST /api/courses/:id/lessons', REGISTRAR],
  ['PATCH /api/lessons/:id', REGISTRAR],
  ['DELETE /api/lessons/:id', REGISTRAR],
  ['GET /api/questions', REGISTRAR],
  ['GET /api/questions/export', REGISTRAR],
  ['POST /api/questions', REGISTRAR],
  ['POST /api/questions/import', REGISTRAR],
  ['PUT /api/questions/:id', REGISTRAR],
  ['DELETE /api/questions/:id', REGISTRAR],

  // Policies, calendar, staff, keys: the administrator.
  ['GET /api/policies', ADMIN],
  ['GET /api/calendars', ADMIN],
  ['GET /api/staff', ADMIN],
  ['POST /api/staff', ADMIN],
  ['PATCH /api/staff/:id', ADMIN],
  ['GET /api/api-keys', ADMIN],
  ['POST /api/api-keys', ADMIN],
  ['DELETE /api/api-keys/:id', ADMIN],

  // A sandbox's stand-ins: integrators alone.
  ['POST /api/sandbox/plays', ['scope:sandbox.play']],
  ['GET /api/sandbox/plays/:id', ['scope:sandbox.play']],
];

export const CALLERS: readonly Caller[] = [
  ...EVERYONE,
  'scope:certificates.verify',
  'scope:enrolments.read',
  'scope:enrolments.write',
  'scope:hours.read',
  'scope:sandbox.play',
];
