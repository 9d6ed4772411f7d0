/** Chinese first, English second. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A sentence in both languages, as engine and API write it. */
export type Bilingual = { readonly zh: string; readonly en: string };

/** The sentence in the reader's language. */
export const say = (sentence: Bilingual, locale: Locale): string =>
  locale === 'en' ? sentence.en : sentence.zh;
