export interface ByteSpan {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
}

/**
 * Reads a Range header (RFC 9110, one span). Null: the whole file, also for what is not understood
 * or asks for several spans, as the RFC allows.
 */
export function readRange(
  header: string | undefined,
  size: number,
): ByteSpan | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size) return 'unsatisfiable';
  return start > end ? null : { start, end };
}
