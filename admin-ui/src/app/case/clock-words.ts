import { useWords } from '@xuzheng/learner-ui/look';
import { computed } from 'vue';
import type { Case } from '../wire.ts';

/** The colour of a clock's tag. */
export const CLOCK_TONES = {
  ...{ waiting: '', due: 'attention', overdue: 'danger', paused: 'pending' },
} as const;

/**
 * How an audit clock stands, in one sentence: the same on every screen. One that stands still says why
 * and since when, and names no deadline, for it has none until it goes on.
 */
export function useClockWords(clockOf: () => Case['clock']) {
  const { t, said, instant, due } = useWords();
  return computed(() => {
    const { pause, clock, dueAt, overdueAt, workingDaysLeft, standsSince } = clockOf();
    if (pause !== null) {
      const [since, until] = [instant(pause.since), due(pause.until)];
      return t('case.clockSays.stands', { since, until, reason: said(pause.reasonLabel) });
    }
    if (clock === 'paused')
      return t('case.clockSays.standsByAppeal', { since: instant(standsSince ?? '') });
    if (clock === 'overdue') return t('case.clockSays.overdue');
    const overdue = due(overdueAt, workingDaysLeft);
    return clock === 'due'
      ? t('case.clockSays.due', { overdue })
      : t('case.clockSays.runs', { due: due(dueAt), overdue });
  });
}
