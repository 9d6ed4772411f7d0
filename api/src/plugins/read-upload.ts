import { ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import type { Request } from '../app-types.ts';

export type Upload = {
  readonly file: Uint8Array;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * One file named `file` and its fields, read into memory within the app's limits. A file too large is
 * thrown and answered as such. Refuses `request/contentTypeUnsupported`, `request/invalid`.
 */
export async function readUpload(request: Request): Promise<Result<Upload>> {
  if (!request.isMultipart()) return refuse('request/contentTypeUnsupported');
  let file: Uint8Array | null = null;
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (part.fieldname === 'file') file = bytes;
    } else if (typeof part.value === 'string') {
      fields[part.fieldname] = part.value;
    }
  }
  return file && file.length > 0 ? ok({ file, fields }) : refuse('request/invalid');
}
