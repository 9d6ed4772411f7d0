import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { cameraFrames, cameraScript, type CameraFrames } from '../../../tools/faces/index.ts';
import { drawnPerformer } from '../../../tools/faces/index.ts';
import { ROOT } from '../../../tools/ground/paths.ts';
import type { School } from './school.ts';

export const PHONE = { width: 390, height: 844 } as const;
export const PC = { width: 1440, height: 900 } as const;

/** Long enough for a page on a busy machine; nothing waits for it to pass. */
const PATIENCE_MS = 60_000;
const ARTIFACTS = join(ROOT, 'tests/.artifacts/e2e');

declare global {
  /** In the page: who sits before the camera, see tools/faces. */
  var testCamera: {
    use(who: string): void;
    obey(obey: boolean): void;
    leave(away: boolean): void;
    instead(prompt: string): void;
  };
}

export interface SeatOptions extends BrowserContextOptions {
  /** Who may sit before the camera; the first of them sits there at first. */
  readonly people?: Record<string, CameraFrames>;
}

/** A browser of somebody's own: its own cookies, a Chinese screen, and perhaps a camera. */
export async function openSeat(
  browser: Browser,
  school: School,
  { people, ...options }: SeatOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: school.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: PHONE,
    // What moves for its own sake would be painted sixty times a second.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (people) await context.addInitScript({ content: cameraScript(people) });
  return context;
}

/** Pictures of drawn people by name, for a page's camera. */
export const peopleOf = (faces: Record<string, number>): Record<string, CameraFrames> =>
  Object.fromEntries(
    Object.entries(faces).map(([name, face]) => [name, cameraFrames(drawnPerformer(face))]),
  );

/** Keeps a picture of the page when the running test fails: what the person saw then. */
export function pictureOnFailure(...pages: readonly Page[]): void {
  onTestFailed(async ({ task }) => {
    await mkdir(ARTIFACTS, { recursive: true });
    for (const [n, page] of pages.entries()) {
      const name = `${task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${n}.png`;
      await page
        .screenshot({ path: join(ARTIFACTS, name), timeout: 10_000 })
        .catch(() => undefined);
    }
  });
}

/** What an element says, without the spaces around it. */
export const textOf = async (page: Page, testId: string): Promise<string> =>
  ((await page.getByTestId(testId).first().textContent()) ?? '').trim();

/**
 * Listens for what a page should never say: faults of its scripts, and what its own policy blocked.
 * An answer that refuses something is no fault: people see a sentence for it.
 */
export function faultsOf(page: Page): () => readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const words = message.text();
    if (message.type() === 'error' && !words.startsWith('Failed to load resource'))
      faults.push(words);
  });
  return () => faults;
}
