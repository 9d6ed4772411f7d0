/** Stretches of a lesson in seconds, [from, to), sorted and disjoint. Exact to the millisecond. */
export type Range = readonly [from: number, to: number];
export type Ranges = readonly Range[];

/** Rounds seconds to whole milliseconds, so that sums of stretches stay exact. */
export const toMillisecond = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** Sorts, joins what touches, and drops what is empty. */
export function unionOf(ranges: Ranges): Ranges {
  const sorted = ranges
    .map(([from, to]): Range => [toMillisecond(from), toMillisecond(to)])
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Seconds covered; overlapping stretches count once. */
export const measure = (ranges: Ranges): number =>
  toMillisecond(unionOf(ranges).reduce((sum, [from, to]) => sum + (to - from), 0));

/** Is the second at this position covered? */
export const contains = (ranges: Ranges, at: number): boolean =>
  ranges.some(([from, to]) => from <= at && at < to);

/** What of the stretch is not covered yet, in order. */
export function gapsWithin(ranges: Ranges, [from, to]: Range): Ranges {
  const gaps: Range[] = [];
  let cursor = from;
  for (const [start, end] of unionOf(ranges)) {
    if (end <= cursor) continue;
    if (start >= to) break;
    if (start > cursor) gaps.push([cursor, start]);
    cursor = Math.max(cursor, end);
  }
  if (cursor < to) gaps.push([cursor, to]);
  return gaps;
}

/** What the first covers and the second does not. */
export const without = (ranges: Ranges, taken: Ranges): Ranges =>
  unionOf(unionOf(ranges).flatMap((range) => gapsWithin(taken, range)));

/** The stretches cut to [0, end). */
export const clippedTo = (ranges: Ranges, end: number): Ranges =>
  unionOf(ranges.map(([from, to]): Range => [Math.max(0, from), Math.min(to, end)]));
