/**
 * Where the lesson may be. 课件不支持快进或后退 (Handbook §1): between two looks the position moves by
 * no more than the clock did, never backwards, whoever moved it: keys, media keys, or a debugger.
 * The server holds the same rule; this only spares the learner time that would not count.
 */
export type Playhead = {
  /** Seconds into the lesson that were reached by playing. */
  readonly position: number;
  /** Milliseconds of the page's own clock at that look. */
  readonly lookedAt: number;
};

export type Look = { readonly position: number; readonly now: number; readonly playing: boolean };

/** Decoders report the position in steps; less than this is no seek. */
const TOLERANCE_SECONDS = 0.4;
/** A look that comes later than this (a sleeping page) earns no more than this. */
const GAP_AT_MOST_SECONDS = 3;

/** The playhead after a look, and where the video must be put back to, if it was moved. */
export const look = (
  before: Playhead,
  seen: Look,
): { readonly playhead: Playhead; readonly putBackTo: number | null } => {
  const clock = Math.max(0, (seen.now - before.lookedAt) / 1000);
  const room = seen.playing ? Math.min(clock, GAP_AT_MOST_SECONDS) : 0;
  const moved = seen.position - before.position;
  if (moved > room + TOLERANCE_SECONDS || moved < -TOLERANCE_SECONDS) {
    return { playhead: { ...before, lookedAt: seen.now }, putBackTo: before.position };
  }
  const position = Math.max(before.position, seen.position);
  return { playhead: { position, lookedAt: seen.now }, putBackTo: null };
};
