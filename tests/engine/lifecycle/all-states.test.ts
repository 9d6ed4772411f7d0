import {
  apply,
  dutiesOf,
  explain,
  HANDBOOK_POLICY,
  lifecycleMachine,
  nextDueAt,
  nextEvent,
  permitted,
  start,
  steps,
  tagsOf,
  type LifecycleEvent,
  type LifecycleSnapshot,
} from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';
import { getInitialMicrosteps } from 'xstate';
import { toDirectedGraph, type DirectedGraphNode } from 'xstate/graph';
import { BEGAN, clockAt, DAY, inputWith, lived, move as m, type Move } from './life.ts';

/** Everything that could happen on a day, by everybody, on old and new evidence. */
const anything = (day: number, epoch: number): Move[] => [
  ...[m.phone(day), m.profile(day), m.phoneChanged(day)],
  ...[m.hours(day, epoch), m.exam(day), m.due(day), m.overdue(day), m.calendar(day, day)],
  ...[m.evidence(day, 1), m.accept(day), m.accept(day, 'ana', 1), m.propose(day)],
  ...[m.propose(day, 'ana', 1), m.reject(day), m.sign(day), m.sign(day, 'ben', 1)],
  ...[m.recorded(day), m.cleared(day), m.stale(day, 1)],
  ...[m.pause(day), m.resume(day), m.pauseEnded(day)],
  ...[m.appeal(day), m.appealFiled(day), m.appealDecided(day), m.withdrawAppeal(day)],
  ...[m.appealWindow(day, day + 5), m.appealClock(day, day + 5), m.appealOverdue(day)],
  ...[m.grant(day), m.dismiss(day), m.reported(day), m.renew(day), m.confirmed(day)],
  ...[m.refused(day), m.unknown(day), m.notFound(day), m.yearEnded(day), m.relearnEnded(day)],
  ...[m.withdraw(day), m.reopen(day), m.settle(day)],
];

/** Days on which something is due: within the appeal's window, at deadlines, after the year. */
const LEAPS = [0, 3, 40, 120];

/** A state is new when its tags, or what may still be done in it, are new. */
const markOf = (snapshot: LifecycleSnapshot): string =>
  [
    ...tagsOf(snapshot),
    `e${Math.min(snapshot.context.epoch, 2)}`,
    snapshot.context.examRequired,
    snapshot.context.yearEndedAt !== null,
    snapshot.context.clear?.appealed,
    snapshot.context.appeal?.decision?.outcome,
    snapshot.context.audit?.verdict?.verdict,
    snapshot.context.audit?.pause?.reasonCode,
  ].join(' ');

/** Whether an event may happen; what no state in force has a word for is not asked on each day anew. */
function askIn({ value, context }: LifecycleSnapshot): (event: LifecycleEvent) => boolean {
  const state = lifecycleMachine.resolveState({ value: value as never, context });
  const heard = new Set<string>(state._nodes.flatMap((node) => node.ownEvents));
  return (event) => heard.has(event.type) && state.can(event);
}

function walk(first: LifecycleSnapshot[]): Map<string, LifecycleSnapshot> {
  const seen = new Map<string, LifecycleSnapshot>();
  const queue = first.map((snapshot) => ({ snapshot, day: 0 }));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { snapshot, day } = next;
    const mark = markOf(snapshot);
    if (seen.has(mark)) continue;
    seen.set(mark, snapshot);
    const may = askIn(snapshot);
    for (const leap of LEAPS) {
      for (const event of anything(day + leap, snapshot.context.epoch)) {
        if (!may(event)) continue;
        queue.push({ snapshot: apply(snapshot, event).snapshot, day: day + leap });
      }
    }
  }
  return seen;
}

const reached = walk([
  start(inputWith({ phoneVerifiedAt: null, profileCompletedAt: null })),
  start(inputWith({ examRequired: false, auditOpensAfter: 'hours' })),
  start(inputWith({ auditOpensAfter: 'hours' })),
]);

/** Every leaf of the drawn machine, as tags say it. */
function leavesOf(node: DirectedGraphNode): string[] {
  if (node.children.length > 0) return node.children.flatMap(leavesOf);
  const path = node.id
    .replace(/^lifecycle\./, '')
    .replace(/^#/, '')
    .split('.');
  return [
    path
      .filter((part) => part !== 'active')
      .join('.')
      .replace('audit.open.', 'audit.'),
  ];
}

describe('every state', () => {
  const tags = new Set([...reached.values()].flatMap((snapshot) => tagsOf(snapshot)));
  const leaves = leavesOf(toDirectedGraph(lifecycleMachine));

  test.each(leaves.filter((leaf) => leaf !== 'registered'))('%s is reached', (leaf) => {
    expect([...tags]).toContain(leaf);
  });

  test('registered is passed at once', () => {
    const [first] = getInitialMicrosteps(lifecycleMachine, inputWith());
    expect(first?.[0].value).toBe('registered');
    expect(leaves).toContain('registered');
  });

  const policy = HANDBOOK_POLICY;
  test('has a sentence, an owner and a next step', () => {
    for (const [mark, snapshot] of reached) {
      const told = explain({ snapshot, policy, now: BEGAN + DAY });
      for (const { zh, en } of [told.sentence, told.nextStep]) {
        expect(zh, mark).toMatch(/^[一-龥“].*。$/u);
        expect(en, mark).toMatch(/^[A-Z“].*\.$/u);
        expect(`${zh}${en}`, mark).not.toMatch(/[{}]|undefined/u);
      }
      const closed = tagsOf(snapshot).some((tag) => tag.startsWith('closed.'));
      if (!closed && told.stage !== 'renewed') expect(told.owner, mark).not.toBe('nobody');
      if (told.primaryAction) expect(told.permitted, mark).toContain(told.primaryAction);
      expect(steps(snapshot), mark).toHaveLength(6);
    }
  });

  test('the machine is resumed from value and context alone', () => {
    // One of each set of places is enough: what may be done hangs on value and context alone.
    const each = new Map([...reached.values()].map((life) => [JSON.stringify(life.value), life]));
    for (const snapshot of each.values()) {
      const again = JSON.parse(JSON.stringify(snapshot)) as LifecycleSnapshot;
      expect(permitted(again, BEGAN)).toEqual(permitted(snapshot, BEGAN));
      expect(again).toEqual(snapshot);
    }
  });

  test('a state that waits for an answer is a duty, and nothing else is', () => {
    const waiting = (tag: string): boolean =>
      /\.(recording|reportingHours|requesting|reconciling)$|^appeal\.filed$/.test(tag);
    for (const snapshot of reached.values()) {
      expect(dutiesOf(snapshot)).toHaveLength(tagsOf(snapshot).filter(waiting).length);
    }
  });
});

describe('facts and deadlines become events', () => {
  const nothing = {
    ...{ phoneVerifiedAt: BEGAN, profileCompletedAt: BEGAN, epoch: 1, hoursCompletedAt: null },
    ...{ examPassedAt: null, evidenceVersion: 0, clock: null, clockFrom: null },
  };
  const openedAt = BEGAN + 2 * DAY;
  const facts = {
    ...nothing,
    ...{ hoursCompletedAt: BEGAN + DAY, examPassedAt: openedAt },
    ...{ clock: clockAt(openedAt), clockFrom: openedAt },
  };

  test('a fact told once or a hundred times happens once', () => {
    let life = start(inputWith());
    const taken: string[] = [];
    for (let i = 0; i < 100; i++) {
      const event = nextEvent(life, facts, openedAt);
      if (event === null) break;
      taken.push(event.type);
      life = apply(life, event).snapshot;
    }
    expect(taken).toEqual(['HOURS_COMPLETED', 'EXAM_PASSED']);
  });

  test('facts of a cleared epoch are waited for, not taken', () => {
    const life = lived({}, m.hours(1), m.exam(2), m.propose(3), m.sign(3), m.cleared(3));
    expect(nextEvent(life, facts, openedAt)).toBeNull();
    expect(nextEvent(life, { ...facts, epoch: 2 }, openedAt)?.type).toBe('HOURS_COMPLETED');
  });

  test('a newer calendar moves the clock of the open audit', () => {
    const life = lived({}, m.hours(1), m.exam(2));
    expect(nextEvent(life, facts, openedAt)).toBeNull();
    const moved = { ...facts, clock: { ...clockAt(openedAt + DAY, 2) } };
    expect(nextEvent(life, moved, openedAt)?.type).toBe('CALENDAR_CHANGED');
    const ofAnother = { ...moved, clockFrom: openedAt + 1 };
    expect(nextEvent(life, ofAnother, openedAt)).toBeNull();
  });

  test('the process wakes at the due instant, then at the overdue one', () => {
    const life = lived({}, m.hours(1), m.exam(2));
    expect(nextDueAt(life)).toBe(openedAt + 3 * DAY);
    expect(nextEvent(life, facts, openedAt + 3 * DAY)).toMatchObject({ type: 'DUE' });
    expect(nextDueAt(lived({}, m.hours(1), m.exam(2), m.due(5)))).toBe(openedAt + 5 * DAY);
  });

  test('a provisional deadline wakes nobody', () => {
    const clock = { ...clockAt(openedAt), provisional: true, dueProvisional: true };
    const life = apply(lived({}, m.hours(1)), {
      type: 'EXAM_PASSED',
      at: openedAt,
      clock,
    }).snapshot;
    const yearEndsAt = inputWith().yearEndsAt;
    expect(nextDueAt(life)).toBe(yearEndsAt);
    expect(nextEvent(life, { ...facts, clock }, openedAt + 9 * DAY)).toBeNull();
  });
});
