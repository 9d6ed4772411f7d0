import { condition, upsertMemo } from '@temporalio/workflow';
import {
  apply,
  can,
  clockBasisOf,
  clockFromOf,
  dutiesOf,
  nextDueAt,
  start,
  tagsOf,
  type Duty,
  type LifecycleEvent,
  type LifecycleSnapshot,
  type Milestones,
} from '@xuzheng/engine';
import type { Birth, Projection } from './activities.ts';
import { SEQ_MEMO, type LifecycleRun } from './contract.ts';
import { attend, shell } from './duties.ts';

/** What a running lifecycle holds in memory; all of it comes back by replay. */
export type Life = {
  readonly enrolmentId: string;
  snapshot: LifecycleSnapshot;
  readonly spreadMs: number;
  readonly tellsSeq: boolean;
  facts: Milestones | null;
  /** When they were asked for last. */
  learntAt: number;
  factsAreOld: boolean;
  /** Steps taken and not yet written where screens read, in order. */
  readonly toWrite: Projection[];
  /** The newest step that is written. */
  written: number;
  readonly attending: Set<Duty>;
  /** When a verdict was last refused for stale evidence. */
  staleSeq: number;
  readonly answered: string[];
};

const stepOf = (snapshot: LifecycleSnapshot) => ({
  enrolmentId: snapshot.context.enrolmentId,
  snapshot,
  tags: tagsOf(snapshot),
});

const lifeAt = (snapshot: LifecycleSnapshot, birth: Omit<Birth, 'input'>): Life => ({
  ...{ enrolmentId: snapshot.context.enrolmentId, snapshot, spreadMs: birth.spreadMs },
  ...{ tellsSeq: birth.tellsSeq === true, facts: null, learntAt: 0, factsAreOld: true },
  ...{ toWrite: [], written: snapshot.seq, attending: new Set<Duty>(), staleSeq: -1, answered: [] },
});

/** A life that begins: even its beginning is written down. */
export function newLife(birth: Birth): Life {
  const life = { ...lifeAt(start(birth.input), birth), written: -1 };
  life.toWrite.push({ ...stepOf(life.snapshot), event: null, actor: 'system', effects: [] });
  return life;
}

/** A life as the run before handed it over. */
export const carriedLife = (carried: NonNullable<LifecycleRun['carried']>): Life => ({
  ...lifeAt(carried.snapshot, carried),
  answered: [...carried.answered],
});

/**
 * A life taken up where its lost process had last been written down. A renewal that was being asked
 * for may have happened: what became of it is asked, never repeated.
 */
export function recordedLife(record: LifecycleSnapshot, birth: Birth): Life {
  const life = lifeAt(record, birth);
  const requesting = tagsOf(record).includes('renewal.requesting');
  if (requesting) take(life, { type: 'REGISTRY_UNKNOWN', at: Date.now() }, 'system');
  return life;
}

const isAuditing = (snapshot: LifecycleSnapshot): boolean =>
  tagsOf(snapshot).includes('audit.open');

/** Takes an event at once. What it asks of the shell is done by the loop, in order. */
export function take(life: Life, event: LifecycleEvent, actor: string): number {
  const { snapshot, effects } = apply(life.snapshot, event);
  life.snapshot = snapshot;
  life.toWrite.push({ ...stepOf(snapshot), event, actor, effects });
  if (event.type === 'STALE') life.staleSeq = snapshot.seq;
  if (isAuditing(snapshot) && life.facts?.clockFrom !== clockFromOf(snapshot)) {
    life.factsAreOld = true;
  }
  return snapshot.seq;
}

/** Loads the facts as they are now. */
export async function learn(life: Life): Promise<void> {
  life.factsAreOld = false;
  life.learntAt = Date.now();
  const { enrolmentId, snapshot } = life;
  const auditing = isAuditing(snapshot);
  const clockFrom = auditing ? clockFromOf(snapshot) : null;
  const basis = auditing ? clockBasisOf(snapshot) : null;
  life.facts = await shell.loadMilestones({ enrolmentId, clockFrom, basis });
}

/** Writes the oldest unwritten step down, with its effects. */
export async function writeDown(life: Life): Promise<void> {
  const step = life.toWrite[0];
  if (step === undefined) return;
  await shell.project(step);
  life.toWrite.shift();
  life.written = step.snapshot.seq;
  if (life.tellsSeq) upsertMemo({ [SEQ_MEMO]: life.written });
}

/**
 * Attends to what the state owes; sleeps until a deadline, a fact, a person or an answer, or until the
 * run may end because nobody waits for it any more.
 */
export async function rest(life: Life, mayEnd: () => boolean): Promise<void> {
  for (const duty of dutiesOf(life.snapshot)) {
    if (!life.attending.has(duty)) void attendTo(life, duty);
  }
  const before = life.snapshot;
  const stirred = (): boolean =>
    life.factsAreOld || life.snapshot !== before || life.toWrite.length > 0 || mayEnd();
  const dueAt = nextDueAt(life.snapshot);
  // A deadline is an absolute instant looked at anew each round: so it can be moved.
  if (dueAt === null) await condition(stirred);
  else await condition(stirred, Math.max(1, dueAt + life.spreadMs - Date.now()));
}

async function attendTo(life: Life, duty: Duty): Promise<void> {
  life.attending.add(duty);
  const event = await attend(duty, life.snapshot);
  life.attending.delete(duty);
  if (can(life.snapshot, event).ok) take(life, event, 'system');
  life.factsAreOld = true;
}

const RECORDING = ['audit.recording', 'appeal.filed', 'appeal.recording'];

/** Is a decision being written? Nobody else's command is taken meanwhile. */
export const isRecording = (life: Life): boolean =>
  tagsOf(life.snapshot).some((tag) => RECORDING.includes(tag));
