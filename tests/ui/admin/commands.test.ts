import { describe, expect, it } from 'vitest';
import { commandIds } from '../../../admin-ui/src/app/use-command.ts';

const problem = (status: number, code = 'x') => ({ status, code });

const counted = () => {
  let n = 0;
  return commandIds(() => `id-${(n += 1)}`);
};

describe('a command keeps its id until it is answered', () => {
  it('a retry after a lost answer is the same command', () => {
    const ids = counted();
    const first = ids.idFor({ evidenceVersion: 3 });
    ids.answered(problem(0, 'network'));
    expect(ids.idFor({ evidenceVersion: 3 })).toBe(first);
  });

  it('a retry after a fault of the server is the same command', () => {
    const ids = counted();
    const first = ids.idFor({});
    ids.answered(problem(503, 'process/unavailable'));
    expect(ids.idFor({})).toBe(first);
  });

  it('a retry after something that is no problem at all is the same command', () => {
    const ids = counted();
    const first = ids.idFor({});
    ids.answered(new TypeError('fetch failed'));
    expect(ids.idFor({})).toBe(first);
  });

  it('a refusal is an answer: the next try is another command', () => {
    const ids = counted();
    const first = ids.idFor({});
    ids.answered(problem(409, 'audit/evidenceStale'));
    expect(ids.idFor({})).not.toBe(first);
  });

  it('another content is another command', () => {
    const ids = counted();
    const first = ids.idFor({ explanation: '甲' });
    expect(ids.idFor({ explanation: '乙' })).not.toBe(first);
  });

  it('a command that was done is not sent again under its id', () => {
    const ids = counted();
    const first = ids.idFor({});
    ids.answered();
    expect(ids.idFor({})).not.toBe(first);
  });
});
