const FIRST_TRY_MS = 1_000;
const AT_MOST_MS = 15_000;

/** Nothing of the video could be fetched, or what was being fetched broke off. */
const isMissing = (video: HTMLVideoElement): boolean =>
  video.error !== null || video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE;

/**
 * A browser gives a video up when a line or the server is away at the wrong moment, and never asks for
 * it again. This does, first after a second, then ever more rarely, and tells when the video is lost and
 * when it is back. `look` is to be called some times a second.
 */
export const reviveVideo = (
  video: HTMLVideoElement,
  now: () => number,
  onLost: (lost: boolean) => void,
) => {
  let lost = false;
  let missingSince: number | null = null;
  let waitMs = FIRST_TRY_MS;
  const tell = (is: boolean) => {
    if (lost !== is) onLost(is);
    lost = is;
  };
  return {
    lost: () => lost,
    look: () => {
      if (!isMissing(video)) {
        missingSince = null;
        if (video.readyState === 0) return;
        waitMs = FIRST_TRY_MS;
        return tell(false);
      }
      missingSince ??= now();
      if (now() - missingSince < waitMs) return;
      missingSince = null;
      waitMs = Math.min(AT_MOST_MS, 2 * waitMs);
      tell(true);
      video.load();
    },
  };
};
