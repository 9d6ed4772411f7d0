import {
  explain,
  steps,
  type ExplainFacts,
  type LifecycleSnapshot,
  type Policy,
} from '@xuzheng/engine';
import type { ExplanationView, StepView } from './explanation.ts';
import { iso, isoOrNull } from './shared.ts';

/** The columns in which the workflow keeps where an enrolment stands. */
export type ProjectedState = {
  readonly machineVersion: string | null;
  readonly state: unknown;
  readonly stateContext: unknown;
  readonly stateSeq: number;
};

/** The lifecycle as last projected; null until the process has taken its first step. */
export const projectedSnapshot = (row: ProjectedState): LifecycleSnapshot | null =>
  row.machineVersion === null || row.state === null
    ? null
    : {
        machineVersion: row.machineVersion,
        value: row.state as LifecycleSnapshot['value'],
        context: row.stateContext as LifecycleSnapshot['context'],
        seq: row.stateSeq,
      };

/** Where an enrolment stands, for the wire. */
export function explanationView(
  snapshot: LifecycleSnapshot,
  policy: Policy,
  now: number,
  facts: ExplainFacts,
): ExplanationView {
  const explained = explain({ snapshot, policy, now, facts });
  return {
    stage: explained.stage,
    sentence: explained.sentence,
    owner: explained.owner,
    nextStep: explained.nextStep,
    dueAt: explained.dueAt === undefined ? null : iso(explained.dueAt),
    primaryAction: explained.primaryAction ?? null,
    permitted: [...explained.permitted],
    blockedBy: explained.blockedBy ?? null,
    beside: [...explained.beside],
  };
}

/** The stepper, for the wire. */
export const stepViews = (snapshot: LifecycleSnapshot): StepView[] =>
  steps(snapshot).map((step) => ({
    key: step.key,
    labelZh: step.labelZh,
    labelEn: step.labelEn,
    status: step.status,
    at: isoOrNull(step.at ?? null),
  }));
