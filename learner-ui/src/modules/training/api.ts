import { call } from '../../app/http.ts';
import type { StripMinute } from '../../look/index.ts';

export const readPassport = (enrolmentId: string) =>
  call<{ minutes: StripMinute[] }>('GET', `/api/me/enrolments/${enrolmentId}/passport`);
export const withdraw = (enrolmentId: string, commandId: string) =>
  call<unknown>('POST', `/api/me/enrolments/${enrolmentId}/withdrawal`, { commandId });
