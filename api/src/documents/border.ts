import { colour, mm, sheet } from './page.ts';
import type { Pdf } from './page.ts';

/** Two lines with a running wave between them: ornament that means nothing but is hard to redraw by hand. */
export function drawBorder(pdf: Pdf): void {
  const [outer, inner] = [mm(8), mm(11.5)];
  pdf
    .rect(outer, outer, sheet.width - 2 * outer, sheet.height - 2 * outer)
    .lineWidth(1.4)
    .strokeColor(colour.teal)
    .stroke();
  pdf
    .rect(inner, inner, sheet.width - 2 * inner, sheet.height - 2 * inner)
    .lineWidth(0.5)
    .stroke();
  for (const x of [outer, sheet.width - inner])
    for (const y of [outer, sheet.height - inner])
      pdf
        .rect(x, y, inner - outer, inner - outer)
        .fillColor(colour.teal)
        .fill();
  const band = (outer + inner) / 2;
  pdf.lineWidth(0.35).strokeColor('#7FB3BA');
  for (const phase of [0, Math.PI / 2, Math.PI])
    for (const far of [false, true]) {
      wave(pdf, sheet.width, band, phase, (along, off) => [along, far ? sheet.height - off : off]);
      wave(pdf, sheet.height, band, phase, (along, off) => [far ? sheet.width - off : off, along]);
    }
}

function wave(
  pdf: Pdf,
  length: number,
  band: number,
  phase: number,
  at: (along: number, off: number) => [number, number],
): void {
  const swing = mm(1.2);
  const [from, to] = [mm(11.5), length - mm(11.5)];
  pdf.moveTo(...at(from, band + Math.sin(phase + from / 6) * swing));
  for (let along = from + 3; along < to; along += 3)
    pdf.lineTo(...at(along, band + Math.sin(phase + along / 6) * swing));
  pdf.stroke();
}
