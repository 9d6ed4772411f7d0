import type { SessionShort } from './api.ts';

export type PauseWish = {
  /** The learner pauses: the server is asked. Throws when it cannot be reached. */
  say: () => Promise<void>;
  /** The learner goes on. */
  drop: () => void;
  /** Does the pause stand against this view of the server's? It does while that says the lesson plays. */
  outlasts: (view: SessionShort) => boolean;
  /** Asks again, unless the server is being asked. */
  renew: () => void;
};

/**
 * A pause holds from the press on, not from the server's answer to it: a beat that was on its way tells
 * of a lesson that plays, and must not let it play on. A pause whose request was lost with the connection
 * is asked for again at the next answer, so that nobody comes back to a lesson that went on without them.
 */
export const createPauseWish = (ask: () => Promise<void>): PauseWish => {
  let wanted = false;
  let asking = false;
  const tell = async () => {
    asking = true;
    try {
      await ask();
    } finally {
      asking = false;
    }
  };
  return {
    say: () => {
      wanted = true;
      return tell();
    },
    drop: () => (wanted = false),
    outlasts: (view) => {
      wanted &&= view.state === 'playing' && !view.ended;
      return wanted;
    },
    renew: () => {
      if (!asking) void tell().catch(() => undefined);
    },
  };
};
