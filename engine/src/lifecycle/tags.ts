import type { LifecycleSnapshot, LifecycleValue } from './lifecycle-types.ts';

/**
 * The state as dotted words, every level of it, for queries and conditions: `hours.studying`,
 * `audit.open`, `audit.clock.due`, `closed.settled`. The words `active` and, below `audit`, `open`
 * are left out of longer ones, because they add nothing.
 */
export function tagsOf({ value }: Pick<LifecycleSnapshot, 'value'>): string[] {
  const tags: string[] = [];
  collect(value, [], tags);
  return tags.sort();
}

function collect(value: LifecycleValue | undefined, path: readonly string[], tags: string[]): void {
  if (value === undefined) return;
  if (typeof value === 'string') {
    tags.push([...path, value].join('.'));
    return;
  }
  for (const [region, inner] of Object.entries(value)) {
    if (region === 'active') collect(inner, path, tags);
    else if (path.at(-1) === 'audit' && region === 'open') {
      tags.push('audit.open');
      collect(inner, path, tags);
    } else collect(inner, [...path, region], tags);
  }
}
