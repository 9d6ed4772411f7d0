import type { Answer, Sent } from '../../app/client.ts';

export type InForce = Answer<'/api/decisions/thresholds', 'get'>;
export type Trial = Sent<'/api/decisions/what-if', 'post'>;
export type WhatIfPage = Answer<'/api/decisions/what-if', 'post'>;

export const MATCH_FIELDS = [
  'belowWithCohort',
  'belowAlone',
  'marginAtMost',
  'otherFaceFrom',
  'entryBelow',
] as const;
export const COUNT_FIELDS = ['missK', 'missN', 'otherFaceFinding', 'snapshotEverySeconds'] as const;
export type Field = (typeof MATCH_FIELDS)[number] | (typeof COUNT_FIELDS)[number];
export type Numbers = Record<Field, number>;

/** The numbers in force, as the form shows them. */
export const numbersOf = ({ match, missFinding, ...rest }: InForce): Numbers => ({
  ...match,
  missK: missFinding.k,
  missN: missFinding.n,
  otherFaceFinding: rest.otherFaceFinding,
  snapshotEverySeconds: rest.snapshotEverySeconds,
});

/** What differs from the numbers in force; null when nothing does. Each day's own policy keeps the rest. */
export function trialOf(inForce: Numbers, chosen: Numbers): Trial | null {
  const differs = (field: Field): boolean => chosen[field] !== inForce[field];
  if (![...MATCH_FIELDS, ...COUNT_FIELDS].some(differs)) return null;
  const match = Object.fromEntries(
    MATCH_FIELDS.filter(differs).map((field) => [field, chosen[field]]),
  );
  const { missK: k, missN: n, otherFaceFinding, snapshotEverySeconds } = chosen;
  return {
    match,
    ...(differs('missK') || differs('missN') ? { missFinding: { k, n } } : {}),
    ...(differs('otherFaceFinding') ? { otherFaceFinding } : {}),
    ...(differs('snapshotEverySeconds') ? { snapshotEverySeconds } : {}),
  };
}

export type Report = Omit<WhatIfPage, 'nextCursor'>;
export const EMPTY_REPORT: Report = {
  ...{ cases: 0, checks: 0, checkChanges: [], findingChanges: [], changed: [] },
};

/** Adds two tallies up. */
function sum<T extends { readonly n: number }>(a: readonly T[], b: readonly T[]): T[] {
  const sums = new Map<string, T>();
  for (const one of [...a, ...b]) {
    const key = JSON.stringify({ ...one, n: 0 });
    sums.set(key, { ...one, n: (sums.get(key)?.n ?? 0) + one.n });
  }
  return [...sums.values()].sort((x, y) => y.n - x.n);
}

/** The report so far with one more page. */
export const withPage = (report: Report, page: WhatIfPage): Report => ({
  cases: report.cases + page.cases,
  checks: report.checks + page.checks,
  checkChanges: sum(report.checkChanges, page.checkChanges),
  findingChanges: sum(report.findingChanges, page.findingChanges),
  changed: [...report.changed, ...page.changed],
});
