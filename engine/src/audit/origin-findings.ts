import { momentWords, type Instant } from '../calendar/day.ts';
import { toMillisecond } from '../study/ranges.ts';
import type { Finding } from './evidence.ts';
import { minutes } from './finding-draft.ts';

/** Shared public hours of an enrolment whose origin has been cleared. */
export type ClearedOrigin = {
  readonly auditId: string;
  readonly postLabel: string;
  readonly studyYear: number;
  readonly clearedAt: Instant;
  readonly reason: string;
  readonly lessons: readonly { readonly title: string; readonly seconds: number }[];
  /** Sessions in which the lessons were studied for the other post. */
  readonly sessions: readonly string[];
  readonly ruleVersion: string;
};

const titles = ({ lessons }: ClearedOrigin): string =>
  lessons.map(({ title }) => `《${title}》`).join('');

const secondsOf = ({ lessons }: ClearedOrigin): number =>
  lessons.reduce((sum, lesson) => sum + lesson.seconds, 0);

function originFinding(origin: ClearedOrigin, said: Pick<Finding, 'strength' | 'sentence'>) {
  const { auditId, sessions, ruleVersion } = origin;
  const seconds = toMillisecond(secondsOf(origin));
  return {
    ...{ kind: 'originCleared', seconds, ruleVersion, key: `originCleared:${auditId}`, ...said },
    evidence: { sessions, checks: [] },
  } as const satisfies Finding;
}

const wordsOf = (origin: ClearedOrigin): string =>
  `本岗位有 ${minutes(secondsOf(origin))}公需学时来自${origin.postLabel}岗位 ${origin.studyYear} 年度(${titles(origin)}),该岗位学时已于 ${momentWords(origin.clearedAt)} 清除(${origin.reason})`;

/**
 * A clear for one post is a finding for the others that share its public hours, never a clear (F19): a
 * person looks at the evidence there and decides here.
 */
export const originCleared = (origin: ClearedOrigin): Finding =>
  originFinding(origin, {
    strength: 'strong',
    sentence: `${wordsOf(origin)}。请查看来源证据后判断。`,
  });

/** The same after an appeal gave the hours back: the finding stays on record as a note (invariant 13). */
export const originRestored = (origin: ClearedOrigin, restoredAt: Instant): Finding =>
  originFinding(origin, {
    strength: 'note',
    sentence: `${wordsOf(origin)};经申诉已于 ${momentWords(restoredAt)} 恢复,不再构成疑点。`,
  });
