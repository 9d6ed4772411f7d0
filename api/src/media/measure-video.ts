import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';
import { ok, refuse, type Result } from '@xuzheng/engine';

export interface MeasuredVideo {
  readonly kind: 'webm' | 'mp4';
  readonly durationSeconds: number;
}

/** A lesson is never longer than a working day. */
const LONGEST_SECONDS = 8 * 3600;

const bad = (part: string) => refuse('course/lessonFileInvalid', { part });

/** WebM begins with an EBML head, MP4 with a box `ftyp`: the name and the type it claims say nothing. */
export function videoKindOf(head: Uint8Array): MeasuredVideo['kind'] | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x1a45dfa3) return 'webm';
  return bytes.length >= 12 && bytes.toString('latin1', 4, 8) === 'ftyp' ? 'mp4' : null;
}

/**
 * Measures a video file by its own frames, not by what its head or anybody says. Refuses
 * `course/lessonFileInvalid` with `part`: format, noVideo, duration, unreadable.
 */
export async function measureVideo(
  path: string,
  kind: MeasuredVideo['kind'],
): Promise<Result<MeasuredVideo>> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    const video = await input.getPrimaryVideoTrack();
    if (video === null) return bad('noVideo');
    const durationSeconds = Math.round((await input.computeDuration()) * 1000) / 1000;
    const sane = durationSeconds >= 1 && durationSeconds <= LONGEST_SECONDS;
    return sane ? ok({ kind, durationSeconds }) : bad('duration');
  } catch {
    // A file that stops in its middle or lies about its boxes: the uploader's, not ours.
    return bad('unreadable');
  } finally {
    input.dispose();
  }
}
