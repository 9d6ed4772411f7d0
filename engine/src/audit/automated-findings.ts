import { toMillisecond } from '../study/ranges.ts';
import { rhythmOf } from '../study/segment.ts';
import type { Evidence, SessionEvidence } from './evidence.ts';
import { creditedSecondsOf, minutes, type Draft, type SessionRule } from './finding-draft.ts';

/** A person's network and player never keep time like this over so many beats. */
const STEADY_BEATS = 120;
const STEADY_DEVIATION_MS = 2;
/** So many beats ahead of the wall clock are no accident of the network. */
const AHEAD_BEATS = 3;
/** A browser extension may make an event of its own now and then. */
const UNTRUSTED_EVENTS = 5;
/** So long without a pause, a look away or a touch: nobody's habit, over several sessions. */
const UNVARIED_SECONDS = 3 * 3600;
const UNVARIED_SESSIONS = 3;

const steadyBeats = (session: SessionEvidence): number =>
  Math.max(
    0,
    ...session.segments
      .filter((segment) => segment.kind === 'credited')
      .filter((segment) => (rhythmOf(segment)?.deviationMs ?? Infinity) < STEADY_DEVIATION_MS)
      .map((segment) => segment.beats),
  );

/** Handbook §3: 非正常途径学习. Positions ahead of the wall clock, or a beat like a machine's. */
export const automatedStudy: SessionRule = (session) => {
  const ahead = session.aheadBeats >= AHEAD_BEATS;
  const steady = steadyBeats(session);
  if (!ahead && steady < STEADY_BEATS) return null;
  return {
    kind: 'automatedStudy',
    strength: ahead ? 'strong' : 'note',
    checks: [],
    sentence: ahead
      ? `学习进度有 ${session.aheadBeats} 次超前于实际时间。`
      : `连续 ${steady} 次上报的间隔几乎完全相同。`,
  };
};

/** The page says of itself that a script pressed its buttons. A hint of the client: never more than a note. */
export const untrustedEvents: SessionRule = ({ hints }) =>
  hints.untrusted < UNTRUSTED_EVENTS
    ? null
    : {
        kind: 'automatedStudy',
        about: 'untrusted',
        strength: 'note',
        checks: [],
        sentence: `页面上报有 ${hints.untrusted} 次操作不是由人触发的(由脚本或插件产生),仅供参考。`,
      };

/** Did the learner stop, look away or touch anything? A stop by the server for a check says nothing. */
const varies = (session: SessionEvidence): boolean =>
  session.hints.inputs > 0 ||
  session.segments.some(
    (segment) =>
      segment.reason === 'hidden' ||
      (segment.reason === 'paused' && !segment.evidence.some((id) => id.startsWith('recheck:'))),
  );

/** Hours of study in which nothing human ever happened. Some people do sit still: a note, no more. */
export function unvariedStudy({ sessions }: Evidence): Draft | null {
  const studied = sessions.filter((one) => !one.attended && creditedSecondsOf(one) > 0);
  const seconds = toMillisecond(studied.reduce((sum, one) => sum + creditedSecondsOf(one), 0));
  if (studied.length < UNVARIED_SESSIONS || seconds < UNVARIED_SECONDS) return null;
  if (studied.some(varies)) return null;
  return {
    kind: 'automatedStudy',
    about: 'unvaried',
    strength: 'note',
    sessions: studied,
    checks: [],
    sentence: `${studied.length} 次学习共 ${minutes(seconds)},从未暂停、离开页面,也没有任何触碰或按键,仅供参考。`,
  };
}
