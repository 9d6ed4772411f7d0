import { join } from 'node:path';
import { runToEnd } from '../ground/child.ts';
import type { Leash } from '../ground/leash.ts';
import { NODE_24, ROOT } from '../ground/paths.ts';

/** One rule of the house that a program can judge. */
export interface Check {
  readonly title: string;
  /** Takes so long that it is done beside the tests, with what these leave of the machine. */
  readonly slow: boolean;
  run(how: { readonly calm?: Leash | undefined }): Promise<{ passed: boolean; output: string }>;
}

/** Whole programs are held in memory: to tidy up seldom, and on the one core it has, is a tenth less work. */
const HEAP = ['--max-old-space-size=4096', '--max-semi-space-size=128', '--single-threaded-gc'];

const STOREYS = ['engine', 'workflows', 'api', 'learner-ui', 'admin-ui', 'tests', 'tools'];

function program(title: string, script: string, args: readonly string[], slow = false): Check {
  return {
    title,
    slow,
    run: async ({ calm }) => {
      const lines: string[] = [];
      const onLine = (line: string): number => lines.push(line);
      const words = [...HEAP, join(ROOT, script), ...args];
      const done = await runToEnd(NODE_24, words, { cwd: ROOT, onLine, calm });
      return { passed: done.code === 0, output: lines.join('\n') };
    },
  };
}

/** The native compiler is several times as fast; screens need the other one, which knows their files. */
const COMPILERS = {
  native: 'node_modules/typescript-native/bin/tsc',
  vue: 'node_modules/vue-tsc/bin/vue-tsc.js',
} as const;

function types(project: string, compiler: keyof typeof COMPILERS, title = project): Check {
  // Threads of their own check what they share once each: on two cores that is no gain.
  const thrift = compiler === 'native' ? ['--singleThreaded'] : [];
  const args = ['-p', project, '--noEmit', ...thrift];
  return program(`类型:${title}`, COMPILERS[compiler], args, compiler === 'vue');
}

const ESLINT = 'node_modules/eslint/bin/eslint.js';
const FORMATTER = 'node_modules/oxfmt/bin/oxfmt';

/** Every check, of either kind the long ones first so that two lanes end together. */
export function allChecks(): Check[] {
  return [
    program('规则:eslint', ESLINT, ['.', '--max-warnings=0'], true),
    // Both apps in one program, and all that runs on Node above the workflows in another: apart they
    // would read what they share once more each.
    types('tsconfig.screens.json', 'vue', 'learner-ui、admin-ui'),
    types('tests', 'native', 'api、tools、tests'),
    types('engine', 'native'),
    types('workflows', 'native'),
    types('api/client', 'native'),
    program('格式:oxfmt', FORMATTER, ['--check']),
    program(
      '楼层:dependency-cruiser',
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ['--config', '.dependency-cruiser.cjs', ...STOREYS],
    ),
    program('生成的文件:接口', 'tools/generate.ts', ['--check']),
    program('生成的文件:数据库', 'tools/generate-db.ts', ['--check']),
    program('生成的文件:查询', 'tools/generate-queries.ts', ['--check']),
  ];
}
