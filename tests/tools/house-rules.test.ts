import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChild } from '../../tools/ground/child.ts';
import { NODE_24, ROOT } from '../../tools/ground/paths.ts';
import { ownFolder } from './run-script.ts';

interface Cruise {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const DOORS = ['engine/src/index.ts', 'workflows/src/index.ts', 'api/client/src/index.ts'];

const REFUSED = [
  ['engine/src/audit/verdict.ts', 'api/src/db/audits.ts', 'engine-stands-alone'],
  ['workflows/src/life.ts', 'engine/src/audit/other.ts', 'workflows-stand-on-the-engine'],
  ['workflows/src/death.ts', 'api/src/db/audits.ts', 'workflows-stand-on-the-engine'],
  ['api/src/commands/accept.ts', 'engine/src/audit/other.ts', 'api-below'],
  ['api/src/commands/look.ts', 'learner-ui/src/look/index.ts', 'api-below'],
  ['api/src/commands/route.ts', 'api/src/routes/audits.ts', 'commands-know-no-http'],
  ['api/src/db/cases.ts', 'api/src/commands/clear.ts', 'db-is-lowest'],
  ['api/src/app.ts', 'tools/faces/person.ts', 'only-the-seed-uses-tools'],
  ['api/client/src/client.ts', 'engine/src/index.ts', 'client-stands-alone'],
  ['learner-ui/src/app/main.ts', 'api/src/other-app.ts', 'learner-ui-on-client-and-engine'],
  ['admin-ui/src/app/main.ts', 'learner-ui/src/app/x.ts', 'admin-ui-on-client-and-engine'],
  ['admin-ui/src/modules/audits/a.ts', 'admin-ui/src/modules/sms/b.ts', 'modules-are-strangers'],
  ['admin-ui/src/ui/strip.ts', 'admin-ui/src/modules/sms/b.ts', 'ui-parts-know-no-feature'],
  ['tools/boot.ts', 'tests/support/database.ts', 'nothing-imports-tests'],
] as const;

const ALLOWED = [
  ['workflows/src/year.ts', 'engine/src/index.ts'],
  ['api/src/commands/renew.ts', 'workflows/src/index.ts'],
  ['learner-ui/src/modules/exam/a.ts', 'api/client/src/index.ts'],
  ['admin-ui/src/modules/exams/a.ts', 'learner-ui/src/look/index.ts'],
  ['tests/api/a.test.ts', 'api/src/commands/clear.ts'],
] as const;

describe('who may import whom', () => {
  let house: string;
  let found: Cruise['summary']['violations'];

  async function put(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await writeFile(join(house, file), text);
  }

  /** One house with every import there is a word about, gone through once. */
  beforeAll(async () => {
    house = await ownFolder();
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'tsconfig.depcruise.json'])
      await cp(join(ROOT, file), join(house, file));
    await symlink(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    await writeFile(join(house, 'package.json'), '{"type":"module"}');
    const pairs = [...REFUSED, ...ALLOWED];
    for (const file of [...DOORS, ...pairs.map(([, to]) => to)])
      await put(file, 'export const door = 1;\n');
    for (const [from, to] of pairs) {
      const up = '../'.repeat(from.split('/').length - 1);
      await put(from, `import { door } from '${up}${to}';\nexport const own = door;\n`);
    }
    await put('engine/src/a.ts', "import { b } from './b.ts';\nexport const a = b;\n");
    await put('engine/src/b.ts', "import { a } from './a.ts';\nexport const b = a;\n");
    const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'];
    const lines: string[] = [];
    const child = startChild('cruise', NODE_24, [cli, ...args], {
      cwd: house,
      onLine: (line) => lines.push(line),
    });
    await child.ended;
    found = (JSON.parse(lines.join('\n')) as Cruise).summary.violations;
  });
  afterAll(() => rm(house, { recursive: true, force: true }));

  /** The names of the rules that a file breaks. */
  const brokenBy = (file: string): string[] => [
    ...new Set(found.filter(({ from }) => from === file).map(({ rule }) => rule.name)),
  ];

  test.each(REFUSED)('%s may not import %s', (from, _to, rule) => {
    expect(brokenBy(from)).toContain(rule);
  });

  test.each(ALLOWED)('%s may import %s', (from) => {
    expect(brokenBy(from)).toEqual([]);
  });

  test('two files that need each other are refused', () => {
    expect(brokenBy('engine/src/a.ts')).toContain('no-cycles');
  });
});

describe('how code is written', () => {
  let linter: ESLint;
  beforeAll(() => {
    linter = new ESLint({ cwd: ROOT });
  });

  async function rulesBroken(file: string, text: string): Promise<string[]> {
    const [result] = await linter.lintText(text, { filePath: join(ROOT, file) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse');
  }

  const statements = (count: number): string =>
    Array.from({ length: count }, (_, i) => `  console.log(${i});`).join('\n');

  test.each([
    ['engine/src/a.ts', 'export class Audit {}\n', 'no-restricted-syntax'],
    ['engine/src/a.ts', 'export const now = () => Date.now();\n', 'no-restricted-properties'],
    ['engine/src/a.ts', 'export const luck = () => Math.random();\n', 'no-restricted-properties'],
    ['engine/src/a.ts', 'export const wait = async () => 1;\n', 'no-restricted-syntax'],
    ['api/src/a.ts', 'export enum Colour { Red }\n', 'no-restricted-syntax'],
    ['api/src/a.ts', 'export const a: any = 1;\n', '@typescript-eslint/no-explicit-any'],
    ['api/src/a.ts', '// @ts-ignore\nexport const a = 1;\n', '@typescript-eslint/ban-ts-comment'],
    ['api/src/a.ts', `export function a() {\n${statements(41)}\n}\n`, 'max-lines-per-function'],
    ['api/src/a.ts', `${statements(301)}\n`, 'max-lines'],
    ['api/src/a.ts', '// TODO later\n', 'no-warning-comments'],
    [
      'tests/a.test.ts',
      "import { test } from 'vitest';\ntest.skip('x');\n",
      'no-restricted-syntax',
    ],
    ['tests/a.test.ts', "import { vi } from 'vitest';\nvi.mock('./x');\n", 'no-restricted-syntax'],
  ])('in %s this is refused: %j', async (file, text, rule) => {
    expect(await rulesBroken(file, text)).toContain(rule);
  });

  test('a page longer than 250 lines is refused', async () => {
    const page = `<template>\n${'  <p>1</p>\n'.repeat(260)}</template>\n`;
    expect(await rulesBroken('learner-ui/src/ui/APage.vue', page)).toContain('max-lines');
  });

  test('a statechart may be as long as the handbook makes it', async () => {
    const rules = await rulesBroken('engine/src/lifecycle/a.machine.ts', `${statements(400)}\n`);
    expect(rules).not.toContain('max-lines');
  });
});
