import { call } from '../../app/http.ts';
import type { Bilingual } from '../../look/index.ts';

export type Certificate = {
  id: string;
  kind: 'hours' | 'original' | 'training';
  label: Bilingual;
  enrolmentId: string | null;
  holderMasked: string;
  post: string;
  postLabel: Bilingual;
  studyYear: number | null;
  number: string;
  verificationCode: string;
  verifyUrl: string;
  medium: 'paper' | 'electronic';
  status: 'active' | 'void';
  issuedOn: string;
  voidedAt: string | null;
  voidReason: string | null;
  successor: { number: string; verificationCode: string } | null;
  pdfUrl: string | null;
};

export const listCertificates = () => call<{ items: Certificate[] }>('GET', '/api/me/certificates');
export const renew = (enrolmentId: string, commandId: string) =>
  call<unknown>('POST', `/api/me/enrolments/${enrolmentId}/renewal`, { commandId });
