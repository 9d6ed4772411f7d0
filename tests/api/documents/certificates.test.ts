import { createHash } from 'node:crypto';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import {
  renderHoursCertificate,
  renderTrainingCertificate,
} from '../../../api/src/documents/index.ts';
import type { CertificateData } from '../../../api/src/documents/index.ts';
import { cutMm, inkIn, openPdf, pictureOf, textOf } from './pdf.ts';
import { portraitPicture, sample } from './sample.ts';

const kinds = [
  ['hours certificate', renderHoursCertificate],
  ['training certificate', renderTrainingCertificate],
] as const;
const sha256 = (bytes: Uint8Array | Uint8ClampedArray) =>
  createHash('sha256').update(bytes).digest('hex');
/** Where the QR stands on the last page, with a little paper around it. */
const qrPlace = { x: 16, y: 225, w: 36, h: 40 };

describe.each(kinds)('the %s', (_, render) => {
  it('shows holder, post, year, number, policy and ledger digest as text that can be copied', async () => {
    const text = await textOf(await openPdf(await render(sample)));
    for (const part of [
      '王建业',
      '110101********0011',
      '施工员',
      '2020年度',
      'XZ2020-110101-000128',
      'handbook1',
      sample.ledgerDigest,
      '北京建工培训中心',
      '2020年10月9日',
      '32.0',
      '施工现场安全生产管理实务',
    ])
      expect(text).toContain(part);
  });

  it('carries a QR of 28 mm that opens the verification page', async () => {
    const scale = 4;
    const picture = await pictureOf(await openPdf(await render(sample)), scale);
    const { data, width, height } = cutMm(picture, scale, qrPlace);
    const code = jsQR(data, width, height);
    expect(code?.data).toBe(sample.verifyUrl);
    const corners = code!.location;
    const millimetres = ((corners.topRightCorner.x - corners.topLeftCorner.x) / scale / 72) * 25.4;
    expect(millimetres).toBeCloseTo(28, 0);
  });

  it('is the same file for the same data, and another one for another day', async () => {
    const data = { ...sample, portrait: portraitPicture() };
    expect(sha256(await render(data))).toBe(sha256(await render(data)));
    expect(sha256(await render(data))).not.toBe(
      sha256(await render({ ...data, issuedOn: '2020-10-10' })),
    );
  });

  it('does not depend on the time zone of the process', async () => {
    const here = process.env['TZ'];
    const inZone = async (zone: string) => {
      process.env['TZ'] = zone;
      return sha256(await render(sample));
    };
    const [shanghai, newYork] = [await inZone('Asia/Shanghai'), await inZone('America/New_York')];
    if (here === undefined) delete process.env['TZ'];
    else process.env['TZ'] = here;
    expect(shanghai).toBe(newYork);
  });

  it.each(['𠮷', '䶮', '𨋢', '㐂'])('prints the rare character %s of a name', async (character) => {
    const bytes = await render({ ...sample, holderName: `王${character}` });
    expect(await textOf(await openPdf(bytes))).toContain(`王${character}`);
  });

  it('prints the code point of a character no face has, never an empty box', async () => {
    const bytes = await render({ ...sample, holderName: '王𪚥' });
    expect(await textOf(await openPdf(bytes))).toContain('02A6A5');
  });

  it('drops direction marks from a name', async () => {
    const plain = await render({ ...sample, holderName: '王建业' });
    const marked = await render({ ...sample, holderName: '王\u202e建\u200b业\u2066' });
    expect(sha256(marked)).toBe(sha256(plain));
  });

  it('goes on to further pages when the study record is long, the foot on the last one only', async () => {
    const first = sample.lessons[0]!;
    const lessons = Array.from({ length: 60 }, (_, i) => ({
      ...first,
      title: `第 ${i + 1} 课`,
      course: `第 ${i + 1} 门课程，名称很长，需要折行才能排下，因此占用两行或更多的行`,
    }));
    const pdf = await openPdf(await render({ ...sample, lessons }));
    expect(pdf.numPages).toBeGreaterThan(2);
    expect(await textOf(pdf, pdf.numPages)).toContain('第60门课程');
    expect(await textOf(pdf, pdf.numPages)).toContain(sample.ledgerDigest);
    expect(await textOf(pdf, 1)).not.toContain(sample.ledgerDigest);
    expect(await textOf(pdf, 2)).toContain(`第2页，共${pdf.numPages}页`);
  });

  it('keeps a very long name and post on the paper', async () => {
    const holderName = '阿卜杜拉赫曼·买买提依明·'.repeat(3);
    const bytes = await render({
      ...sample,
      holderName,
      postLabel: '装配式混凝土预制构件安装质量管理员',
    });
    const scale = 2;
    const picture = await pictureOf(await openPdf(bytes), scale);
    expect(inkIn(cutMm(picture, scale, { x: 193, y: 65, w: 4, h: 120 }))).toBe(0);
    expect(await textOf(await openPdf(bytes))).toContain('装配式混凝土预制构件安装质量管理员');
  });

  it('is small', async () => {
    expect((await render({ ...sample, portrait: portraitPicture() })).length).toBeLessThan(90_000);
  });
});

describe('what only the training certificate has', () => {
  it('draws each rare character as itself, as the eye sees it', async () => {
    const scale = 4;
    const seen = async (character: string) => {
      const bytes = await renderTrainingCertificate({ ...sample, holderName: character });
      return cutMm(await pictureOf(await openPdf(bytes), scale), scale, {
        x: 45.5,
        y: 71,
        w: 7,
        h: 7.5,
      });
    };
    const [nothing, ji, gong, hook] = [
      await seen(''),
      await seen('𠮷'),
      await seen('䶮'),
      await seen('𨋢'),
    ];
    expect(inkIn(nothing)).toBe(0);
    for (const picture of [ji, gong, hook]) expect(inkIn(picture)).toBeGreaterThan(600);
    expect(new Set([ji, gong, hook].map(({ data }) => sha256(data)))).toHaveProperty('size', 3);
  });

  const portraitPlace = { x: 162, y: 76, w: 24, h: 32 };
  const blueIn = async (data: CertificateData) => {
    const scale = 2;
    const cut = cutMm(
      await pictureOf(await openPdf(await renderTrainingCertificate(data)), scale),
      scale,
      portraitPlace,
    );
    let blue = 0;
    for (let i = 0; i < cut.data.length; i += 4)
      if ((cut.data[i + 2] ?? 0) > (cut.data[i] ?? 0) + 60) blue += 1;
    return blue / (cut.width * cut.height);
  };

  it("shows the holder's portrait", async () => {
    expect(await blueIn({ ...sample, portrait: portraitPicture() })).toBeGreaterThan(0.95);
    expect(await blueIn(sample)).toBe(0);
  });

  it('names the original certificate that becomes void', async () => {
    const text = await textOf(await openPdf(await renderTrainingCertificate(sample)));
    expect(text).toContain('原证书京建培2017-00831自本证签发之时作废');
    expect(
      await textOf(
        await openPdf(await renderTrainingCertificate({ ...sample, replaces: undefined })),
      ),
    ).not.toContain('作废');
  });

  it('keeps no metadata of the camera', async () => {
    const sharp = (await import('sharp')).default;
    const portrait = await sharp(Buffer.from(portraitPicture()))
      .withExif({ IFD0: { Artist: 'who-took-it' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
      .toBuffer();
    expect(portrait.includes('who-took-it')).toBe(true);
    const bytes = Buffer.from(await renderTrainingCertificate({ ...sample, portrait }));
    expect(bytes.includes('who-took-it')).toBe(false);
  });
});

describe('what only the hours certificate has', () => {
  it('lists every lesson with its minutes, credit hours and day', async () => {
    const text = await textOf(await openPdf(await renderHoursCertificate(sample)));
    expect(text).toContain('高处作业安全专业45010.02020-09-12');
    expect(text).toContain('劳动合同与工伤保险公需45010.02020-09-12');
    expect(text).toContain('144032.0');
  });
});
