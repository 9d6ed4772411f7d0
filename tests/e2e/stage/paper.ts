import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { cutMm, openPdf, pictureOf, textOf } from '../../api/documents/pdf.ts';

/** Dots per 72nd of an inch at which a phone's camera would see the QR. */
const SCALE = 4;
/** Where a phone is held to: the QR on the last page with a little paper around it, in millimetres. */
const HELD_TO = { x: 16, y: 225, w: 36, h: 40 };

/** A certificate's document as it prints: its words, and where the QR on it leads. */
export async function readPaper(page: Page, path: string): Promise<{ words: string; qr: string }> {
  const answer = await page.request.get(path);
  if (!answer.ok()) throw new Error(`the document was refused: ${answer.status()}`);
  const pdf = await openPdf(await answer.body());
  const sheets = Array.from({ length: pdf.numPages }, (_, n) => n + 1);
  const words = await Promise.all(sheets.map((n) => textOf(pdf, n)));
  const sheet = await pictureOf(pdf, SCALE, pdf.numPages);
  const { data, width, height } = cutMm(sheet, SCALE, HELD_TO);
  const code = jsQR(data, width, height);
  if (!code) throw new Error('no QR can be read on the document');
  return { words: words.join(''), qr: code.data };
}
