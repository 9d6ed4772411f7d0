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

/**
 * Starts the machine's Chromium for a test file and closes it when the file is done. The camera of
 * pages is the browser's own fake unless the test gives another in the page.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(() => undefined),
    ...options,
    args: [...BROWSER_ARGUMENTS, ...(options.args ?? [])],
  });
  afterAll(() => browser.close());
  return browser;
}
