import { createHmac } from 'node:crypto';
import { sameBytes } from '../crypto/tokens.ts';

export const MEDIA_KINDS = ['webm', 'mp4', 'poster', 'subtitles'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export const MEDIA_TYPES = {
  webm: 'video/webm',
  mp4: 'video/mp4',
  poster: 'image/jpeg',
  subtitles: 'text/vtt; charset=utf-8',
} as const satisfies Record<MediaKind, string>;

const FILE_NAMES = {
  webm: 'lesson.webm',
  mp4: 'lesson.mp4',
  poster: 'poster.jpg',
  subtitles: 'subtitles.vtt',
} as const satisfies Record<MediaKind, string>;

/** What a link opens, for whom and until when. */
export interface MediaGrant {
  readonly lessonId: string;
  readonly kind: MediaKind;
  /** Id of the learner or member of staff it was made for; nobody else can use it. */
  readonly subjectId: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

const sign = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(`media/1\0${text}`, 'utf8').digest();

/** The path of a file of a lesson, signed: it opens this one file, for one person, for a while. */
export function mediaLink(key: Buffer, grant: MediaGrant): string {
  const fields = [grant.lessonId, grant.kind, grant.subjectId, grant.expiresAt.toString(36)];
  const text = Buffer.from(fields.join('~')).toString('base64url');
  const signature = sign(key, text).toString('base64url');
  return `/media/${text}.${signature}/${FILE_NAMES[grant.kind]}`;
}

/** The grant behind a signed part of a path; null when altered or past its time. */
export function openMediaLink(key: Buffer, signed: string, now: number): MediaGrant | null {
  const [text = '', signature = ''] = signed.split('.');
  if (!sameBytes(sign(key, text), Buffer.from(signature, 'base64url'))) return null;
  const fields = Buffer.from(text, 'base64url').toString('utf8').split('~');
  const [lessonId = '', kind = '', subjectId = '', expires = ''] = fields;
  const known = MEDIA_KINDS.find((one) => one === kind);
  const expiresAt = parseInt(expires, 36);
  if (known === undefined || !(expiresAt * 1000 > now)) return null;
  return { lessonId, kind: known, subjectId, expiresAt };
}
