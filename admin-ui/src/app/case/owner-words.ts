import { formatDay, useWords } from '@xuzheng/learner-ui/look';
import { computed } from 'vue';
import type { Case } from '../wire.ts';
import { holdingOf, SENTENCES } from './holding.ts';

/** Who has a case today, in one sentence: the same on every screen. */
export function useOwnerWords(handledByOf: () => Case['handledBy']) {
  const { t, locale } = useWords();
  return computed(() => {
    const holding = holdingOf(handledByOf());
    const until = 'day' in holding ? { day: formatDay(holding.day, locale.value, false) } : {};
    return t(`case.owner.${SENTENCES[holding.kind]}`, { ...holding, ...until });
  });
}
