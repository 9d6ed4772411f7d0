import { drawBorder } from './border.ts';
import type { CertificateData } from './certificate-data.ts';
import { chineseDay, hoursText, kindLabel } from './figures.ts';
import { closePdf, colour, mm, openPdf, sheet, textWidth } from './page.ts';
import type { Pdf } from './page.ts';
import { drawFoot, drawHeader, footHeight, markSpecimen, numberPages } from './parts.ts';
import { preparePortrait } from './portrait.ts';
import { drawTable } from './table.ts';
import type { Table } from './table.ts';
import { drawLine, drawParagraph } from './text.ts';

const middle = sheet.width / 2;
const photo = { width: mm(30), height: mm(40) };

/**
 * The electronic training certificate 电子培训合格证 (Handbook §5) as PDF, A4: portrait, holder, post,
 * number, the study record by course, QR of 28 mm, seal, and the number of the certificate it makes void.
 */
export async function renderTrainingCertificate(data: CertificateData): Promise<Uint8Array> {
  const portrait = data.portrait
    ? await preparePortrait(data.portrait, photo.width, photo.height)
    : null;
  const pdf = openPdf({
    title: `电子培训合格证 ${data.number}`,
    author: data.issuer,
    on: data.issuedOn,
  });
  drawBorder(pdf);
  drawHeader(pdf, data);
  drawTitle(pdf);
  drawPortrait(pdf, portrait, sheet.width - sheet.margin - photo.width - 3, mm(72));
  const fieldsEnd = drawFields(pdf, data, mm(77));
  const place = {
    x: sheet.margin,
    y: Math.max(mm(131), fieldsEnd + mm(4)),
    width: textWidth,
    leading: 22,
    indent: 25,
  };
  const below = drawParagraph(pdf, [{ text: statement(data) }], place, { size: 12.5 });
  drawTable(pdf, courseTable(data), below - 4, flowOf(pdf, data));
  drawFoot(pdf, data);
  numberPages(pdf);
  markSpecimen(pdf, data);
  return closePdf(pdf);
}

function drawTitle(pdf: Pdf): void {
  drawLine(pdf, '住房和城乡建设领域 · 施工现场专业人员', middle, mm(38), {
    size: 12.5,
    ink: colour.soft,
    align: 'center',
    tracking: 1,
  });
  drawLine(pdf, '培训合格证', middle, mm(55), {
    size: 36,
    face: 'title',
    align: 'center',
    tracking: 12,
  });
  pdf
    .rect(middle - mm(9), mm(60), mm(18), 2.4)
    .fillColor(colour.orange)
    .fill();
}

const statement = (data: CertificateData): string =>
  `上述人员已完成 ${data.studyYear} 年度继续教育，学习经审核通过，计入有效学时 ${hoursText(data.totals.creditHours)} 学时，准予更新证书，特发此证。` +
  (data.replaces ? `原证书 ${data.replaces} 自本证签发之时作废。` : '');

function drawPortrait(pdf: Pdf, portrait: Buffer | null, x: number, y: number): void {
  pdf
    .rect(x - 3, y - 3, photo.width + 6, photo.height + 6)
    .lineWidth(0.6)
    .strokeColor(colour.line)
    .stroke();
  if (portrait) pdf.image(portrait, x, y, { width: photo.width, height: photo.height });
  else
    drawLine(pdf, '照片', x + photo.width / 2, y + photo.height / 2, {
      size: 10,
      ink: colour.faint,
      align: 'center',
    });
}

function drawFields(pdf: Pdf, data: CertificateData, top: number): number {
  const fields: [string, string][] = [
    ['姓名', data.holderName],
    ['身份证号', data.idNumberMasked],
    ['岗位名称', data.postLabel],
    ['证书编号', data.number],
    ['签发日期', chineseDay(data.issuedOn)],
    ...(data.validUntil ? ([['有效期至', chineseDay(data.validUntil)]] as [string, string][]) : []),
  ];
  const width = textWidth - photo.width - mm(38);
  let y = top;
  for (const [label, value] of fields) {
    drawLine(pdf, label, sheet.margin, y, { size: 11, ink: colour.soft });
    const name = label === '姓名';
    const place = { x: sheet.margin + mm(26), y, width, leading: 17 };
    const after = drawParagraph(pdf, [{ text: value, face: 'strong' }], place, {
      size: name ? 15 : 12,
    });
    pdf
      .moveTo(place.x, after - 10)
      .lineTo(place.x + width, after - 10)
      .lineWidth(0.4)
      .strokeColor(colour.line)
      .stroke();
    y = after + 5.5;
  }
  return y;
}

type CourseRecord = { kind: string; minutes: number; creditHours: number; lastOn: string };

function courseTable(data: CertificateData): Table {
  const courses = new Map<string, CourseRecord>();
  for (const lesson of data.lessons) {
    const so = courses.get(lesson.course) ?? {
      kind: kindLabel[lesson.kind],
      minutes: 0,
      creditHours: 0,
      lastOn: '',
    };
    so.minutes += lesson.minutes;
    so.creditHours += lesson.creditHours;
    if (lesson.completedOn > so.lastOn) so.lastOn = lesson.completedOn;
    courses.set(lesson.course, so);
  }
  const rest = textWidth - mm(20) - mm(20) - mm(20) - mm(30);
  return {
    columns: [
      { title: '继续教育学习记录', width: rest },
      { title: '类别', width: mm(20), align: 'center' },
      { title: '分钟', width: mm(20), align: 'right' },
      { title: '学时', width: mm(20), align: 'right' },
      { title: '完成日期', width: mm(30), align: 'right' },
    ],
    rows: [...courses].map(([title, so]) => [
      title,
      so.kind,
      String(so.minutes),
      hoursText(so.creditHours),
      so.lastOn,
    ]),
    total: [
      `合计（${data.studyYear} 年度）`,
      '',
      String(data.totals.minutes),
      hoursText(data.totals.creditHours),
      '',
    ],
  };
}

function nextPage(pdf: Pdf, data: CertificateData): number {
  pdf.addPage();
  drawBorder(pdf);
  drawHeader(pdf, data);
  drawLine(pdf, '培训合格证 · 附页', middle, mm(36), {
    size: 10.5,
    ink: colour.soft,
    align: 'center',
  });
  return mm(42);
}

const flowOf = (pdf: Pdf, data: CertificateData) => ({
  bottom: sheet.height - sheet.margin,
  lastBottom: sheet.height - sheet.margin - footHeight,
  nextPage: () => nextPage(pdf, data),
});
