import sharp from 'sharp';

const DOTS_PER_POINT = 300 / 72;

/**
 * A portrait ready for print at 300 dpi: upright, cut to the frame around the face's usual place,
 * small, and without the metadata of the camera. Same picture in, same bytes out.
 */
export function preparePortrait(
  picture: Uint8Array,
  width: number,
  height: number,
): Promise<Buffer> {
  return sharp(picture, { limitInputPixels: 50_000_000 })
    .rotate()
    .resize(Math.round(width * DOTS_PER_POINT), Math.round(height * DOTS_PER_POINT), {
      fit: 'cover',
      position: 'top',
    })
    .flatten({ background: '#FFFFFF' })
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer();
}
