import {
  HANDBOOK_POLICY,
  startCredit,
  type Beat,
  type CreditStart,
  type CreditState,
  type PresenceMark,
} from '@xuzheng/engine';

/** 9 March 2026, 10:00 in Shanghai. */
export const T0 = Date.parse('2026-03-09T10:00:00+08:00');

export const at = (seconds: number): number => T0 + Math.round(seconds * 1000);

export const mark = (
  seconds: number,
  outcome: PresenceMark['outcome'] = 'matched',
  evidenceId = `${outcome}-${seconds}`,
): PresenceMark => ({ at: at(seconds), outcome, evidenceId });

/** A lesson of 600 s, entered with a matched face, under the handbook's numbers. */
export const begin = (changes: Partial<CreditStart> = {}): CreditState =>
  startCredit({
    at: T0,
    durationSeconds: 600,
    positionSeconds: 0,
    watched: [],
    usedTodaySeconds: 0,
    presence: mark(0),
    rule: HANDBOOK_POLICY,
    ...changes,
  });

export const beat = (
  seq: number,
  seconds: number,
  positionSeconds: number,
  change: Partial<Beat> = {},
): Beat => ({ seq, at: at(seconds), positionSeconds, playing: true, visible: true, ...change });
