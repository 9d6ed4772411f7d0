import type { BrowserContext, Page } from 'playwright-core';

declare global {
  /** In the page: what the player told the browser to do on media keys. */
  var mediaKeys: Record<string, (() => void) | null>;
}

/** What the video of the lesson says of itself now. */
export const videoOf = (page: Page) =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('[data-testid=lesson-video]');
    if (!video) throw new Error('no lesson plays');
    return { at: video.currentTime, speed: video.playbackRate, playing: !video.paused };
  });

/** Remembers in every page what the player makes of the media keys, which no test can press. */
export const rememberMediaKeys = (seat: BrowserContext): Promise<unknown> =>
  seat.addInitScript(() => {
    window.mediaKeys = {};
    const { mediaSession } = navigator;
    const set = mediaSession.setActionHandler.bind(mediaSession);
    mediaSession.setActionHandler = (action, handler) => {
      window.mediaKeys[action] = handler as (() => void) | null;
      set(action, handler);
    };
  });

/** Tries something on the playing video; how far it moved, in seconds, beyond what the clock did. */
export async function gainedBy(page: Page, attempt: () => Promise<unknown>): Promise<number> {
  const before = await videoOf(page);
  const begun = performance.now();
  await attempt();
  // The page looks four times a second; what stands after a second is what holds.
  await page.waitForFunction(
    (since) => performance.now() - since > 1000,
    await page.evaluate(() => performance.now()),
  );
  const after = await videoOf(page);
  return after.at - before.at - (performance.now() - begun) / 1000;
}

/** The seconds of 已保存至 00:00:15. */
export function secondsOf(receipt: string): number {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d)/.exec(receipt) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
