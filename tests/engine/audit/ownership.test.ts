import { describe, expect, it } from 'vitest';
import { handlerOn, type Absence } from '@xuzheng/engine';

const away = (
  staffId: string,
  deputyId: string | null,
  fromOn = '2026-12-01',
  untilOn = '2026-12-05',
): Absence => ({ staffId, deputyId, fromOn, untilOn });

describe('no case waits for somebody absent', () => {
  it.each<[string, string | null, Absence[], string, string | null]>([
    ['an owner who is there has it', 'ana', [], '2026-12-03', 'ana'],
    ['nobody’s is everybody’s', null, [away('ana', 'ben')], '2026-12-03', null],
    ['the deputy has it', 'ana', [away('ana', 'ben')], '2026-12-03', 'ben'],
    ['on the first day', 'ana', [away('ana', 'ben')], '2026-12-01', 'ben'],
    ['and the last', 'ana', [away('ana', 'ben')], '2026-12-05', 'ben'],
    ['not the day after', 'ana', [away('ana', 'ben')], '2026-12-06', 'ana'],
    ['without a deputy it is everybody’s', 'ana', [away('ana', null)], '2026-12-03', null],
    [
      'the deputy’s deputy, when that one is away too',
      'ana',
      [away('ana', 'ben'), away('ben', 'cho')],
      '2026-12-03',
      'cho',
    ],
    [
      'two who stand in for each other, both away: everybody’s',
      'ana',
      [away('ana', 'ben'), away('ben', 'ana')],
      '2026-12-03',
      null,
    ],
  ])('%s', (_, owner, absences, today, handler) => {
    expect(handlerOn(owner, absences, today)).toBe(handler);
  });
});
