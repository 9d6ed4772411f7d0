import type { CertificateData } from './certificate-data.ts';
import { chineseDay, hoursText, kindLabel } from './figures.ts';
import { closePdf, colour, mm, openPdf, sheet, textWidth } from './page.ts';
import type { Pdf } from './page.ts';
import { drawFoot, drawHeader, footHeight, markSpecimen, numberPages } from './parts.ts';
import { drawTable } from './table.ts';
import type { Table } from './table.ts';
import { drawLine, drawParagraph } from './text.ts';
import type { Span } from './text.ts';

const middle = sheet.width / 2;

/**
 * The hours certificate 学时证明 (Handbook §4) as PDF, A4: who, which post and study year, every lesson
 * with day and credit hours, policy version, ledger digest, QR of 28 mm, seal.
 */
export function renderHoursCertificate(data: CertificateData): Promise<Uint8Array> {
  const pdf = openPdf({ title: `学时证明 ${data.number}`, author: data.issuer, on: data.issuedOn });
  drawHeader(pdf, data);
  drawLine(pdf, '学时证明', middle, mm(46), {
    size: 32,
    face: 'title',
    align: 'center',
    tracking: 12,
  });
  pdf
    .rect(middle - mm(9), mm(51), mm(18), 2.4)
    .fillColor(colour.orange)
    .fill();
  drawLine(pdf, `施工现场专业人员继续教育 · ${data.studyYear} 年度`, middle, mm(60), {
    size: 12.5,
    ink: colour.soft,
    align: 'center',
  });
  const place = { x: sheet.margin, y: mm(75), width: textWidth, leading: 24, indent: 26 };
  const below = drawParagraph(pdf, statement(data), place, { size: 13 });
  drawTable(pdf, lessonTable(data), below + 2, flowOf(pdf, data));
  drawFoot(pdf, data);
  numberPages(pdf);
  markSpecimen(pdf, data);
  return closePdf(pdf);
}

const strong = (text: string): Span => ({ text, face: 'strong' });

function statement(data: CertificateData): Span[] {
  return [
    { text: '兹证明 ' },
    strong(data.holderName),
    { text: `（身份证号 ${data.idNumberMasked}，岗位：` },
    strong(data.postLabel),
    {
      text: `）参加 ${data.studyYear} 年度施工现场专业人员继续教育，所学学时经审核通过，计入有效学时 `,
    },
    strong(`${hoursText(data.totals.creditHours)} 学时`),
    {
      text: `，其中专业 ${hoursText(data.totals.professionalCreditHours)} 学时，公需 ${hoursText(data.totals.publicCreditHours)} 学时。`,
    },
  ];
}

function lessonTable(data: CertificateData): Table {
  const widths = { n: mm(9), kind: mm(14), minutes: mm(14), hours: mm(14), day: mm(24) };
  const rest = textWidth - Object.values(widths).reduce((sum, w) => sum + w, 0);
  return {
    columns: [
      { title: '序', width: widths.n, align: 'center' },
      { title: '课程', width: rest * 0.53 },
      { title: '课件', width: rest * 0.47 },
      { title: '类别', width: widths.kind, align: 'center' },
      { title: '分钟', width: widths.minutes, align: 'right' },
      { title: '学时', width: widths.hours, align: 'right' },
      { title: '完成日期', width: widths.day, align: 'right' },
    ],
    rows: data.lessons.map((lesson, i) => [
      String(i + 1),
      lesson.course,
      lesson.title,
      kindLabel[lesson.kind],
      String(lesson.minutes),
      hoursText(lesson.creditHours),
      lesson.completedOn,
    ]),
    total: [
      '',
      '合计',
      `${data.lessons.length} 个课件`,
      '',
      String(data.totals.minutes),
      hoursText(data.totals.creditHours),
      '',
    ],
  };
}

function nextPage(pdf: Pdf, data: CertificateData): number {
  pdf.addPage();
  drawHeader(pdf, data);
  drawLine(
    pdf,
    `学时证明 · ${data.studyYear} 年度 · 签发于 ${chineseDay(data.issuedOn)}`,
    middle,
    mm(36),
    { size: 10.5, ink: colour.soft, align: 'center' },
  );
  return mm(42);
}

const flowOf = (pdf: Pdf, data: CertificateData) => ({
  bottom: sheet.height - sheet.margin,
  lastBottom: sheet.height - sheet.margin - footHeight,
  nextPage: () => nextPage(pdf, data),
});
