import {
  credit,
  openSession,
  sessionRuleOf,
  SESSION_MACHINE_VERSION,
  startCredit,
  viewCredit,
  type CreditState,
} from '@xuzheng/engine';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readBooks, writeBooks } from '../../../api/src/commands/study/stored-books.ts';
import { readState } from '../../../api/src/commands/study/study-state.ts';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import { findSessionOf } from '../../../api/src/db/study-sessions.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { QUIET, receiptOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

const START = Date.parse('2026-11-02T01:00:00Z');
const session = openSession(START, sessionRuleOf(QUIET, false));

/** A session in which the learner pauses at every other beat: each beat makes a segment. */
function restless(beats: number): CreditState[] {
  const states: CreditState[] = [];
  let state = startCredit({
    ...{ at: START, durationSeconds: 9000, positionSeconds: 0, watched: [], usedTodaySeconds: 0 },
    presence: { at: START, outcome: 'matched', evidenceId: 'entry' },
    rule: { ...QUIET, positionToleranceSeconds: 2, dailyCapSeconds: null },
  });
  for (let seq = 1; seq <= beats; seq++) {
    const at = START + seq * 15_000;
    const positionSeconds = 15 * Math.ceil(seq / 2);
    state = credit(state, { seq, at, positionSeconds, playing: seq % 2 === 0, visible: true });
    states.push(state);
  }
  return states;
}

describe('the books of a long session', () => {
  test('read as they were written, after every beat, while older segments lie apart', () => {
    let row = { id: 'one', machine: '' as unknown, settledSegments: [] as unknown };
    let writes = 0;
    let longest = 0;
    for (const state of restless(200)) {
      const books = { session, credit: state, pendingBefore: [] };
      const { machine, settledSegments } = writeBooks(books, row as never);
      longest = Math.max(longest, machine.length);
      if (settledSegments !== undefined) writes += 1;
      row = {
        ...row,
        machine: JSON.parse(machine),
        settledSegments: settledSegments ? JSON.parse(settledSegments) : row.settledSegments,
      };
      const read = readBooks(row as never);
      expect(read).toEqual(JSON.parse(JSON.stringify(books)));
      expect(viewCredit(read.credit as CreditState)).toEqual(viewCredit(state));
    }
    expect(longest).toBeLessThan(10_000);
    expect(writes).toBeGreaterThan(5);
    expect(writes).toBeLessThan(15);
  });

  test('of before are read as they are; a build that does not know the parts must not read them', () => {
    const [first] = restless(1);
    const books = { session, credit: first ?? null, pendingBefore: [] };
    const old = { version: SESSION_MACHINE_VERSION, ...books };
    const row = { id: 'one', machine: old, settledSegments: [] } as never;
    expect(readBooks(row)).toEqual(books);
    const many = writeBooks({ ...books, credit: restless(60).at(-1) ?? null });
    expect(JSON.parse(many.machine).version).not.toBe(SESSION_MACHINE_VERSION);
    const unknown = { id: 'one', machine: { ...old, version: 'other' }, settledSegments: [] };
    expect(() => readBooks(unknown as never)).toThrow('stored by other');
  });
});

describe('in the database', () => {
  let ground: StudyGround;
  let wang: Student;
  let studied: SessionView;
  const BEATS = 120;

  const stored = async () => {
    const row = await findSessionOf(ground.deps.db, studied.id, wang.learnerId);
    if (row === undefined) throw new Error('no session');
    return row;
  };
  const answerCheck = async (due: SessionView['due']) => {
    if (due?.kind === 'snapshot') {
      await wang.snapshot(studied.id, 'me');
      await checkSnapshots(ground.deps);
    }
    if (due?.kind !== 'recheck') return;
    const url = `/api/me/study-sessions/${studied.id}/challenge`;
    const challenge = (await wang.browser.post(url)).json<SessionView['challenge']>();
    await wang.face({ ...studied, challenge }, 'me');
  };
  const beat = (seq: number) =>
    wang.beat(studied, [seq, 15 * Math.ceil(seq / 2), seq % 2 === 0 ? 'playing' : 'paused']);

  beforeAll(async () => {
    ground = await studyGround([9000]);
    wang = await ground.student('wang');
    studied = await wang.enter(0);
    for (let seq = 1; seq <= BEATS; seq++) {
      ground.clock.pass(15_000);
      const { due } = receiptOf(await beat(seq)).session;
      await answerCheck(due);
    }
  });
  beforeEach(() => ground.clock.pass(1000));

  test('a beat rewrites little, however long the session is', async () => {
    const row = await stored();
    const all = await ground.segments(studied.id);
    expect(all.length).toBeGreaterThan(80);
    expect(JSON.stringify(row.machine).length).toBeLessThan(10_000);
    expect((row.settledSegments as unknown as unknown[]).length).toBeGreaterThan(60);
  });

  test('the parts sum to the elapsed time, without a hole between segments', async () => {
    const { totals } = await wang.look(studied.id);
    const { creditedSeconds, pendingSeconds, uncountedSeconds, elapsedSeconds } = totals;
    expect(creditedSeconds + pendingSeconds + uncountedSeconds).toBeCloseTo(elapsedSeconds, 3);
    expect(creditedSeconds).toBeGreaterThan(0);
    const rows = await ground.segments(studied.id);
    rows.slice(1).forEach((row, n) => expect(row.startedAt).toEqual(rows[n]?.endedAt));
    const { credit: books } = readState(await stored());
    expect(viewCredit(books as CreditState).segments).toHaveLength(rows.length);
    expect(viewCredit(books as CreditState).totals.creditedSeconds).toBe(creditedSeconds);
  });

  test('beats sent again change nothing', async () => {
    const before = await wang.look(studied.id);
    for (const seq of [1, 50, BEATS - 1, BEATS]) await beat(seq);
    const after = await wang.look(studied.id);
    expect(after.totals).toEqual(before.totals);
    expect(after.minutes).toEqual(before.minutes);
  });

  test('goes on and ends with all of it', async () => {
    const before = (await wang.look(studied.id)).totals.creditedSeconds;
    for (let seq = BEATS + 1; seq <= BEATS + 8; seq++) {
      ground.clock.pass(15_000);
      const { due } = receiptOf(await beat(seq)).session;
      await answerCheck(due);
    }
    await wang.browser.post(`/api/me/study-sessions/${studied.id}/end`);
    const { totals, ended } = await wang.look(studied.id);
    expect(ended).toBe(true);
    expect(totals.creditedSeconds).toBeGreaterThan(before);
    const row = await stored();
    expect(row.creditedSeconds).toBe(totals.creditedSeconds);
  });
});
