import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';
import { afterAll } from 'vitest';
import { ensureBrowser } from '../../tools/ground/browser.ts';

/** Quiet, Chinese, and with a camera: the browser's own fake unless the page is given another. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--lang=zh-CN',
  '--autoplay-policy=no-user-gesture-required',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
] as const;

async function launch(options: LaunchOptions): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser(() => undefined),
    ...options,
    args: [...BROWSER_ARGUMENTS, ...(options.args ?? [])],
  });
}

/**
 * Starts the machine's Chromium for a test file and closes it when the file is done. The camera of
 * pages is the browser's own fake unless the test gives another in the page.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const browser = await launch(options);
  afterAll(() => browser.close());
  return browser;
}

let common: Promise<Browser> | undefined;

/** The browser that all files of this process open their seats in; each file closes its own seats. */
export async function commonBrowser(): Promise<Browser> {
  const browser = await (common ??= launch({}));
  const before = new Set(browser.contexts());
  afterAll(async () => {
    const mine = browser.contexts().filter((context) => !before.has(context));
    await Promise.all(mine.map((context) => context.close()));
  });
  return browser;
}
