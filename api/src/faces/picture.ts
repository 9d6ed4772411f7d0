import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@xuzheng/engine';
import sharp, { type Sharp } from 'sharp';

/** Formats that are accepted; told by their first bytes, never by a name or a header. */
export type PictureFormat = 'jpeg' | 'png' | 'webp';

/** Pixels as three bytes each, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** 12,000 × 2,000 and the like stay readable; a decompression bomb does not. */
const PIXELS_AT_MOST = 40_000_000;

// One picture at a time per thread, and nothing of anyone's face kept in a cache.
sharp.concurrency(1);
sharp.cache(false);

/** The format the first bytes tell, or null: SVG, HTML, PDF and whatever else is no photo. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(12, bytes.byteLength));
  if (head.length < 12) return null;
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (head.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]))) return 'png';
  const isWebp = head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8) === 'WEBP';
  return isWebp ? 'webp' : null;
}

/** SHA-256 of the bytes as they came, in hex: the same bytes twice are refused. */
export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

function pictureRefusal(fault: unknown) {
  const tooLarge = fault instanceof Error && /pixel limit/i.test(fault.message);
  return refuse(tooLarge ? 'profile/pictureTooLarge' : 'profile/pictureInvalid');
}

/** Browsers name the colours of a canvas in every frame: 8 of the 11 ms of reading it went there. */
function saysSrgb(profile: Buffer | undefined): boolean {
  // Profiles name themselves in one byte or in two a letter.
  return profile?.toString('latin1').replaceAll('\0', '').includes('sRGB') ?? false;
}

/** An opened picture, upright by its EXIF orientation; refuses what is no photo. */
async function open(bytes: Uint8Array): Promise<Result<Sharp>> {
  if (pictureFormat(bytes) === null) return refuse('profile/pictureInvalid');
  const limits = { failOn: 'error', limitInputPixels: PIXELS_AT_MOST } as const;
  try {
    const { width, height, icc } = await sharp(bytes, limits).metadata();
    if (width * height > PIXELS_AT_MOST) return refuse('profile/pictureTooLarge');
    const picture = sharp(bytes, { ...limits, ignoreIcc: saysSrgb(icc) });
    return ok(picture.rotate().flatten({ background: '#000' }));
  } catch (fault) {
    return pictureRefusal(fault);
  }
}

/**
 * Pixels of a photo, at most `maxSide` on the longer side. Refusals: `profile/pictureInvalid`,
 * `profile/pictureTooLarge`.
 */
export async function readPixels(bytes: Uint8Array, maxSide: number): Promise<Result<Pixels>> {
  const picture = await open(bytes);
  if (!picture.ok) return picture;
  try {
    const { data, info } = await picture.value
      .resize(maxSide, maxSide, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return ok({ data, width: info.width, height: info.height });
  } catch (fault) {
    return pictureRefusal(fault);
  }
}

/** Size of a photo in pixels. Refusals as {@link readPixels}. */
export async function pictureSize(
  bytes: Uint8Array,
): Promise<Result<{ width: number; height: number }>> {
  const picture = await open(bytes);
  if (!picture.ok) return picture;
  const { width, height } = await picture.value.metadata();
  return ok({ width, height });
}

/** How a photo is put before the detector. */
export interface Reframing {
  /** Longer side of the photo itself, enlarged or reduced to this. */
  side: number;
  /** Grey border around it, as a share of that side. */
  border: number;
  /** Only this part of it, as shares of its sides; what lies outside is left away. */
  part?: { left: number; top: number; width: number; height: number };
}

/** The part in whole pixels of a picture of this size. */
function pixelsOf(part: NonNullable<Reframing['part']>, width: number, height: number) {
  const left = Math.max(0, Math.floor(part.left * width));
  const top = Math.max(0, Math.floor(part.top * height));
  const right = Math.min(width, Math.ceil((part.left + part.width) * width));
  const bottom = Math.min(height, Math.ceil((part.top + part.height) * height));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** The photo at another size with a border around it, as PNG. Refusals as {@link readPixels}. */
export async function reframed(bytes: Uint8Array, how: Reframing): Promise<Result<Buffer>> {
  const picture = await open(bytes);
  if (!picture.ok) return picture;
  const edge = Math.round(how.side * how.border);
  try {
    // One after the other: in one go the border would be scaled as well, and the part be turned.
    const whole = await picture.value
      .png({ compressionLevel: 0 })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = whole.info;
    const part = how.part ? pixelsOf(how.part, width, height) : { left: 0, top: 0, width, height };
    const sized = await sharp(whole.data)
      .extract(part)
      .resize(how.side, how.side, { fit: 'inside', kernel: 'cubic' })
      .toColourspace('srgb')
      .png({ compressionLevel: 1 })
      .toBuffer();
    const edges = { top: edge, bottom: edge, left: edge, right: edge };
    return ok(
      await sharp(sized)
        .extend({ ...edges, background: '#777' })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    );
  } catch (fault) {
    return pictureRefusal(fault);
  }
}

/** A photo as it may be kept: decoded and encoded anew, so nothing else travels inside it. */
export interface CleanPicture {
  bytes: Buffer;
  contentType: 'image/jpeg';
  width: number;
  height: number;
  /** Size of the original in pixels, upright. */
  originalWidth: number;
  originalHeight: number;
}

/**
 * Re-encodes an uploaded photo as JPEG without EXIF, GPS, profiles or trailing bytes, at most
 * `maxSide` pixels. Refusals: `profile/pictureInvalid`, `profile/pictureTooLarge`.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  maxSide = 2400,
): Promise<Result<CleanPicture>> {
  const picture = await open(bytes);
  if (!picture.ok) return picture;
  try {
    const original = await picture.value.clone().metadata();
    const turned = (original.orientation ?? 1) >= 5;
    const { data, info } = await picture.value
      .resize(maxSide, maxSide, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 88 })
      .toBuffer({ resolveWithObject: true });
    return ok({
      bytes: data,
      contentType: 'image/jpeg',
      width: info.width,
      height: info.height,
      originalWidth: turned ? original.height : original.width,
      originalHeight: turned ? original.width : original.height,
    });
  } catch (fault) {
    return pictureRefusal(fault);
  }
}
