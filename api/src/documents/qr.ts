import QRCode from 'qrcode';
import { colour } from './page.ts';
import type { Pdf } from './page.ts';

/** Draws a QR code as vectors, `side` points wide, error correction M; its quiet zone is the paper around it. */
export function drawQr(pdf: Pdf, content: string, x: number, y: number, side: number): void {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const cell = side / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let from = 0; from < modules.size; from += 1) {
      if (!modules.get(row, from)) continue;
      let to = from;
      while (to + 1 < modules.size && modules.get(row, to + 1)) to += 1;
      // A hair of overlap keeps viewers from showing seams between rows.
      pdf.rect(x + from * cell, y + row * cell, (to - from + 1) * cell, cell * 1.02);
      from = to;
    }
  pdf.fillColor(colour.ink).fill();
}
