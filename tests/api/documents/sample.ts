import { createCanvas } from '@napi-rs/canvas';
import type { CertificateData, CertificateLesson } from '../../../api/src/documents/index.ts';

const lesson = (
  title: string,
  minutes: number,
  kind: 'professional' | 'public',
): CertificateLesson => ({
  title,
  course: kind === 'professional' ? '施工现场安全生产管理实务' : '职业道德与法律法规',
  kind,
  minutes,
  creditHours: minutes / 45,
  completedOn: '2020-09-12',
});

/** A certificate's data with everything in it. */
export const sample: CertificateData = {
  number: 'XZ2020-110101-000128',
  holderName: '王建业',
  idNumberMasked: '110101********0011',
  postLabel: '施工员',
  studyYear: 2020,
  issuedOn: '2020-10-09',
  validUntil: '2023-10-08',
  verifyUrl: 'https://xuzheng.example/verify/8K3F-Q2ZT-7MXA',
  lessons: [
    lesson('高处作业安全', 450, 'professional'),
    lesson('临时用电与防火', 540, 'professional'),
    lesson('劳动合同与工伤保险', 450, 'public'),
  ],
  totals: { minutes: 1440, creditHours: 32, professionalCreditHours: 22, publicCreditHours: 10 },
  policyVersion: 'handbook 1',
  ledgerDigest: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  replaces: '京建培 2017-00831',
  issuer: '北京建工培训中心',
};

/** A picture the size of a phone photo; nobody is on it. */
export function portraitPicture(): Uint8Array {
  const canvas = createCanvas(900, 1200);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#1E5AA8';
  pen.fillRect(0, 0, 900, 1200);
  return canvas.toBuffer('image/jpeg');
}
