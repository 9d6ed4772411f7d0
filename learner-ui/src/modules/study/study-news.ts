import { listenToStudy } from './api.ts';

/**
 * Looks at the session whenever the server says that it changed: one look at a time, and another one
 * when it changed meanwhile. A look that fails is made up for by the next beat's answer.
 */
export const followNews = (id: string, look: () => Promise<void>): (() => void) => {
  let looking = false;
  let again = false;
  const lookAll = async () => {
    looking = true;
    do {
      again = false;
      await look().catch(() => undefined);
    } while (again);
    looking = false;
  };
  return listenToStudy(id, () => {
    again = true;
    if (!looking) void lookAll();
  });
};
