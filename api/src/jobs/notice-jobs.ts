import { askDueFates } from '../notices/index.ts';
import type { StudyJob } from './study-jobs.ts';

/** What the worker does about notices beside sending them. */
export const NOTICE_JOBS: readonly StudyJob[] = [
  { name: 'fates', everyMs: 5_000, run: askDueFates },
];
