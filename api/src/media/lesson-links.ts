import type { LessonRow } from '../db/lessons.ts';
import { mediaLink, MEDIA_TYPES, type MediaKind } from './media-link.ts';

/** A link outlives a long session, so that a paused video does not break; then it is worth nothing. */
const LINK_HOURS = 12;

export interface LessonLinks {
  readonly sources: { type: string; url: string }[];
  readonly posterUrl: string | null;
  readonly subtitlesUrl: string | null;
}

/** Signed links to everything a lesson has, for one person. MP4 last: phones skip what they can't play. */
export function lessonLinks(
  key: Buffer,
  lesson: LessonRow,
  subjectId: string,
  now: number,
): LessonLinks {
  // Rounded to the hour: the same page asked twice gets the same links, and caches help.
  const expiresAt = (Math.floor(now / 3_600_000) + LINK_HOURS) * 3600;
  const link = (kind: MediaKind, has: string | null): string | null =>
    has === null ? null : mediaLink(key, { lessonId: lesson.id, kind, subjectId, expiresAt });
  const webm = link('webm', lesson.webmKey);
  const mp4 = link('mp4', lesson.mp4Key);
  return {
    sources: [
      ...(webm === null ? [] : [{ type: MEDIA_TYPES.webm, url: webm }]),
      ...(mp4 === null ? [] : [{ type: MEDIA_TYPES.mp4, url: mp4 }]),
    ],
    posterUrl: link('poster', lesson.posterKey),
    subtitlesUrl: link('subtitles', lesson.subtitlesKey),
  };
}
