import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../tools/ground/paths.ts';

const SOURCES = [
  '{engine,workflows,api,learner-ui,admin-ui}/src/**/*.{ts,vue}',
  'api/migrations/*.sql',
  '{tests,tools}/**/*.ts',
  'docs/*.md',
];
const RULES = 'docs/rules.md';
const cited = /(?:\binvariants? (\d+)|\((F\d+(?:, F\d+)*)[):;,])/g;

/** The numbers that a text cites: '12' of an invariant, 'F26' of a feature. */
const numbersIn = (text: string): string[] =>
  [...text.matchAll(cited)].flatMap(([, invariant, features]) =>
    invariant ? [invariant] : (features ?? '').split(', '),
  );

test('what a comment cites by number is written down, with tests that are there', () => {
  const rules = readFileSync(join(ROOT, RULES), 'utf8');
  const rows = rules.matchAll(/^\| (F?\d+) \|/gm);
  const written = new Set([...rows].map(([, number]) => number));
  const places = globSync(SOURCES, { cwd: ROOT }).filter((path) => path !== RULES);
  const cites = places.flatMap((path) =>
    numbersIn(readFileSync(join(ROOT, path), 'utf8')).map((number) => ({ path, number })),
  );
  expect(cites.length).toBeGreaterThan(50);
  expect(cites.filter(({ number }) => !written.has(number))).toEqual([]);

  const named = [...rules.matchAll(/`((?:engine|api|workflows|ui|e2e|prove)\/[\w/-]+)`/g)];
  expect(named.length).toBeGreaterThan(50);
  const absent = named.flatMap(([, path]) =>
    globSync([`tests/${path}.test.ts`, `tests/${path}/*.test.ts`], { cwd: ROOT }).length > 0
      ? []
      : [path],
  );
  expect(absent).toEqual([]);
});
