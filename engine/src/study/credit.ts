import { dayOf, type Day, type Instant } from '../calendar/day.ts';
import {
  bookUncounted,
  type Account,
  type CreditRule,
  type Playing,
  type PresenceMark,
} from './account.ts';
import { foldGroup, groupsOf, type Beat } from './beats.ts';
import { gapsWithin, measure, toMillisecond, unionOf, type Ranges } from './ranges.ts';
import { totalsOf, type Segment, type Totals, type UncountedReason } from './segment.ts';

/**
 * The credit of one study session: plain JSON, kept by the server. Beats that came in order are in
 * `base`; the last ones, and those beyond a hole, wait in `tail`, so that the totals depend on which
 * beats arrived and not on their order.
 */
export type CreditState = {
  readonly durationSeconds: number;
  readonly rule: CreditRule;
  readonly base: Account;
  /** The last sequence number inside `base`. */
  readonly baseSeq: number;
  readonly tail: readonly Beat[];
  readonly marks: readonly PresenceMark[];
  /** Wall clock whose credit a person must look at first (another face was seen after it). */
  readonly doubts: Ranges;
  readonly endedAt: Instant | null;
  readonly endReason: UncountedReason | null;
};

/** What the books say now. */
export type CreditView = {
  /** Every beat up to here is safe: acknowledged, stored, never to change. */
  readonly ackSeq: number;
  readonly positionSeconds: number;
  readonly accountedUntil: Instant;
  readonly playing: Playing;
  /** Watched stretches that no beat to come can take back. */
  readonly watched: Ranges;
  readonly watchedSeconds: number;
  readonly segments: readonly Segment[];
  readonly totals: Totals;
  readonly usedOn: { readonly day: Day; readonly seconds: number };
  readonly aheadBeats: number;
};

/** So many beats may wait behind a hole; then the hole is taken as lost. */
const TAIL_LIMIT = 64;

export type CreditStart = {
  readonly at: Instant;
  readonly durationSeconds: number;
  /** Where the server lets the lesson go on (`resumePosition`). */
  readonly positionSeconds: number;
  /** What earlier sessions of the same epoch have watched of this lesson. */
  readonly watched: Ranges;
  /** Seconds the learner has earned today in all sessions, for a daily cap. */
  readonly usedTodaySeconds: number;
  /** The entry check that let the learner in. */
  readonly presence: PresenceMark | null;
  readonly rule: CreditRule;
};

/** Opens the books of a session at the instant the server lets it play. */
export function startCredit(start: CreditStart): CreditState {
  const base: Account = {
    startedAt: start.at,
    accountedUntil: start.at,
    heardAt: start.at,
    positionSeconds: toMillisecond(start.positionSeconds),
    playing: 'playing',
    watched: unionOf(start.watched),
    segments: [],
    usedOn: { day: dayOf(start.at), seconds: start.usedTodaySeconds },
    aheadBeats: 0,
  };
  return {
    durationSeconds: start.durationSeconds,
    rule: {
      positionToleranceSeconds: start.rule.positionToleranceSeconds,
      offlineGraceSeconds: start.rule.offlineGraceSeconds,
      presenceGapSeconds: start.rule.presenceGapSeconds,
      dailyCapSeconds: start.rule.dailyCapSeconds,
    },
    base,
    baseSeq: 0,
    tail: [],
    marks: start.presence === null ? [] : [start.presence],
    doubts: [],
    endedAt: null,
    endReason: null,
  };
}

/** The books after the beats up to a number, each dated by all that have arrived. */
const foldUpTo = (state: CreditState, seq: number): Account =>
  groupsOf(state.tail)
    .map((group) => group.filter((beat) => beat.seq <= seq))
    .filter((group) => group.length > 0)
    .reduce((account, group) => foldGroup(account, group, state), state.base);

/** The last beat before which none is missing. */
function acknowledged(state: CreditState): number {
  let ackSeq = state.baseSeq;
  for (const beat of state.tail) if (beat.seq === ackSeq + 1) ackSeq = beat.seq;
  return ackSeq;
}

/** Marks that still decide: the last one before the instant, the last own face, and all after it. */
function marksSince(marks: readonly PresenceMark[], until: Instant): readonly PresenceMark[] {
  const last = marks.findLastIndex((mark) => mark.at <= until);
  const own = marks.findLastIndex((mark, i) => i <= last && mark.outcome === 'matched');
  return marks.filter((_, i) => i >= last || i === own);
}

/** Moves whole groups from the tail into the base once no missing beat can change them any more. */
function settled(state: CreditState): CreditState {
  let { base, baseSeq } = state;
  const groups = groupsOf(state.tail);
  let waiting = state.tail.length;
  while (groups.length > 1) {
    const group = groups[0] ?? [];
    const contiguous = group.every((beat, i) => beat.seq === baseSeq + 1 + i);
    const nextFollows = groups[1]?.[0]?.seq === baseSeq + group.length + 1;
    if (!(contiguous && nextFollows) && waiting <= TAIL_LIMIT) break;
    base = foldGroup(base, group, state);
    baseSeq = group.at(-1)?.seq ?? baseSeq;
    waiting -= group.length;
    groups.shift();
  }
  const tail = state.tail.filter((beat) => beat.seq > baseSeq);
  return { ...state, base, baseSeq, tail, marks: marksSince(state.marks, base.accountedUntil) };
}

const isClaim = (beat: Beat): boolean =>
  Number.isSafeInteger(beat.seq) && beat.seq > 0 && Number.isFinite(beat.positionSeconds);

/**
 * Takes one beat. A sequence number heard before changes nothing, whatever it claims now; a late
 * beat finds its place; totals depend on which beats arrived, not on their order.
 */
export function credit(state: CreditState, beat: Beat): CreditState {
  if (state.endedAt !== null || !isClaim(beat) || beat.seq <= state.baseSeq) return state;
  if (state.tail.some((known) => known.seq === beat.seq)) return state;
  const tail = [...state.tail, beat].sort((a, b) => a.seq - b.seq);
  return settled({ ...state, tail });
}

/** Notes what a check, a snapshot or a stop says from its instant on. The same id counts once. */
export function notePresence(state: CreditState, mark: PresenceMark): CreditState {
  const known = state.marks.some(
    (other) => other.evidenceId === mark.evidenceId && other.outcome === mark.outcome,
  );
  if (known || state.endedAt !== null) return state;
  const marks = [...state.marks, mark].sort(
    (a, b) => a.at - b.at || a.evidenceId.localeCompare(b.evidenceId),
  );
  return { ...state, marks };
}

/**
 * Another face was seen at `until`: what was credited since the last own face becomes pending, and a
 * person decides. Nothing is taken away by a rule.
 */
export const doubt = (state: CreditState, from: Instant, until: Instant): CreditState => ({
  ...state,
  doubts: unionOf([...state.doubts, [from / 1000, until / 1000]]),
});

/**
 * Closes the books: wall clock up to `at` gets its place. What was still running is uncounted for
 * the reason given (default networkLost: nothing was heard any more).
 */
export function endCredit(
  state: CreditState,
  at: Instant,
  reason: UncountedReason = 'networkLost',
): CreditState {
  return state.endedAt === null ? { ...state, endedAt: at, endReason: reason } : state;
}

function closed(account: Account, state: CreditState): Account {
  if (state.endedAt === null) return account;
  const reason =
    account.playing === 'playing' ? (state.endReason ?? 'networkLost') : account.playing;
  return bookUncounted(account, state.endedAt, reason, state.marks);
}

function doubted(segment: Segment, doubts: Ranges): Segment[] {
  if (segment.kind !== 'credited') return [segment];
  const [from, to] = [segment.startedAt / 1000, segment.endedAt / 1000];
  const clear = gapsWithin(doubts, [from, to]);
  const cuts = [from, ...clear.flat(), to].filter((cut, i, all) => all.indexOf(cut) === i);
  return cuts
    .sort((a, b) => a - b)
    .slice(1)
    .map((end, i) => {
      const begin = cuts[i] ?? from;
      const isClear = clear.some(([a, b]) => a <= begin && end <= b);
      return {
        ...segment,
        kind: isClear ? ('credited' as const) : ('pending' as const),
        startedAt: Math.round(begin * 1000),
        endedAt: Math.round(end * 1000),
        lessonFrom: toMillisecond(segment.lessonFrom + begin - from),
        lessonTo: toMillisecond(segment.lessonFrom + end - from),
      };
    });
}

/** The books as they stand: segments, totals, watched stretches, how far everything is safe. */
export function viewCredit(state: CreditState): CreditView {
  const ackSeq = acknowledged(state);
  const account = closed(foldUpTo(state, Infinity), state);
  // A beat that is missing yet may say that the player stood still: until it is there, or the books
  // are closed, nothing behind it is called safe.
  const whole = state.endedAt !== null || state.tail.at(-1)?.seq === ackSeq;
  const { watched } = whole || state.tail.length === 0 ? account : foldUpTo(state, ackSeq);
  const segments = account.segments
    .flatMap((segment) => doubted(segment, state.doubts))
    .map((segment, n) => ({ ...segment, n }));
  return {
    ackSeq,
    positionSeconds: account.positionSeconds,
    accountedUntil: account.accountedUntil,
    playing: account.playing,
    watched,
    watchedSeconds: measure(watched),
    segments,
    totals: totalsOf(segments),
    usedOn: account.usedOn,
    aheadBeats: account.aheadBeats,
  };
}
