import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { ok, refuse, type Result } from '@xuzheng/engine';
import type { Burst } from '../commands/study/answer-face-check.ts';
import { BurstMeta, type BurstMetaAsked } from '../schemas/study.ts';

/** A camera frame of 640×480 at JPEG quality 0.8 is a tenth of this. */
const FRAME_BYTES = 600 * 1024;
const FRAMES_AT_MOST = 30;

const invalid = (why: string) => refuse('face/framesInvalid', { why });

async function bytesOf(part: MultipartFile): Promise<Buffer | null> {
  const bytes = await part.toBuffer();
  return part.file.truncated || bytes.length === 0 ? null : bytes;
}

function metaOf(text: unknown): BurstMetaAsked | null {
  if (typeof text !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return Value.Check(BurstMeta, parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/**
 * Reads a burst: field `meta` and the files `frame`, in their order. Refuses
 * `request/contentTypeUnsupported`, `face/framesInvalid`.
 */
export async function readBurst(request: FastifyRequest): Promise<Result<Burst>> {
  if (!request.isMultipart()) return refuse('request/contentTypeUnsupported');
  const frames: Buffer[] = [];
  let meta: BurstMetaAsked | null = null;
  const limits = { fileSize: FRAME_BYTES, files: FRAMES_AT_MOST, fields: 4 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (part.fieldname === 'meta') meta = metaOf(part.value);
      continue;
    }
    const bytes = await bytesOf(part);
    if (bytes === null) return invalid('size');
    if (part.fieldname === 'frame') frames.push(bytes);
  }
  if (meta === null) return invalid('meta');
  return frames.length === 0 ? invalid('tooFew') : ok({ meta, frames });
}

/** Reads one frame. Refuses `request/contentTypeUnsupported`, `face/framesInvalid`. */
export async function readFrame(request: FastifyRequest): Promise<Result<Buffer>> {
  if (!request.isMultipart()) return refuse('request/contentTypeUnsupported');
  const part = await request.file({ limits: { fileSize: FRAME_BYTES, files: 1 } });
  const bytes = part === undefined ? null : await bytesOf(part);
  return bytes === null ? invalid('size') : ok(bytes);
}
