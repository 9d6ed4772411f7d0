import type { LifecycleActivities } from '@xuzheng/workflows';
import { issueHoursCertificate } from './hours-certificate.ts';
import { loads } from './load.ts';
import { project } from './project.ts';
import { recordAppeal, recordAppealDecision } from './record-appeal.ts';
import { recordVerdict } from './record-verdict.ts';
import {
  completeRenewal,
  queryRenewal,
  refuseRenewal,
  reportHours,
  requestRenewal,
} from './renewal.ts';
import type { Shell } from './shell.ts';

export type { Shell } from './shell.ts';

/** What the worker does for the processes. */
export const createActivities = (shell: Shell): LifecycleActivities => ({
  ...loads(shell),
  project: (step) => project(shell, step),
  recordVerdict: ({ enrolmentId, snapshot }) => recordVerdict(shell, enrolmentId, snapshot),
  recordAppeal: ({ enrolmentId, snapshot }) => recordAppeal(shell, enrolmentId, snapshot),
  recordAppealDecision: ({ enrolmentId, snapshot }) =>
    recordAppealDecision(shell, enrolmentId, snapshot),
  issueHoursCertificate: ({ enrolmentId }) => issueHoursCertificate(shell, enrolmentId),
  reportHours: ({ enrolmentId }) => reportHours(shell, enrolmentId),
  requestRenewal: ({ enrolmentId }) => requestRenewal(shell, enrolmentId),
  queryRenewal: ({ enrolmentId }) => queryRenewal(shell, enrolmentId),
  completeRenewal: ({ enrolmentId, number }) => completeRenewal(shell, enrolmentId, number),
  refuseRenewal: ({ enrolmentId, reason }) => refuseRenewal(shell, enrolmentId, reason),
});
