import { ref, shallowRef } from 'vue';
import { captureSnapshot } from '../../camera/index.ts';
import { sendSnapshot, type SessionShort, type SessionView } from './api.ts';

/** What the page knows of a session: all that the server said, and what the browser adds. */
export const createFacts = (first: SessionView) => ({
  view: shallowRef<SessionView>(first),
  connected: ref(true),
  visible: ref(true),
  /** The learner goes on: a beat that says the lesson stands must not arrive after that and stop it. */
  resuming: ref(false),
  /** The limit of unacknowledged study is reached: nothing is watched for nothing. */
  held: ref(false),
  /** The browser wants a tap before it plays with sound. */
  tapNeeded: ref(false),
  /** Nothing of the video could be fetched: it is tried again. */
  videoLost: ref(false),
  /** The server refused a beat for good. */
  refused: shallowRef<unknown>(null),
  /** This page has done with the session. */
  stopped: ref(false),
});

export type StudyFacts = ReturnType<typeof createFacts>;

/** The server's clock, as far as the page can tell. It decides nothing: countdowns are drawn by it. */
export const serverClock = (first: SessionShort) => {
  let offset = Date.parse(first.serverTime) - Date.now();
  return {
    now: () => Date.now() + offset,
    learn: (view: SessionShort) => {
      offset = Date.parse(view.serverTime) - Date.now();
    },
  };
};

/** Random snapshots: taken silently, each once. One that does not arrive is asked for again. */
export const createShutter = (
  camera: () => HTMLVideoElement | null,
  onSent: (view: SessionShort) => void,
) => {
  const taken = new Set<string>();
  return async (view: SessionShort): Promise<void> => {
    const video = camera();
    const { due } = view;
    if (due?.kind !== 'snapshot' || taken.has(due.id) || video === null) return;
    taken.add(due.id);
    try {
      const frame = await captureSnapshot(video);
      if (frame !== null) onSent((await sendSnapshot(view.id, frame)).session);
      else taken.delete(due.id);
    } catch {
      taken.delete(due.id);
    }
  };
};
