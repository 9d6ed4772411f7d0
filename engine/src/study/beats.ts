import type { Instant } from '../calendar/day.ts';
import {
  bookPlayed,
  bookStop,
  bookUncounted,
  noteBeat,
  type Account,
  type CreditRule,
  type Playing,
  type PresenceMark,
} from './account.ts';
import { gapsWithin, measure, toMillisecond, type Range } from './ranges.ts';

/**
 * A heartbeat. Everything but `at` comes from the client and is a claim: `at` is the instant the
 * server heard it. `seq` counts from 1 without holes. The beat says where the player is and what it
 * does from now on; it is sent every few seconds and at every change.
 */
export type Beat = {
  readonly seq: number;
  readonly at: Instant;
  readonly positionSeconds: number;
  readonly playing: boolean;
  readonly visible: boolean;
};

/** What the fold of beats needs to know of the session. */
export type Books = {
  readonly durationSeconds: number;
  readonly rule: CreditRule;
  readonly marks: readonly PresenceMark[];
};

const playingOf = (beat: Beat): Playing =>
  !beat.visible ? 'hidden' : beat.playing ? 'playing' : 'paused';

/**
 * How far the player may have come: up to the claim, but with no more unwatched seconds than the
 * wall clock gave. Stretches watched before may be crossed at once: they earn nothing.
 */
function reachable(account: Account, claim: number, budget: number): Range[] {
  const from = account.positionSeconds;
  const stretches: Range[] = [];
  let left = budget;
  for (const [start, end] of gapsWithin(account.watched, [from, claim])) {
    const to = toMillisecond(Math.min(end, start + left));
    if (to > start) stretches.push([start, to]);
    left = toMillisecond(left - (to - start));
    if (to < end) return stretches;
  }
  return [...stretches, [claim, claim]];
}

type Step = { readonly account: Account; readonly budget: number; readonly replayed: number };

/** One beat of a group: what was played since the one before it. */
function playTo(step: Step, beat: Beat, state: Books): Step {
  const { account: start, budget } = step;
  const claim = toMillisecond(Math.min(Math.max(beat.positionSeconds, 0), state.durationSeconds));
  if (claim <= start.positionSeconds) {
    return { ...step, account: { ...start, positionSeconds: claim } };
  }
  const stretches = reachable(start, claim, budget);
  const end = stretches.at(-1)?.[1] ?? start.positionSeconds;
  const fresh = measure(stretches);
  let account = start;
  for (const stretch of stretches) account = bookPlayed(account, stretch, state.marks, state.rule);
  const ahead = end < claim - state.rule.positionToleranceSeconds ? 1 : 0;
  return {
    account: { ...account, positionSeconds: end, aheadBeats: account.aheadBeats + ahead },
    budget: toMillisecond(budget - fresh),
    replayed: toMillisecond(step.replayed + Math.max(0, end - start.positionSeconds - fresh)),
  };
}

/** Gives the wall clock that was not played its place, once a group of beats is known. */
function bookRest(
  { account: start, replayed }: Step,
  at: Instant,
  idle: 'paused' | 'hidden' | null,
  state: Books,
): Account {
  if (idle !== null) return bookUncounted(start, at, idle, state.marks);
  let account = start;
  const replayedUntil = Math.min(at, account.accountedUntil + Math.round(replayed * 1000));
  account = bookUncounted(account, replayedUntil, 'replay', state.marks);
  if (gapsWithin(account.watched, [0, state.durationSeconds]).length === 0) {
    const reason = account.positionSeconds < state.durationSeconds ? 'replay' : 'beyondLesson';
    return bookUncounted(account, at, reason, state.marks);
  }
  // A little wall clock stays open: a beat that travelled faster than the one before needs it. After
  // a silence beyond the grace there is no such beat.
  const silent = at - start.heardAt > state.rule.offlineGraceSeconds * 1000;
  const open = silent ? at : at - Math.round(state.rule.positionToleranceSeconds * 1000);
  return bookUncounted(account, open, 'networkLost', state.marks);
}

/** Puts a stop by the server before what was played since, where the wall clock has room for both. */
function afterStop(
  account: Account,
  group: readonly Beat[],
  at: Instant,
  budget: number,
  state: Books,
): Account {
  if (account.playing !== 'playing') return account;
  const furthest = Math.max(...group.map((beat) => beat.positionSeconds));
  const claim = toMillisecond(Math.min(Math.max(furthest, 0), state.durationSeconds));
  const fresh = claim > account.positionSeconds ? measure(reachable(account, claim, budget)) : 0;
  return bookStop(account, at - Math.ceil(fresh * 1000), state.marks);
}

/** All beats heard at the same instant, in their order: one queued batch or one beat. */
export function foldGroup(start: Account, group: readonly Beat[], state: Books): Account {
  const at = Math.max(group[0]?.at ?? start.heardAt, start.heardAt);
  const lag = (start.heardAt - start.accountedUntil) / 1000;
  const sinceHeard = (at - start.heardAt) / 1000;
  // Beats kept while offline count within the grace only, and never beyond the wall clock.
  const budget = toMillisecond(lag + Math.min(sinceHeard, state.rule.offlineGraceSeconds));
  const resumed = afterStop(start, group, at, budget, state);
  let step: Step = { account: resumed, budget, replayed: 0 };
  let idle: 'paused' | 'hidden' | null = null;
  for (const beat of group) {
    const before = step.account.playing;
    if (before === 'playing') step = playTo(step, beat, state);
    else idle = before;
    step = { ...step, account: { ...step.account, playing: playingOf(beat) } };
  }
  const booked = bookRest(step, at, idle, state);
  return group.reduce((account) => noteBeat(account, at), booked);
}

/** Beats in groups of one instant. A beat that came after a later one is as old as that one. */
export function groupsOf(beats: readonly Beat[]): Beat[][] {
  const groups: Beat[][] = [];
  let earliest = Infinity;
  for (const beat of beats.toReversed()) {
    earliest = Math.min(earliest, beat.at);
    const dated = { ...beat, at: earliest };
    const first = groups[0];
    if (first !== undefined && first[0]?.at === earliest) first.unshift(dated);
    else groups.unshift([dated]);
  }
  return groups;
}
