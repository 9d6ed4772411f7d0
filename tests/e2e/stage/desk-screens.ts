import type { Page } from 'playwright-core';
import { TOTP } from 'otpauth';
import type { StaffAccount } from '../../../tools/scenario/staff.ts';

/** Signs a member of staff in at the desk: password and the code of this half minute. */
export async function signInAtDesk(page: Page, account: StaffAccount): Promise<void> {
  await page.goto('/admin/');
  await page.getByTestId('staff-login').fill(account.login);
  await page.getByTestId('staff-password').fill(account.password);
  const totp = new TOTP({ secret: account.totpSecret });
  await page.getByTestId('staff-totp').fill(totp.generate());
  await page.getByTestId('staff-enter').click();
  await page.getByTestId('staff-name').waitFor();
}

/** The queue, and in it the case of a learner, whose family name alone is shown there. */
export async function openCase(page: Page, name: string): Promise<void> {
  await page.goto('/admin/audits');
  await page
    .getByTestId('open-case')
    .filter({ hasText: `${[...name][0]}*` })
    .click();
  await page.getByTestId('decision-panel').waitFor();
}

/** Accepts the hours of the case on the screen. */
export async function acceptCase(page: Page): Promise<void> {
  await page.getByTestId('accept').click();
  await page.getByTestId('accept-confirm-yes').click();
  await page.locator('[data-testid=verdict][data-verdict=accepted]').waitFor();
}

export interface Proposal {
  readonly reasonCode: string;
  readonly explanation: string;
}

/** Proposes a clear of the case on the screen. */
export async function proposeToClear(page: Page, words: Proposal): Promise<void> {
  await page.getByTestId('propose-clear').click();
  await page.getByTestId('clear-reason').selectOption(words.reasonCode);
  await page.getByTestId('clear-explanation').fill(words.explanation);
  await page.getByTestId('propose-yes').click();
  await page.getByTestId('proposal').waitFor();
}

/** The second person signs the clear that was proposed. */
export async function signProposal(page: Page): Promise<void> {
  await page.getByTestId('sign-clear').click();
  await page.getByTestId('sign-confirm-yes').click();
  await page.locator('[data-testid=verdict][data-verdict=cleared]').waitFor();
}

/** The SMS outbox, narrowed to a phone by its last four digits. */
async function openOutbox(page: Page, phone: string): Promise<void> {
  if (!page.url().endsWith('/admin/notices')) await page.goto('/admin/notices');
  await page.getByTestId('outbox-tail').fill(phone.slice(-4));
}

/** The newest one-time code that went to a phone. */
export async function codeInOutbox(page: Page, phone: string): Promise<string> {
  await openOutbox(page, phone);
  const body = page.getByTestId('outbox-body').filter({ hasText: /验证码是 \d{6}/ });
  const code = /\d{6}/.exec(await body.first().innerText())?.[0];
  if (code === undefined) throw new Error('no code has been sent to this phone');
  return code;
}

/** Waits until this very text has gone to a phone and was delivered. */
export async function smsInOutbox(page: Page, phone: string, text: string): Promise<void> {
  await openOutbox(page, phone);
  const row = page.getByTestId('outbox-row').filter({
    has: page.getByTestId('outbox-body').and(page.getByText(text, { exact: true })),
  });
  await row.filter({ hasText: '已送达' }).waitFor();
}
