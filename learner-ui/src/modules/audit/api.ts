import { call } from '../../app/http.ts';
import type { Bilingual } from '../../look/index.ts';

export type Bead = {
  n: number;
  day: string | null;
  startsAt: string;
  endsAt: string;
  status: 'past' | 'current' | 'ahead';
  deadline: 'due' | 'overdue' | null;
  daysOff: { name: string; days: number }[];
};
export type AuditClock = {
  openedAt: string;
  dueAt: string;
  overdueAt: string;
  clock: 'waiting' | 'due' | 'overdue' | 'paused';
  calendarVersion: number;
  provisional: boolean;
  workingDaysLeft: number;
  beads: Bead[];
};
export type Clear = {
  clearedAt: string;
  reasonLabel: Bilingual;
  explanation: string;
  findings: { label: Bilingual; sentence: string; seconds: number }[];
  snapshots: { id: string; takenAt: string; imageUrl: string; outcome: string }[];
  clearedSeconds: number;
  appealUntil: string | null;
  relearnUntil: string | null;
  mayAppeal: boolean;
  relearn: { lessonId: string; title: string; minutes: number; done: boolean }[];
};
export type Appeal = {
  id: string;
  filedAt: string;
  dueAt: string;
  state: string;
  text: string;
  decision: string | null;
};
export type MyAudit = {
  clock: AuditClock | null;
  owner: string;
  consequence: Bilingual;
  verdict: {
    verdict: 'accepted' | 'cleared';
    at: string;
    reasonLabel: Bilingual | null;
    explanation: string | null;
  } | null;
  clear: Clear | null;
  appeal: Appeal | null;
};

const at = (id: string, rest: string) => `/api/me/enrolments/${id}/${rest}`;

export const readAudit = (id: string) => call<MyAudit>('GET', at(id, 'audit'));
export const fileAppeal = (id: string, commandId: string, text: string) =>
  call<unknown>('POST', at(id, 'appeal'), { commandId, text });
export const withdrawAppeal = (id: string, commandId: string) =>
  call<unknown>('DELETE', at(id, 'appeal'), { commandId });
