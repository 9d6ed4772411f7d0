import { call } from '../../app/http.ts';
import type { Bilingual } from '../../look/index.ts';

export type Verification = {
  status: 'valid' | 'supersededBy' | 'void' | 'unknown';
  sentence: Bilingual;
  label: Bilingual | null;
  holderMasked: string | null;
  postLabel: Bilingual | null;
  number: string | null;
  issuedOn: string | null;
  voidedOn: string | null;
  studyRecord: { studyYear: number; creditHours: number }[];
  successor: { number: string; verificationCode: string } | null;
};

export const verify = (code: string) =>
  call<Verification>('GET', `/api/verify/${encodeURIComponent(code)}`);
