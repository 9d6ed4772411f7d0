import { Type } from 'typebox';
import type { Static } from 'typebox';
import { CaseSchema } from './audits.ts';
import { Bilingual } from './explanation.ts';
import { instant, nullable, uuid } from './shared.ts';

/** An appeal for its reviewer: no names, and no id by which one could be looked up. */
export const AppealItem = Type.Object({
  id: uuid,
  postLabel: Bilingual,
  studyYear: Type.Integer(),
  filedAt: instant,
  dueAt: instant,
  workingDaysLeft: Type.Integer(),
  overdue: Type.Boolean({ description: 'It has been escalated; lapse of time decides nothing' }),
  text: Type.String({ description: 'Names and numbers in it are hidden' }),
  state: Type.String(),
});
export type AppealItemView = Static<typeof AppealItem>;

/** The case behind an appeal: the evidence, and nothing that says whose it is or who decided. */
export const BlindCaseSchema = Type.Object({
  portraitUrl: nullable(Type.String({ description: 'Only where faces have to be judged' })),
  portraitMatch: CaseSchema.properties.portraitMatch,
  snapshots: CaseSchema.properties.snapshots,
  faceChecks: CaseSchema.properties.faceChecks,
  attendedChecks: CaseSchema.properties.attendedChecks,
  sessions: CaseSchema.properties.sessions,
  findings: CaseSchema.properties.findings,
  totals: CaseSchema.properties.totals,
  verdict: CaseSchema.properties.verdict,
  questions: CaseSchema.properties.questions,
  conflict: CaseSchema.properties.conflict,
});
export type BlindCaseView = Static<typeof BlindCaseSchema>;
