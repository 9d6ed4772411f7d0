import { renewTemplates } from '../commands/renew-template.ts';
import { closeSilentSessions } from '../commands/study/close-silent-session.ts';
import { leadOffFaces } from '../commands/study/lead-off-faces.ts';
import type { Deps } from '../deps.ts';
import { checkSnapshots } from './check-snapshots.ts';
import { collectDueFindings } from './collect-findings.ts';
import { forgetFaces } from './forget-faces.ts';
import { forgetFrames } from './forget-frames.ts';

/** A job of the worker process: run again and again; gives how much it found to do. */
export interface StudyJob {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (deps: Deps) => Promise<number>;
}

export const STUDY_JOBS: readonly StudyJob[] = [
  { name: 'checkSnapshots', everyMs: 500, run: checkSnapshots },
  { name: 'closeSilentSessions', everyMs: 5_000, run: closeSilentSessions },
  { name: 'collectFindings', everyMs: 1_000, run: collectDueFindings },
  { name: 'renewTemplates', everyMs: 60_000, run: renewTemplates },
  { name: 'leadOffFaces', everyMs: 5_000, run: (deps) => leadOffFaces(deps) },
  { name: 'forgetFaces', everyMs: 60_000, run: forgetFaces },
  { name: 'forgetFrames', everyMs: 60_000, run: forgetFrames },
];
