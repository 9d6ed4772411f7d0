import { askDueFates } from '../notices/index.ts';
import { remind } from './remind.ts';
import type { StudyJob } from './study-jobs.ts';
import { voidCertificates } from './void-certificates.ts';

/** What the worker does about notices beside sending them, and about approved voids. */
export const NOTICE_JOBS: readonly StudyJob[] = [
  { name: 'fates', everyMs: 5_000, run: askDueFates },
  { name: 'reminders', everyMs: 60_000, run: remind },
  { name: 'voids', everyMs: 2_000, run: voidCertificates },
];
