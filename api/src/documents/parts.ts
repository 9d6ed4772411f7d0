import type { CertificateData } from './certificate-data.ts';
import { chineseDay } from './figures.ts';
import { colour, mm, sheet, textWidth } from './page.ts';
import type { Pdf } from './page.ts';
import { drawQr } from './qr.ts';
import { drawMark, drawRoundSeal } from './seal.ts';
import { drawLine, drawParagraph, lineWidth } from './text.ts';

const right = sheet.width - sheet.margin;

/** Height the foot of a document needs, from its top to the bottom margin. */
export const footHeight = mm(52);

/** Mark and issuer on the left, number on the right: the top of every page. */
export function drawHeader(pdf: Pdf, data: CertificateData): void {
  drawMark(pdf, sheet.margin, mm(15), mm(8));
  drawLine(pdf, data.issuer, sheet.margin + mm(11), mm(20.4), { size: 10, ink: colour.soft });
  drawLine(pdf, `编号 ${data.number}`, right, mm(20.4), {
    size: 10,
    ink: colour.soft,
    align: 'right',
  });
}

/** QR with the number under it, issuer and day beside the seal, and in small what the document stands on. */
export function drawFoot(pdf: Pdf, data: CertificateData): void {
  const top = sheet.height - sheet.margin - footHeight + mm(4);
  const side = mm(28);
  drawQr(pdf, data.verifyUrl, sheet.margin, top, side);
  const under = { size: 8.5, face: 'strong' } as const;
  const shrink = Math.min(1, side / lineWidth(pdf, data.number, under));
  drawLine(pdf, data.number, sheet.margin + side / 2, top + side + 12, {
    ...under,
    size: Math.max(under.size * shrink, 5.5),
    align: 'center',
  });
  drawLine(pdf, '扫码验证真伪', sheet.margin + side + mm(5), top + mm(4), {
    size: 9,
    ink: colour.soft,
  });
  const edge = right - mm(37);
  drawLine(pdf, data.issuer, edge, top + mm(17), { size: 12, face: 'strong', align: 'right' });
  drawLine(pdf, chineseDay(data.issuedOn), edge, top + mm(24.5), { size: 11, align: 'right' });
  drawRoundSeal(pdf, right - mm(20), top + mm(17), data.issuer);
  drawSmallPrint(pdf, data, top + mm(42));
}

function drawSmallPrint(pdf: Pdf, data: CertificateData, y: number): void {
  pdf
    .moveTo(sheet.margin, y - 12)
    .lineTo(right, y - 12)
    .lineWidth(0.4)
    .strokeColor(colour.line)
    .stroke();
  const lines = [
    `验证网址：${data.verifyUrl}\u3000\u3000学时政策：${data.policyVersion}`,
    `学时台账摘要（SHA-256）：${data.ledgerDigest}`,
  ];
  let next = y;
  for (const text of lines) {
    const place = { x: sheet.margin, y: next, width: textWidth, leading: 10.5 };
    next = drawParagraph(pdf, [{ text }], place, { size: 7.5, ink: colour.soft }) + 1.5;
  }
}

/** Says across every page of a sandbox's document that it proves nothing; on others it draws nothing. */
export function markSpecimen(pdf: Pdf, data: CertificateData): void {
  if (data.specimen !== true) return;
  const [x, y] = [sheet.width / 2, sheet.height / 2];
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf
      .save()
      .rotate(-32, { origin: [x, y] })
      .fillOpacity(0.16);
    drawLine(pdf, '样张 SPECIMEN', x, y, {
      ...{ size: 62, face: 'strong', ink: colour.seal, align: 'center', tracking: 6 },
    });
    drawLine(pdf, '沙箱签发，不作证明', x, y + mm(18), {
      ...{ size: 26, face: 'strong', ink: colour.seal, align: 'center', tracking: 4 },
    });
    pdf.restore();
  }
}

/** Numbers the pages once all of them are there. */
export function numberPages(pdf: Pdf): void {
  const { count } = pdf.bufferedPageRange();
  if (count < 2) return;
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    drawLine(
      pdf,
      `第 ${page + 1} 页，共 ${count} 页`,
      sheet.margin + textWidth / 2,
      sheet.height - mm(11),
      { size: 8, ink: colour.faint, align: 'center' },
    );
  }
}
