import { isDay } from '@xuzheng/engine';
import exifr from 'exifr';

/**
 * The day a photo was taken by its EXIF, 'YYYY-MM-DD', or null. Read as text: a camera's clock has no
 * time zone, so it is never made an instant. Nothing else of the EXIF is looked at or kept.
 */
export async function photoDay(bytes: Uint8Array): Promise<string | null> {
  const tags = (await exifr
    .parse(Buffer.from(bytes), { pick: ['DateTimeOriginal', 'CreateDate'], reviveValues: false })
    .catch(() => null)) as Record<string, unknown> | null | undefined;
  const text = String(tags?.['DateTimeOriginal'] ?? tags?.['CreateDate'] ?? '');
  const [, year, month, date] = /^(\d{4}):(\d{2}):(\d{2})/.exec(text) ?? [];
  if (!year || !month || !date) return null;
  const day = `${year}-${month}-${date}`;
  return isDay(day) && day > '1990-01-01' ? day : null;
}
