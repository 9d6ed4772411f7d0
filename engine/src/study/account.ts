import { dayOf, endOfDay, type Day, type Instant } from '../calendar/day.ts';
import { toMillisecond, unionOf, type Range, type Ranges } from './ranges.ts';
import type { Segment, SegmentKind, UncountedReason } from './segment.ts';

/** What the player does from a beat on, as the beat says. */
export type Playing = 'playing' | 'paused' | 'hidden';

/** What a face check, a snapshot or a stop by the server says from an instant on. */
export type PresenceMark = {
  readonly at: Instant;
  /** fault: the check could not be judged; held: the server stopped play to ask for a check. */
  readonly outcome: 'matched' | 'uncertain' | 'missed' | 'fault' | 'held';
  /** Id of the face check, snapshot or code it rests on. */
  readonly evidenceId: string;
};

/** Numbers of the policy that decide credit. */
export type CreditRule = {
  readonly positionToleranceSeconds: number;
  readonly offlineGraceSeconds: number;
  readonly presenceGapSeconds: number;
  readonly dailyCapSeconds: number | null;
};

/** The books of one study session up to an instant: every second before it has its place. */
export type Account = {
  readonly startedAt: Instant;
  /** Wall clock up to which every second has a place. */
  readonly accountedUntil: Instant;
  /** Instant of the last beat. */
  readonly heardAt: Instant;
  readonly positionSeconds: number;
  readonly playing: Playing;
  /** Watched stretches of the lesson, earlier sessions included, credited or pending. */
  readonly watched: Ranges;
  readonly segments: readonly Segment[];
  /** Credited or pending seconds of the learner on the day of `accountedUntil`. */
  readonly usedOn: { readonly day: Day; readonly seconds: number };
  /** Beats that claimed more than the wall clock allows: a fact for findings. */
  readonly aheadBeats: number;
};

/** The place a stretch of wall clock gets, were it played. */
type Place = {
  readonly kind: SegmentKind;
  readonly reason: UncountedReason | null;
  readonly mark: PresenceMark | null;
};

const uncounted = (reason: UncountedReason, mark: PresenceMark | null = null): Place => ({
  kind: 'uncounted',
  reason,
  mark,
});

const markAt = (marks: readonly PresenceMark[], at: Instant): PresenceMark | null =>
  marks.findLast((mark) => mark.at <= at) ?? null;

/** Where presence puts the instant: nobody is credited without evidence of their own face. */
function presencePlace(marks: readonly PresenceMark[], at: Instant, rule: CreditRule): Place {
  const mark = markAt(marks, at);
  if (mark === null || mark.outcome === 'missed') return uncounted('faceMissed', mark);
  if (mark.outcome === 'held') return uncounted('paused', mark);
  // A check that was uncertain, or that our own service could not judge, never counts against
  // anyone: a person looks.
  if (mark.outcome !== 'matched') return { kind: 'pending', reason: null, mark };
  if (at >= mark.at + rule.presenceGapSeconds * 1000) return uncounted('faceMissed', mark);
  return { kind: 'credited', reason: null, mark };
}

/** The next instant after `at` at which a place may change: a mark, the end of a gap, midnight. */
function nextBorder(marks: readonly PresenceMark[], at: Instant, rule: CreditRule): Instant {
  const current = markAt(marks, at);
  const gapEnd = (current?.at ?? -Infinity) + rule.presenceGapSeconds * 1000;
  const candidates = [
    marks.find((mark) => mark.at > at)?.at ?? Infinity,
    gapEnd > at ? gapEnd : Infinity,
    endOfDay(dayOf(at)),
  ];
  return Math.min(...candidates);
}

function append(account: Account, piece: Omit<Segment, 'n'>): Account {
  const last = account.segments.at(-1);
  const joins =
    last !== undefined &&
    last.kind === piece.kind &&
    last.reason === piece.reason &&
    last.presenceAt === piece.presenceAt &&
    last.endedAt === piece.startedAt &&
    last.lessonTo === piece.lessonFrom;
  const segments = joins
    ? [
        ...account.segments.slice(0, -1),
        { ...last, endedAt: piece.endedAt, lessonTo: piece.lessonTo },
      ]
    : [...account.segments, { n: account.segments.length, ...piece }];
  return { ...account, segments, accountedUntil: piece.endedAt };
}

const piece = (place: Place, startedAt: Instant, endedAt: Instant, range: Range) => ({
  kind: place.kind,
  reason: place.reason,
  startedAt,
  endedAt,
  lessonFrom: range[0],
  lessonTo: range[1],
  beats: 0,
  intervalMeanMs: 0,
  intervalM2: 0,
  presenceAt: place.mark?.at ?? null,
  evidence: place.mark === null ? [] : [place.mark.evidenceId],
});

function usedToday(account: Account): { day: Day; seconds: number } {
  const day = dayOf(account.accountedUntil);
  return account.usedOn.day === day ? { ...account.usedOn } : { day, seconds: 0 };
}

/** Books a stretch of the lesson as played, from `accountedUntil` on, second for second. */
export function bookPlayed(
  start: Account,
  range: Range,
  marks: readonly PresenceMark[],
  rule: CreditRule,
): Account {
  let account = start;
  let [position] = range;
  while (position < range[1]) {
    const from = account.accountedUntil;
    const used = usedToday(account);
    const left = rule.dailyCapSeconds === null ? Infinity : rule.dailyCapSeconds - used.seconds;
    const presence = presencePlace(marks, from, rule);
    const capped = presence.kind !== 'uncounted' && left < 0.001;
    const place = capped ? uncounted('dailyCap', presence.mark) : presence;
    const most = Math.min(
      range[1] - position,
      // At least a millisecond, the grain of the books: an instant with a fraction must not stop them.
      Math.max(0.001, (nextBorder(marks, from, rule) - from) / 1000),
      place.kind === 'uncounted' ? Infinity : left,
    );
    const to = toMillisecond(position + most);
    const until = from + Math.round((to - position) * 1000);
    account = append(account, piece(place, from, until, [position, to]));
    if (place.kind !== 'uncounted') {
      account = {
        ...account,
        watched: unionOf([...account.watched, [position, to]]),
        usedOn: { day: used.day, seconds: toMillisecond(used.seconds + to - position) },
      };
    }
    position = to;
  }
  return { ...account, positionSeconds: range[1] };
}

/** Books wall clock up to `until` as uncounted; a missed face outranks a pause. */
export function bookUncounted(
  start: Account,
  until: Instant,
  reason: UncountedReason,
  marks: readonly PresenceMark[],
): Account {
  let account = start;
  while (account.accountedUntil < until) {
    const from = account.accountedUntil;
    const mark = markAt(marks, from);
    const border = marks.find((later) => later.at > from)?.at ?? until;
    const missed = mark?.outcome === 'missed' && (reason === 'paused' || reason === 'hidden');
    const place = uncounted(missed ? 'faceMissed' : reason, mark);
    const at = account.positionSeconds;
    account = append(account, piece(place, from, Math.min(until, border), [at, at]));
  }
  return account;
}

/**
 * Books a stop by the server (a check was asked for, or missed) that has ended since: play is taken
 * to have gone on after it, as far as `latest` leaves the wall clock for what was played.
 */
export function bookStop(start: Account, latest: Instant, marks: readonly PresenceMark[]): Account {
  let account = start;
  for (;;) {
    const from = account.accountedUntil;
    const mark = markAt(marks, from);
    const next = marks.find((later) => later.at > from);
    const stopped = mark?.outcome === 'held' || mark?.outcome === 'missed';
    const until = Math.min(next?.at ?? from, latest);
    if (!stopped || until <= from) return account;
    account = bookUncounted(account, until, 'paused', marks);
  }
}

/** Adds a beat to the statistics of the segment in which it fell. */
export function noteBeat(account: Account, at: Instant): Account {
  const last = account.segments.at(-1);
  if (last === undefined) return { ...account, heardAt: at };
  const interval = at - account.heardAt;
  const beats = last.beats + 1;
  const mean = last.intervalMeanMs + (interval - last.intervalMeanMs) / beats;
  const m2 = last.intervalM2 + (interval - last.intervalMeanMs) * (interval - mean);
  const counted = { ...last, beats, intervalMeanMs: mean, intervalM2: m2 };
  return { ...account, heardAt: at, segments: [...account.segments.slice(0, -1), counted] };
}
