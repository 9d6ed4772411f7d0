import type { Page } from 'playwright-core';
import type { Knowledge } from '../../../tools/scenario/exam.ts';

/** Ticks what is known of the question on the screen. */
async function answerOne(page: Page, known: Knowledge): Promise<void> {
  const question = page.getByTestId('question');
  const { stem, options } = await question.evaluate((card) => ({
    stem: card.querySelector('legend')?.textContent?.trim() ?? '',
    options: [...card.querySelectorAll('label span:last-child')].map((one) =>
      (one.textContent ?? '').trim(),
    ),
  }));
  const right = known.get(stem);
  if (!right) throw new Error(`the bank does not know: ${stem}`);
  for (const [n, words] of options.entries())
    if (right.has(words)) await question.getByTestId(`option-${n}`).click();
}

/** Answers the first `answers` questions rightly, leaves the others open, and hands in. The score. */
export async function sitExam(page: Page, known: Knowledge, answers: number): Promise<string> {
  await page.getByTestId('question').waitFor();
  for (let n = 1; n <= answers; n++) {
    await answerOne(page, known);
    if (n < answers) await page.getByTestId('next-question').click();
  }
  await page.getByTestId('hand-in-side').click();
  await page.getByTestId('hand-in-confirm').click();
  return (await page.getByTestId('exam-score').innerText()).trim();
}
