/** The roles a member of staff can hold; one person may hold several. */
export const STAFF_ROLES = ['auditor', 'seniorAuditor', 'support', 'registrar', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What a role may do. A route names one of these, never a role. */
export const STAFF_PERMISSIONS = [
  'accommodations.record',
  'apiKeys.manage',
  'appeals.decide',
  'audits.accept',
  'audits.proposeClear',
  'audits.read',
  'audits.signClear',
  'calendars.manage',
  'certificates.import',
  'certificates.read',
  'courses.manage',
  'decisions.whatIf',
  'enrolments.read',
  'enrolments.reopen',
  'enrolments.write',
  'images.view',
  'learners.read',
  'learners.unlock',
  'learners.unmask',
  'notices.read',
  'notices.retry',
  'phones.correct',
  'policies.manage',
  'processes.mend',
  'processes.read',
  'questions.manage',
  'registry.manage',
  'staff.manage',
] as const;
export type StaffPermission = (typeof STAFF_PERMISSIONS)[number];

const AUDITOR = [
  'audits.accept',
  'audits.proposeClear',
  'audits.read',
  'certificates.read',
  'enrolments.read',
  'images.view',
  'learners.read',
  'learners.unmask',
] as const satisfies readonly StaffPermission[];

/** The table of who may do what. Signing a clear, appeals and reopening are the senior auditor's. */
export const ROLE_PERMISSIONS = {
  auditor: AUDITOR,
  seniorAuditor: [
    ...AUDITOR,
    'appeals.decide',
    'audits.signClear',
    'decisions.whatIf',
    'enrolments.reopen',
  ],
  support: [
    'accommodations.record',
    'certificates.read',
    'enrolments.read',
    'learners.read',
    'learners.unlock',
    'learners.unmask',
    'notices.read',
    'notices.retry',
    'phones.correct',
    'processes.read',
  ],
  registrar: [
    'accommodations.record',
    'certificates.import',
    'certificates.read',
    'courses.manage',
    'enrolments.read',
    'enrolments.write',
    'learners.read',
    'questions.manage',
  ],
  admin: [
    'apiKeys.manage',
    'calendars.manage',
    'decisions.whatIf',
    'notices.read',
    'policies.manage',
    'processes.mend',
    'processes.read',
    'registry.manage',
    'staff.manage',
  ],
} as const satisfies Record<StaffRole, readonly StaffPermission[]>;

/** What API keys may be allowed to do. */
export const API_SCOPES = [
  'certificates.verify',
  'enrolments.read',
  'enrolments.write',
  'hours.read',
  'sandbox.play',
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** Is the text one of the roles? */
export const isStaffRole = (text: string): text is StaffRole =>
  (STAFF_ROLES as readonly string[]).includes(text);

/** Everything these roles may do together, sorted; a role nobody knows allows nothing. */
export function permissionsOf(roles: readonly string[]): StaffPermission[] {
  const allowed = new Set<StaffPermission>();
  for (const role of roles) {
    if (!isStaffRole(role)) continue;
    for (const permission of ROLE_PERMISSIONS[role]) allowed.add(permission);
  }
  return [...allowed].sort();
}

export const STAFF_ROLE_LABELS = {
  auditor: { zh: '审核员', en: 'Auditor' },
  seniorAuditor: { zh: '高级审核员', en: 'Senior auditor' },
  support: { zh: '客服', en: 'Support' },
  registrar: { zh: '教务管理员', en: 'Registrar' },
  admin: { zh: '系统管理员', en: 'Administrator' },
} as const satisfies Record<StaffRole, { zh: string; en: string }>;
