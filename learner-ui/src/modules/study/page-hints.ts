const HUMAN = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const;
const PRESSED = ['click', 'pointerdown', 'keydown', 'play', 'pause', 'visibilitychange'] as const;

/** Counts events from now on: those of a person, and those that a script made. */
export const countEvents = (target: EventTarget) => {
  const counts = { inputs: 0, untrustedEvents: 0 };
  const listen = (type: string, note: (event: Event) => void) =>
    target.addEventListener(type, note, { capture: true, passive: true });
  for (const type of HUMAN) listen(type, (event) => event.isTrusted && (counts.inputs += 1));
  for (const type of PRESSED) {
    listen(type, (event) => !event.isTrusted && (counts.untrustedEvents += 1));
  }
  return counts;
};

let counts: ReturnType<typeof countEvents> | null = null;
let counted: string | null = null;

/** What happened in the page since a session's first beat: a hint beside the beats, it decides nothing. */
export const pageCounts = (sessionId: string): ReturnType<typeof countEvents> => {
  counts ??= countEvents(document);
  if (counted !== sessionId) Object.assign(counts, { inputs: 0, untrustedEvents: 0 });
  counted = sessionId;
  return { ...counts };
};
