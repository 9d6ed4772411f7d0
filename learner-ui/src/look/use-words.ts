import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatCreditHours, formatDuration } from './durations.ts';
import { say, type Bilingual, type Locale } from './locale.ts';
import { sentenceOf } from './problem.ts';
import { formatDay, formatDue, formatInstant, formatRelative } from './times.ts';

/** Texts and formats in the reader's language. */
export const useWords = () => {
  const { t, locale } = useI18n();
  const language = computed<Locale>(() => (locale.value === 'en' ? 'en' : 'zh-CN'));
  return {
    t,
    locale: language,
    chooseLocale: (chosen: Locale) => {
      locale.value = chosen;
      localStorage.setItem('xz.locale', chosen);
      document.documentElement.lang = chosen;
    },
    said: (sentence: Bilingual) => say(sentence, language.value),
    problemWords: (error: unknown) => sentenceOf(error, language.value),
    day: (day: string) => formatDay(day, language.value),
    instant: (at: string | number) => formatInstant(at, language.value),
    relative: (at: string | number) => formatRelative(at, language.value),
    due: (at: string | number, workingDays?: number) =>
      formatDue(at, { workingDays, locale: language.value }),
    duration: (seconds: number) => formatDuration(seconds, language.value),
    creditHours: (hours: number) => formatCreditHours(hours, language.value),
  };
};
