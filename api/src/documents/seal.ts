import { colour, mm } from './page.ts';
import type { Pdf } from './page.ts';
import { drawLine, lineWidth } from './text.ts';

/** The mark 续 in a square seal of `side` points, its corner at (x, y). */
export function drawMark(pdf: Pdf, x: number, y: number, side: number): void {
  pdf
    .roundedRect(x, y, side, side, side * 0.16)
    .fillColor(colour.teal)
    .fill();
  pdf.roundedRect(x + side * 0.08, y + side * 0.08, side * 0.84, side * 0.84, side * 0.1);
  pdf
    .lineWidth(side * 0.028)
    .strokeColor('#FFFFFF')
    .stroke();
  drawLine(pdf, '续', x + side / 2, y + side * 0.73, {
    size: side * 0.64,
    face: 'title',
    ink: '#FFFFFF',
    align: 'center',
  });
}

/**
 * The round seal of the issuing training centre, `mm(40)` across: its name along the rim, the mark in
 * the middle. No star and no emblem: it must not be taken for the seal of an authority.
 */
export function drawRoundSeal(pdf: Pdf, centreX: number, centreY: number, issuer: string): void {
  const radius = mm(20);
  pdf.save();
  pdf.opacity(0.82);
  pdf.circle(centreX, centreY, radius).lineWidth(2.2).strokeColor(colour.seal).stroke();
  pdf
    .circle(centreX, centreY, radius - 4)
    .lineWidth(0.6)
    .stroke();
  drawRim(pdf, issuer, centreX, centreY, radius - 16);
  const side = mm(12.5);
  pdf
    .roundedRect(centreX - side / 2, centreY - side / 2 - 2, side, side, 4)
    .lineWidth(1.6)
    .strokeColor(colour.seal)
    .stroke();
  drawLine(pdf, '续', centreX, centreY + side * 0.24, {
    size: side * 0.74,
    face: 'title',
    ink: colour.seal,
    align: 'center',
  });
  drawLine(pdf, '继续教育专用', centreX, centreY + radius - 12, {
    size: 7.5,
    face: 'strong',
    ink: colour.seal,
    align: 'center',
    tracking: 0.6,
  });
  pdf.restore();
}

// Characters stand on an arc of at most 236°, spread evenly around the top.
function drawRim(pdf: Pdf, name: string, x: number, y: number, radius: number): void {
  const letters = [...name];
  const size = letters.length > 14 ? 8.4 : letters.length > 9 ? 10 : 11.5;
  const step = Math.min(236 / Math.max(letters.length - 1, 1), 27);
  letters.forEach((letter, i) => {
    pdf.save();
    pdf.rotate((i - (letters.length - 1) / 2) * step, { origin: [x, y] });
    const width = lineWidth(pdf, letter, { size, face: 'title' });
    drawLine(pdf, letter, x - width / 2, y - radius, { size, face: 'title', ink: colour.seal });
    pdf.restore();
  });
}
