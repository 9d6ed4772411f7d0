import { crc32, deflateSync } from 'node:zlib';
import { HANDBOOK_FACE_THRESHOLDS } from '@xuzheng/engine';
import exifr from 'exifr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanPicture, createFacePool, pictureFormat } from '../../../api/src/faces/index.ts';
import type { FacePool } from '../../../api/src/faces/index.ts';
import {
  drawFace,
  emptyPerformer,
  idCardBackJpeg,
  idCardFrontJpeg,
  pairPerformer,
  personOf,
  portraitJpeg,
  NEUTRAL,
  STRANGERS,
} from '../../../tools/faces/index.ts';

const [ME, SOMEBODY] = STRANGERS;
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8899aa' } });

/** A picture of one bit a pixel, written by hand: made in a moment, huge for whoever decodes it. */
function blackPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const parts = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

describe('uploaded pictures', () => {
  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF that is also a script', Buffer.from('GIF89a/*0123456789*/=1;alert(1)')],
    ['PDF', Buffer.from('%PDF-1.7 0123456789')],
    ['nothing', Buffer.alloc(0)],
    [
      'a JPEG head with noise behind it',
      Buffer.concat([Buffer.from([255, 216, 255]), Buffer.alloc(400, 7)]),
    ],
  ])('%s is no photo', async (_name, bytes) => {
    const result = await cleanPicture(bytes);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'profile/pictureInvalid' } });
  });

  test.each(['jpeg', 'png', 'webp'] as const)('%s is told by its first bytes', async (format) => {
    const bytes = await flat(40, 30).toFormat(format).toBuffer();
    expect(pictureFormat(bytes)).toBe(format);
    expect(await cleanPicture(bytes)).toMatchObject({ ok: true, value: { width: 40, height: 30 } });
  });

  test('a PNG of 14,000 by 14,000 pixels is refused before it is decoded', async () => {
    const bomb = blackPng(14_000, 14_000);
    expect(await sharp(bomb).metadata()).toMatchObject({ width: 14_000, height: 14_000 });
    expect(bomb.length).toBeLessThan(30_000);
    const result = await cleanPicture(bomb);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'profile/pictureTooLarge' } });
  });

  test('place, camera and trailing bytes do not survive, orientation is applied', async () => {
    const tagged = await flat(60, 40)
      .withExif({ IFD0: { Make: 'Somebody' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const polyglot = Buffer.concat([tagged, Buffer.from('<script>alert(1)</script>')]);
    const cleaned = await cleanPicture(polyglot);
    if (!cleaned.ok) throw new Error(cleaned.refusal.code);
    expect(cleaned.value).toMatchObject({
      width: 40,
      height: 60,
      originalWidth: 40,
      originalHeight: 60,
    });
    expect(cleaned.value.bytes.includes('script')).toBe(false);
    expect(await exifr.parse(cleaned.value.bytes)).toBeUndefined();
  });

  test('a large photo is kept at a sensible size', async () => {
    const cleaned = await cleanPicture(await flat(5000, 3000).jpeg().toBuffer());
    expect(cleaned).toMatchObject({
      ok: true,
      value: { width: 2400, height: 1440, originalWidth: 5000, contentType: 'image/jpeg' },
    });
  });
});

describe('portraits', () => {
  let pool: FacePool;
  beforeAll(() => {
    pool = createFacePool({ threads: 1 });
  });
  afterAll(() => pool.close());

  const faultOf = async (bytes: Buffer) => {
    const judged = await pool.judgePortrait(bytes, HANDBOOK_FACE_THRESHOLDS);
    if (!judged.ok) throw new Error(judged.refusal.code);
    expect(judged.value.template === null).toBe(judged.value.fault !== null);
    return judged.value.fault;
  };
  const jpeg = (pose: Parameters<typeof drawFace>[1], scene: Parameters<typeof drawFace>[2]) =>
    drawFace(personOf(ME), pose, scene).toBuffer('image/jpeg', 90);

  test('a portrait of 720 by 960 is fit', async () => {
    expect(await faultOf(portraitJpeg(ME))).toBeNull();
  });

  test.each([
    ['nobody', () => emptyPerformer().draw(NEUTRAL, 0).toBuffer('image/jpeg', 90), 'noFace'],
    [
      'two people',
      () => pairPerformer(ME, SOMEBODY).draw(NEUTRAL, 0).toBuffer('image/jpeg', 90),
      'secondFace',
    ],
    ['a face in the dark', () => jpeg(NEUTRAL, { light: 0.15 }), 'tooDark'],
    ['a face against the sun', () => jpeg(NEUTRAL, { light: 2.4 }), 'tooBright'],
    ['a face far away', () => jpeg(NEUTRAL, { size: 42 }), 'tooSmall'],
  ] as const)('%s is unfit, and says why', async (_name, bytes, fault) => {
    expect(await faultOf(bytes())).toBe(fault);
  });

  test('a blurred face is unfit', async () => {
    // Still found to be a face, and no more than that.
    const blurred = await sharp(portraitJpeg(ME)).blur(7.5).jpeg().toBuffer();
    expect(await faultOf(blurred)).toBe('blurred');
  });

  test('a file that is no picture is refused', async () => {
    const refused = await pool.judgePortrait(
      Buffer.from('not a picture at all'),
      HANDBOOK_FACE_THRESHOLDS,
    );
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'profile/pictureInvalid' } });
  });

  test('sample ID cards are pictures and carry the face of their front alone', async () => {
    const front = await pool.embed(
      idCardFrontJpeg(ME, { name: '样本', idNumber: '110101199003070011' }),
    );
    const portrait = await pool.embed(portraitJpeg(ME));
    expect(front.ok && portrait.ok).toBe(true);
    const back = await pool.embed(idCardBackJpeg());
    expect(back).toMatchObject({ ok: false, refusal: { code: 'profile/portraitUnfit' } });
  });
});
