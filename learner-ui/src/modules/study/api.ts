import type { LivenessPrompt, SessionStateName } from '@xuzheng/engine';
import { call } from '../../app/http.ts';
import type { Burst } from '../../camera/index.ts';
import type { Bilingual, StripMinute } from '../../look/index.ts';

export type Challenge = {
  id: string;
  nonce: string;
  actions: LivenessPrompt[];
  perActionMs: number;
  expiresAt: string;
};
export type SessionShort = {
  id: string;
  state: SessionStateName;
  pausedBecause: string | null;
  ended: boolean;
  endReason: string | null;
  ackSeq: number;
  positionSeconds: number;
  savedSeconds: number;
  lessonComplete: boolean;
  hoursComplete: boolean;
  totals: {
    creditedSeconds: number;
    pendingSeconds: number;
    uncountedSeconds: number;
    uncountedByReason: Record<string, number>;
  };
  due: {
    kind: 'snapshot' | 'recheck';
    id: string;
    answerBy: string | null;
    triesLeft: number;
  } | null;
  faceTriesLeft: number;
  minutes: StripMinute[];
  serverTime: string;
};
export type SessionView = SessionShort & {
  leaseToken: number;
  enrolmentId: string;
  lesson: {
    id: string;
    title: string;
    durationSeconds: number;
    sources: { type: string; url: string }[];
    subtitlesUrl: string | null;
    posterUrl: string | null;
  };
  challenge: Challenge | null;
  commitment: string;
  beatEverySeconds: number;
  unacknowledgedPauseSeconds: number;
  recheckAnswerSeconds: number;
  attended: boolean;
  replay: boolean;
};
export type Claim = {
  seq: number;
  positionSeconds: number;
  playing: boolean;
  visible: boolean;
  clientAt?: string;
};
export type Receipt = { ackSeq: number; receiptSentence: Bilingual; session: SessionShort };
export type FaceResult = {
  outcome: 'matched' | 'uncertain' | 'missed' | 'fault';
  reason: string | null;
  sentence: Bilingual;
  triesLeft: number;
  session: SessionView | null;
};
export type StartInput = {
  enrolmentId: string;
  lessonId: string;
  takeOver?: boolean;
  device: string;
  cameraLabel?: string;
  microphone?: 'granted' | 'refused' | 'missing';
};

const at = (id: string, rest = '') => `/api/me/study-sessions/${id}${rest}`;

const burstForm = (nonce: string, { frames, spokenUntilMs }: Burst): FormData => {
  const form = new FormData();
  const marks = frames.map(({ atMs, action }) => ({ atMs, action }));
  const meta = { nonce, frames: marks, spokenUntilMs };
  form.append('meta', JSON.stringify(meta));
  frames.forEach(({ blob }, n) => form.append('frame', blob, `${n}.jpg`));
  return form;
};

export const startStudy = (input: StartInput) =>
  call<SessionView>('POST', '/api/me/study-sessions', input);
export const readStudy = (id: string) => call<SessionView>('GET', at(id));
export const askChallenge = (id: string, another: boolean) =>
  call<Challenge>('POST', at(id, '/challenge'), { another });
export const sendFaceCheck = (id: string, nonce: string, burst: Burst) =>
  call<FaceResult>('POST', at(id, '/face-check'), burstForm(nonce, burst));
export const sendBeats = (id: string, leaseToken: number, beats: readonly Claim[]) =>
  call<Receipt>('POST', at(id, '/beats'), { leaseToken, beats });
export const sendSnapshot = (id: string, frame: Blob) => {
  const form = new FormData();
  form.append('frame', frame, 'snapshot.jpg');
  return call<{ session: SessionShort }>('POST', at(id, '/snapshots'), form);
};
export const changeStudy = (id: string, verb: 'pause' | 'resume' | 'end') =>
  call<SessionView>('POST', at(id, `/${verb}`), {});

export const startRehearsal = () => call<Challenge>('POST', '/api/me/rehearsals', {});
export const sendRehearsal = (id: string, nonce: string, burst: Burst) =>
  call<FaceResult>('POST', `/api/me/rehearsals/${id}/frames`, burstForm(nonce, burst));
