import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../tools/ground/paths.ts';
import { PHONE } from './pages.ts';

/** Where the README's pictures lie. */
const FOLDER = join(ROOT, 'docs/tour');
const TAKES_PICTURES = process.env['TOUR'] === '1';

/** Takes a picture for the README's tour, when the run was asked to (TOUR=1). */
export async function tourPicture(page: Page, name: string): Promise<void> {
  if (!TAKES_PICTURES) return;
  await mkdir(FOLDER, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}

/** The same of the page as a phone shows it. */
export async function tourPhone(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? PHONE;
  await page.setViewportSize(PHONE);
  await tourPicture(page, name);
  await page.setViewportSize(before);
}
