import { expect, test } from 'vitest';
import { modules } from '../../../learner-ui/src/app/modules.ts';
import { shellTexts } from '../../../learner-ui/src/app/shell-texts.ts';

const namesOf = (texts: object, path = ''): string[] =>
  Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${path}${name}`] : namesOf(value as object, `${path}${name}.`),
  );
const all = (locale: 'zh-CN' | 'en'): object[] => [
  shellTexts[locale],
  ...modules.map((module) => module.texts[locale]),
];
/** The engine's own Chinese labels are used where only the English is listed here. */
const ENGLISH_ONLY = /^(profileItems|educations)\./;

test('every Chinese text has its English one', () => {
  const english = new Set(all('en').flatMap((texts) => namesOf(texts)));
  const missing = all('zh-CN')
    .flatMap((texts) => namesOf(texts))
    .filter((name) => !english.has(name));
  expect(missing).toEqual([]);
});

test('every English text has its Chinese one', () => {
  const chinese = new Set(all('zh-CN').flatMap((texts) => namesOf(texts)));
  const missing = all('en')
    .flatMap((texts) => namesOf(texts))
    .filter((name) => !chinese.has(name) && !ENGLISH_ONLY.test(name));
  expect(missing).toEqual([]);
});

test('no text shouts or blames', () => {
  const texts = JSON.stringify([...all('zh-CN'), ...all('en')]);
  expect(texts).not.toMatch(/[!!]/);
  expect(texts).not.toContain('违规');
});
