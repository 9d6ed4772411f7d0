import { Type } from 'typebox';
import { CONSENT_KINDS, EDUCATIONS, PROFILE_ITEMS } from '@xuzheng/engine';
import { FILE_KINDS } from '../db/learner-files.ts';
import { exact, instant, nullable, oneOf, uuid } from './shared.ts';

export const fileKind = oneOf(FILE_KINDS);
export const consentKind = oneOf(CONSENT_KINDS);
const registryMatch = oneOf(['matched', 'mismatched', 'absent', 'pending'] as const);

export const fileView = Type.Object({
  id: uuid,
  url: Type.String(),
  createdAt: instant,
  takenOn: nullable(Type.String({ description: 'day of the photo by its EXIF, if it says' })),
  quality: Type.Object({
    checked: oneOf(['machine', 'eye', 'none'] as const),
    width: nullable(Type.Integer()),
    height: nullable(Type.Integer()),
  }),
  registryMatch: nullable(registryMatch),
  replaceable: Type.Boolean(),
});

export const consentView = Type.Object({
  kind: consentKind,
  currentVersion: Type.String({ description: 'the version of the text to agree to' }),
  version: nullable(Type.String()),
  givenAt: nullable(instant),
  live: Type.Boolean(),
});

const basicText = (maxLength: number) => Type.String({ maxLength });
export const basicBody = exact({
  employer: basicText(200),
  education: oneOf(EDUCATIONS),
  title: Type.Optional(basicText(100)),
  address: basicText(400),
});
export const basicView = Type.Object({
  employer: Type.String(),
  education: oneOf(EDUCATIONS),
  title: Type.String(),
  address: Type.String(),
});

export const profile = Type.Object({
  name: Type.String(),
  idNumberMasked: Type.String(),
  phone: Type.String({ description: "the learner's own number, in full" }),
  phoneVerified: Type.Boolean(),
  basic: nullable(basicView),
  files: Type.Object({
    idCardFront: nullable(fileView),
    idCardBack: nullable(fileView),
    portrait: nullable(fileView),
  }),
  missing: Type.Array(Type.Object({ item: oneOf(PROFILE_ITEMS), label: Type.String() })),
  completedAt: nullable(instant),
  consents: Type.Array(consentView),
});

/** Multipart fields of a picture's upload. */
export const fileForm = Type.Object({
  file: Type.Unsafe<Blob>({ type: 'string', format: 'binary' }),
  declaredRecent: Type.Optional(oneOf(['true', 'false'] as const)),
});
export const fileUploaded = Type.Object({ file: fileView, profile });
