import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens PDF bytes the way a browser's viewer does. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(home, 'cmaps/'),
    standardFontDataUrl: join(home, 'standard_fonts/'),
    verbosity: 0,
  }).promise;

/** The text a reader would copy from a page, without the spaces between pieces. */
export async function textOf(pdf: PDFDocumentProxy, page = 1): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replaceAll(/\s/g, '');
}

export type Picture = { data: Uint8ClampedArray; width: number; height: number };

/** A page as RGBA pixels at `scale` × 72 dpi. */
export async function pictureOf(pdf: PDFDocumentProxy, scale: number, page = 1): Promise<Picture> {
  const sheet = await pdf.getPage(page);
  const viewport = sheet.getViewport({ scale });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  // pdf.js draws only on a canvas of the build it brought itself.
  const factory = pdf.canvasFactory as {
    create: (
      w: number,
      h: number,
    ) => { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
  };
  const { canvas, context } = factory.create(width, height);
  await sheet.render({ canvas, canvasContext: context, viewport }).promise;
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}

/** Cuts a rectangle given in millimetres out of a page's picture. */
export function cutMm(
  picture: Picture,
  scale: number,
  at: { x: number; y: number; w: number; h: number },
): Picture {
  const px = (length: number) => Math.round(((length * 72) / 25.4) * scale);
  const [left, top, width, height] = [px(at.x), px(at.y), px(at.w), px(at.h)];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * picture.width + left) * 4;
    data.set(picture.data.subarray(from, from + width * 4), row * width * 4);
  }
  return { data, width, height };
}

/** How many pixels are darker than middle grey. */
export function inkIn(picture: Picture): number {
  let ink = 0;
  for (let i = 0; i < picture.data.length; i += 4)
    if (
      (picture.data[i] ?? 255) + (picture.data[i + 1] ?? 255) + (picture.data[i + 2] ?? 255) <
      384
    )
      ink += 1;
  return ink;
}
