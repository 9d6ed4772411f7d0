import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PC, PHONE } from './pages.ts';

/** What axe finds on the page as it stands, as far as it keeps somebody out. */
async function barriers(page: Page): Promise<string[]> {
  // No frame of the product holds anything to judge: one look at the page itself is all.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any: [why] }) => `${id}: ${target.join(' ')}: ${why?.message ?? ''}`),
    );
}

/** Sets the scheme and waits until the page has painted itself in it. */
async function paint(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForFunction((name) => document.documentElement.dataset.theme === name, scheme);
  await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(painted));
    const ending = document.getAnimations().filter(({ effect }) => {
      const { iterations = 1 } = effect?.getTiming() ?? {};
      return Number.isFinite(iterations);
    });
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/**
 * Nobody is kept out of the page as it stands: on a phone in the light and on a PC in the dark, both
 * sizes and both sets of colours. The page is left as it was.
 */
export async function expectNoBarriers(page: Page): Promise<void> {
  // What still comes would move the page under the look, and mix up what lies over what.
  await page.waitForLoadState('networkidle');
  const before = page.viewportSize() ?? PHONE;
  const found: string[] = [];
  for (const [size, scheme] of [
    [PHONE, 'light'],
    [PC, 'dark'],
  ] as const) {
    await page.setViewportSize(size);
    await paint(page, scheme);
    found.push(...(await barriers(page)).map((barrier) => `${size.width} ${scheme} ${barrier}`));
  }
  expect(found, page.url()).toEqual([]);
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
}

/** Opens each address, waits for what it shows, and looks. */
export async function expectOpenToAll(
  page: Page,
  screens: readonly (readonly [path: string, shows: string])[],
): Promise<void> {
  for (const [path, shows] of screens) {
    await page.goto(path);
    await page.getByTestId(shows).first().waitFor();
    await expectNoBarriers(page);
  }
}
