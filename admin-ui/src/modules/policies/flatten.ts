/** A policy's numbers as lines: `exam.passAt` → 60. Lists are written on one line. */
export const flatten = (body: unknown, path = ''): { path: string; value: string }[] => {
  const isNested = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!isNested) {
    const value = Array.isArray(body) ? body.join('、') : body === null ? '—' : String(body);
    return [{ path, value }];
  }
  return Object.entries(body).flatMap(([key, value]) =>
    flatten(value, path === '' ? key : `${path}.${key}`),
  );
};
