import { reviveVideo } from './lost-video.ts';
import { look, type Playhead } from './playhead.ts';

export type LessonVideo = {
  /** Plays; false when the browser wants a tap first. */
  play: () => Promise<boolean>;
  pause: () => void;
  position: () => number;
  playing: () => boolean;
  release: () => void;
};

const LOOK_EVERY_MS = 250;
const REFUSED_MEDIA_KEYS = ['seekbackward', 'seekforward', 'seekto', 'previoustrack', 'nexttrack'];

const silenceMediaKeys = (handler: (() => void) | null) => {
  for (const key of REFUSED_MEDIA_KEYS) {
    try {
      navigator.mediaSession?.setActionHandler(key as MediaSessionAction, handler);
    } catch {
      // A browser that does not know the key cannot seek by it either.
    }
  }
};

const LOOKED_AT = ['timeupdate', 'seeking', 'seeked', 'ratechange'] as const;

/** Calls `check` at whatever moves the position or the speed, and four times a second anyway. */
const watchVideo = (video: HTMLVideoElement, check: () => void, arrive: () => void) => {
  LOOKED_AT.forEach((event) => video.addEventListener(event, check));
  video.addEventListener('loadedmetadata', arrive);
  if (video.readyState > 0) arrive();
  silenceMediaKeys(() => undefined);
  const timer = setInterval(check, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    LOOKED_AT.forEach((event) => video.removeEventListener(event, check));
    video.removeEventListener('loadedmetadata', arrive);
    silenceMediaKeys(null);
  };
};

/**
 * A lesson's video under guard: it starts where the server says, is put back after any seek, never
 * changes its speed, and is fetched again when it got lost. `now` is the page's own monotonic clock in
 * milliseconds.
 */
export const guardLesson = (
  video: HTMLVideoElement,
  startAt: number,
  now: () => number = () => performance.now(),
  onLost: (lost: boolean) => void = () => undefined,
): LessonVideo => {
  let head: Playhead = { position: startAt, lookedAt: now() };
  const fetched = reviveVideo(video, now, onLost);
  const playing = () => !video.paused && !video.ended && !fetched.lost();
  const put = (seconds: number) => {
    if (Math.abs(video.currentTime - seconds) > 0.05) video.currentTime = seconds;
  };
  const check = () => {
    fetched.look();
    if (video.playbackRate !== 1) video.playbackRate = 1;
    if (video.defaultPlaybackRate !== 1) video.defaultPlaybackRate = 1;
    if (video.readyState === 0) return;
    const seen = look(head, { position: video.currentTime, now: now(), playing: playing() });
    head = seen.playhead;
    if (seen.putBackTo !== null) put(seen.putBackTo);
  };
  const release = watchVideo(video, check, () => put(head.position));
  return {
    ...{ playing, release, position: () => head.position, pause: () => video.pause() },
    play: () => {
      head = { ...head, lookedAt: now() };
      return video.play().then(
        () => true,
        (fault: unknown) => !(fault instanceof DOMException && fault.name === 'NotAllowedError'),
      );
    },
  };
};
