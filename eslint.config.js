import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const CODE = ['**/*.{ts,vue}'];
const SCREENS = ['{learner-ui,admin-ui}/**/*.{ts,vue}'];
/** Tables and generated text: their length says nothing about their clarity. */
const EXEMPT_FROM_LENGTH = [
  '**/*.machine.ts',
  '**/*.gen.ts',
  '**/*.texts.ts',
  '**/*-texts.ts',
  '**/*.data.ts',
  '**/texts/**',
  '**/seed-data/**',
  'tests/**/*.table.ts',
  // Drawings: one shape after another.
  'tools/content/scenes/**',
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      '**/dist',
      '.data',
      '**/*.gen.ts',
      '**/*.d.ts',
      'tests/.artifacts',
      'coverage',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  // Only screens hold components: elsewhere these rules would look for them in vain.
  { files: SCREENS, extends: [vue.configs['flat/recommended']] },
  prettier,
  // Vue's rules come with a parser of their own, which plain scripts need not go through.
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    // A script for a page names the browser's globals itself.
    rules: { 'no-redeclare': ['error', { builtinGlobals: false }] },
  },
  {
    files: ['{learner-ui,admin-ui,tests}/**/*.{ts,vue}', 'api/client/**/*.ts'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: CODE,
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        // A field taken out of a rest (`{ secret: _secret, ...shown }`) is named on purpose.
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      'no-undef': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': [
        'error',
        { max: 40, IIFEs: true, skipBlankLines: true, skipComments: true },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use an `as const` array and a union.' },
        { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.' },
        {
          selector:
            'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock)$/]',
          message: 'No module mocking: give the part its neighbour as an argument.',
        },
        {
          selector:
            'CallExpression[callee.object.name=/^(test|it|describe|suite)$/][callee.property.name=/^(skip|only|todo)$/]',
          message: 'A test runs or it is removed.',
        },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
    },
  },
  {
    // The engine knows no clock, no chance, no I/O and no classes: all of that is an argument.
    files: ['engine/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'console', 'performance'],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: '`now` is an argument.' },
        { object: 'Math', property: 'random', message: 'A seed is an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ClassDeclaration', message: 'No class in the engine.' },
        { selector: 'TSEnumDeclaration', message: 'Use an `as const` array and a union.' },
        { selector: 'AwaitExpression', message: 'Nothing in the engine waits.' },
        { selector: 'FunctionDeclaration[async=true]', message: 'Nothing in the engine waits.' },
        {
          selector: 'ArrowFunctionExpression[async=true]',
          message: 'Nothing in the engine waits.',
        },
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: '`now` is an argument.',
        },
      ],
    },
  },
  {
    // A describe block is a chapter, not a function.
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: EXEMPT_FROM_LENGTH,
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
