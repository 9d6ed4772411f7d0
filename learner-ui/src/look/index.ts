export { default as EvidenceStrip } from './EvidenceStrip.vue';
export { default as PageState } from './PageState.vue';
export { default as SealMark } from './SealMark.vue';
export {
  applyAppearance,
  chooseTheme,
  chooseTypeSize,
  savedTheme,
  savedTypeSize,
  type Theme,
  type TypeSize,
} from './appearance.ts';
export { formatClock, formatCreditHours, formatDuration } from './durations.ts';
export { LOCALES, say, type Bilingual, type Locale } from './locale.ts';
export { minuteWords, reasonWords, type StripMinute } from './minutes.ts';
export { fieldProblem, problemOf, sentenceOf, type Problem } from './problem.ts';
export {
  formatDay,
  formatDeadline,
  formatDue,
  formatInstant,
  formatRelative,
  instantOf,
} from './times.ts';
export { useWords } from './use-words.ts';
