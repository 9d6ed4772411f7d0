import { client, listenTo, sendForm, take, type Answer } from '../../app/client.ts';
import type { Burst } from '../../camera/index.ts';
import { pageCounts } from './page-hints.ts';

export type SessionView = Awaited<ReturnType<typeof readStudy>>;
export type Receipt = Answer<'/api/me/study-sessions/{id}/beats', 'post'>;
export type SessionShort = Receipt['session'];
export type Challenge = Answer<'/api/me/study-sessions/{id}/challenge', 'post'>;
export type FaceResult = Answer<'/api/me/study-sessions/{id}/face-check', 'post'>;
export type AttendedCheck = NonNullable<
  Answer<'/api/me/study-sessions/{id}/attended-check', 'get'>['check']
>;
export type AttendedResult = Answer<'/api/me/study-sessions/{id}/attended-check', 'post'>;
export type Claim = {
  seq: number;
  positionSeconds: number;
  playing: boolean;
  visible: boolean;
  clientAt?: string;
  inputs?: number;
  untrustedEvents?: number;
};
export type StartInput = {
  enrolmentId: string;
  lessonId: string;
  takeOver?: boolean;
  /** Without a face: no camera, no consent, codes by SMS instead. */
  attended?: boolean;
  device: string;
  cameraLabel?: string;
  microphone?: 'granted' | 'refused' | 'missing';
};

const path = (id: string) => ({ params: { path: { id } } });

const burstForm = (nonce: string, { frames, spokenUntilMs }: Burst): FormData => {
  const form = new FormData();
  const marks = frames.map(({ atMs, action }) => ({ atMs, action }));
  form.append('meta', JSON.stringify({ nonce, frames: marks, spokenUntilMs }));
  frames.forEach(({ blob }, n) => form.append('frame', blob, `${n}.jpg`));
  return form;
};

export const startStudy = (body: StartInput) =>
  take(client.POST('/api/me/study-sessions', { body }));
export const readStudy = (id: string) => take(client.GET('/api/me/study-sessions/{id}', path(id)));
export const askChallenge = (id: string, another: boolean) =>
  take(client.POST('/api/me/study-sessions/{id}/challenge', { ...path(id), body: { another } }));
export const sendFaceCheck = (id: string, nonce: string, burst: Burst) =>
  sendForm<'/api/me/study-sessions/{id}/face-check', 'post'>(
    'post',
    `/api/me/study-sessions/${id}/face-check`,
    burstForm(nonce, burst),
  );
/** Kept alive: the last beat of a page that is being closed is sent all the same. */
export const sendBeats = (id: string, leaseToken: number, beats: readonly Claim[]) =>
  take(
    client.POST('/api/me/study-sessions/{id}/beats', {
      ...path(id),
      body: { leaseToken, beats: beats.map((beat) => ({ ...beat, ...pageCounts(id) })) },
      keepalive: true,
    }),
  );
/** Calls `changed` at once when the session is no longer what it was; gives what stops it. */
export const listenToStudy = (id: string, changed: () => void) =>
  listenTo<'/api/me/study-sessions/{id}/events'>(
    `/api/me/study-sessions/${id}/events`,
    'changed',
    changed,
  );
export const sendSnapshot = (id: string, frame: Blob) => {
  const form = new FormData();
  form.append('frame', frame, 'snapshot.jpg');
  return sendForm<'/api/me/study-sessions/{id}/snapshots', 'post'>(
    'post',
    `/api/me/study-sessions/${id}/snapshots`,
    form,
  );
};

/** What waits behind a camera: it may be handed over to another browser. */
export type CameraPlace =
  | { readonly place: 'lesson'; readonly enrolmentId: string; readonly lessonId: string }
  | { readonly place: 'rehearsal' };

/** A link that opens the place, signed in, in another browser: good once and for two minutes. */
export const makeHandOver = (to: CameraPlace) =>
  take(client.POST('/api/me/hand-overs', { body: to }));

export const readAttended = (id: string) =>
  take(client.GET('/api/me/study-sessions/{id}/attended-check', path(id)));
export const askAttendedCode = (id: string) =>
  take(client.POST('/api/me/study-sessions/{id}/attended-check/code', path(id)));
export const answerAttended = (
  id: string,
  body: { checkId: string; code?: string; chosen?: number[] },
) => take(client.POST('/api/me/study-sessions/{id}/attended-check', { ...path(id), body }));

export const startRehearsal = () => take(client.POST('/api/me/rehearsals'));
export const sendRehearsal = (id: string, nonce: string, burst: Burst) =>
  sendForm<'/api/me/rehearsals/{id}/frames', 'post'>(
    'post',
    `/api/me/rehearsals/${id}/frames`,
    burstForm(nonce, burst),
  );

const nothing = (id: string) => ({ ...path(id), body: null });
const turns = {
  pause: (id: string) => client.POST('/api/me/study-sessions/{id}/pause', nothing(id)),
  resume: (id: string) => client.POST('/api/me/study-sessions/{id}/resume', nothing(id)),
  end: (id: string) => client.POST('/api/me/study-sessions/{id}/end', nothing(id)),
};

/** Pause, resume or end a session; the answer is the session as it is from then on. */
export const changeStudy = (id: string, verb: keyof typeof turns) => take(turns[verb](id));
