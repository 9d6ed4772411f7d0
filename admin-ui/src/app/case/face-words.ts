import { FACE_FAULT_TEXTS, LIVENESS_PROMPTS, PROMPT_TEXTS } from '@xuzheng/engine';
import { say, type Bilingual, type Locale } from '@xuzheng/learner-ui/look';

const isIn = <T extends object>(table: T, key: string): key is keyof T & string =>
  Object.hasOwn(table, key);

/** Why a check was never judged: no fault of a face. */
const UNJUDGED: Readonly<Record<string, Bilingual>> = {
  withdrawn: { zh: '已换另一组动作,此项不计', en: 'another draw took its place; does not count' },
  expired: { zh: '未在时限内作答', en: 'not answered in time' },
};

/** Why a face did not match, in the learner's own words; an unknown reason is shown as it came. */
export const faultWords = (reason: string | null, locale: Locale): string => {
  if (reason === null) return '';
  const table: Readonly<Record<string, Bilingual>> = { ...FACE_FAULT_TEXTS, ...UNJUDGED };
  const found = isIn(table, reason) ? table[reason] : undefined;
  // The first sentence says what was seen; the second tells the learner what to do.
  return found ? (say(found, locale).split(/(?<=[。.])/)[0] ?? reason) : reason;
};

const FLAGS: Readonly<Record<string, Bilingual>> = {
  looksOther: { zh: '疑似他人', en: 'looks like somebody else' },
  likeColleague: {
    zh: '与同单位或同设备的另一名学员相近',
    en: 'close to another learner of the same employer or browser',
  },
  bystander: { zh: '画面中另有他人', en: 'somebody else in the picture' },
};

/** Marks on a snapshot in words. */
export const flagWords = (flags: readonly string[], locale: Locale): string =>
  flags
    .map((flag) => {
      const found = FLAGS[flag];
      return found ? say(found, locale) : flag;
    })
    .join(locale === 'en' ? ', ' : '、');

/** The prompts of a check in words. */
export const promptWords = (actions: readonly string[], locale: Locale): string =>
  actions
    .map((action) => LIVENESS_PROMPTS.find((prompt) => prompt === action))
    .map((prompt, n) => (prompt ? say(PROMPT_TEXTS[prompt], locale) : (actions[n] ?? '')))
    .join(locale === 'en' ? ', ' : '、');

/** How an outcome is marked: never by colour alone, its word stands on it. */
export const OUTCOME_TONES = {
  matched: 'good',
  uncertain: 'pending',
  missed: 'danger',
  fault: '',
  pending: '',
} as const satisfies Record<string, string>;

export const toneOf = (outcome: string | null): string =>
  outcome !== null && isIn(OUTCOME_TONES, outcome) ? OUTCOME_TONES[outcome] : '';
