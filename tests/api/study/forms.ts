/** A multipart body as a browser sends it: fields, then files in their order. */
export interface FormFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
}

const BOUNDARY = 'xuzheng-study-boundary';
export const FORM_HEADERS = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

export function form(fields: Record<string, string>, files: readonly FormFile[]): Buffer {
  const head = (name: string, more = ''): Buffer =>
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`);
  const texts = Object.entries(fields).flatMap(([name, value]) => [
    head(name),
    Buffer.from(`${value}\r\n`),
  ]);
  const parts = files.flatMap(({ name, bytes, type = 'image/jpeg' }, i) => [
    head(name, `; filename="${name}-${i}"\r\ncontent-type: ${type}`),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...texts, ...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
