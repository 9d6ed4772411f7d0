import { createI18n } from 'vue-i18n';
import type { Locale } from '@xuzheng/learner-ui/look';
import { caseTexts } from './case/texts.ts';
import { savedLocale } from './saved-locale.ts';
import { shellTexts } from './shell-texts.ts';
import type { AppModule, Texts } from './module.ts';

const textsOf = (modules: readonly AppModule[], locale: Locale): Texts =>
  Object.assign(
    {},
    shellTexts[locale],
    caseTexts[locale],
    ...modules.map((module) => module.texts[locale]),
  ) as Texts;

/** Texts of the frame and of every module, Chinese first. */
export const createTexts = (modules: readonly AppModule[], locale: Locale = savedLocale()) =>
  createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh-CN',
    missingWarn: import.meta.env.DEV,
    fallbackWarn: false,
    messages: { 'zh-CN': textsOf(modules, 'zh-CN'), en: textsOf(modules, 'en') },
  });
