import { createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ok, refuse, type Result } from '@xuzheng/engine';
import { cleanPicture } from '../faces/index.ts';
import { measureVideo, videoKindOf, type MeasuredVideo } from './measure-video.ts';

const VIDEO_BYTES = 700 * 1024 * 1024;

export interface ReceivedVideo extends MeasuredVideo {
  readonly path: string;
}

/** The parts of a lesson as they came, checked; videos lie in a folder that goes with `dispose`. */
export interface ReceivedLesson {
  readonly title: string;
  readonly topic: string;
  readonly videos: readonly ReceivedVideo[];
  readonly poster: Buffer | null;
  readonly subtitles: Buffer | null;
}

const bad = (part: string) => refuse('course/lessonFileInvalid', { part });

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function receiveVideo(part: MultipartFile, path: string): Promise<Result<ReceivedVideo>> {
  await pipeline(part.file, createWriteStream(path));
  if (part.file.truncated) return refuse('request/tooLarge');
  const kind = videoKindOf(await headOf(path));
  if (kind === null) return bad('format');
  const measured = await measureVideo(path, kind);
  return measured.ok ? ok({ ...measured.value, path }) : measured;
}

async function receiveText(part: MultipartFile): Promise<Result<Buffer>> {
  const bytes = await part.toBuffer();
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return /^WEBVTT(\s|$)/.test(text) ? ok(Buffer.from(text)) : bad('subtitles');
}

async function receivePoster(part: MultipartFile): Promise<Result<Buffer>> {
  const cleaned = await cleanPicture(await part.toBuffer());
  return cleaned.ok ? ok(Buffer.from(cleaned.value.bytes)) : bad('poster');
}

interface Draft {
  title: string;
  topic: string;
  videos: ReceivedVideo[];
  poster: Buffer | null;
  subtitles: Buffer | null;
}

async function takeFile(part: MultipartFile, folder: string, draft: Draft): Promise<Result<void>> {
  if (part.fieldname === 'video') {
    const video = await receiveVideo(part, join(folder, `video-${draft.videos.length}`));
    if (!video.ok) return video;
    draft.videos.push(video.value);
    return ok(undefined);
  }
  if (part.fieldname === 'poster') {
    const poster = await receivePoster(part);
    if (!poster.ok) return poster;
    draft.poster = poster.value;
    return ok(undefined);
  }
  if (part.fieldname !== 'subtitles') {
    part.file.resume();
    return ok(undefined);
  }
  const subtitles = await receiveText(part);
  if (!subtitles.ok) return subtitles;
  draft.subtitles = subtitles.value;
  return ok(undefined);
}

/** One video, or the same lesson as WebM and as MP4: their lengths may differ by a second. */
function checkVideos(draft: Draft): Result<ReceivedLesson> {
  const [first, second] = draft.videos;
  if (first === undefined) return bad('noVideo');
  if (draft.videos.length > 2 || (second !== undefined && second.kind === first.kind)) {
    return bad('twice');
  }
  const apart = Math.abs(
    first.durationSeconds - (second?.durationSeconds ?? first.durationSeconds),
  );
  if (apart > 1) return bad('lengthsDiffer');
  return draft.title.trim() === '' ? refuse('course/invalid', { part: 'title' }) : ok(draft);
}

/**
 * Reads an uploaded lesson (fields title, topic; files video, poster, subtitles), streaming videos to
 * a folder of their own, and hands it to `use`. Refuses `course/lessonFileInvalid` with the part,
 * `course/invalid`, `request/tooLarge`, `request/contentTypeUnsupported`.
 */
export async function receiveLesson<T>(
  request: FastifyRequest,
  use: (lesson: ReceivedLesson) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!request.isMultipart()) return refuse('request/contentTypeUnsupported');
  const folder = await mkdtemp(join(tmpdir(), 'lesson-'));
  const draft: Draft = { title: '', topic: '', videos: [], poster: null, subtitles: null };
  try {
    const limits = { fileSize: VIDEO_BYTES, files: 4, fields: 4, fieldSize: 2000 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (part.fieldname === 'title') draft.title = String(part.value).slice(0, 120);
        if (part.fieldname === 'topic') draft.topic = String(part.value).slice(0, 60);
        continue;
      }
      const taken = await takeFile(part, folder, draft);
      if (!taken.ok) return taken;
    }
    const checked = checkVideos(draft);
    return checked.ok ? await use(checked.value) : checked;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a received video into memory for the storage. */
export const bytesOfVideo = (video: ReceivedVideo): Promise<Buffer> => readFile(video.path);
