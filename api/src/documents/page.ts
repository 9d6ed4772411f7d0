import PDFDocument from 'pdfkit';
import { loadFace } from './faces.ts';
import type { FaceName } from './faces.ts';

export type Pdf = PDFKit.PDFDocument;

export const mm = (length: number): number => (length * 72) / 25.4;

/** A4 in points, with the margin every document keeps. */
export const sheet = { width: mm(210), height: mm(297), margin: mm(20) } as const;
export const textWidth = sheet.width - 2 * sheet.margin;

/** The product's colours on paper. */
export const colour = {
  ink: '#17212B',
  soft: '#5B6875',
  faint: '#8A94A0',
  line: '#D5DCE1',
  pale: '#F1F6F7',
  teal: '#0B6B7A',
  orange: '#E8710A',
  seal: '#B93A32',
} as const;

export type Opening = { readonly title: string; readonly author: string; readonly on: string };

const FACES: readonly FaceName[] = ['body', 'strong', 'title', 'rareJp', 'rareHk'];

/** Opens an A4 document. Its dates come from `on` ('YYYY-MM-DD'), never from a clock. */
export function openPdf(opening: Opening): Pdf {
  const instant = new Date(`${opening.on}T00:00:00+08:00`);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: opening.title,
      Author: opening.author,
      Creator: '续证',
      Producer: '续证',
      CreationDate: instant,
      ModDate: instant,
    },
  });
  // A font that is read already is taken as it is; the package's types know only of files.
  const read = (face: FaceName) => loadFace(face) as unknown as PDFKit.Mixins.PDFFontSource;
  for (const face of FACES) pdf.registerFont(face, read(face));
  return pdf;
}

/**
 * Closes the document and returns its bytes. They are final: a signature is added to them as an
 * incremental update by whoever freezes the document, and nothing here knows of it.
 */
export function closePdf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.end();
  });
}
