import { apply, can, start } from './lifecycle.ts';
import type { LifecycleEvent, LifecycleInput, LifecycleSnapshot } from './lifecycle-types.ts';
import { tagsOf } from './tags.ts';

/** An event of a lifecycle as it was written, with the state it led to. */
export type EventOnRecord = {
  readonly seq: number;
  readonly event: LifecycleEvent;
  readonly tags: readonly string[];
};

/** Where a lifecycle run again would not have gone the way that was written. */
export type Departure = {
  readonly seq: number;
  readonly type: LifecycleEvent['type'];
  /** The code of the refusal, or the state it leads to instead. */
  readonly is: string;
  readonly was: string;
};

const text = (tags: readonly string[]): string => [...tags].sort().join(' ');

/**
 * Runs a lifecycle again from its written events: every guard must let each of them pass, and each must
 * lead where it led. Gives the first departure, or null.
 */
export function replayEvents(
  input: LifecycleInput,
  events: readonly EventOnRecord[],
): Departure | null {
  let snapshot: LifecycleSnapshot = start(input);
  for (const { seq, event, tags } of events) {
    const { type } = event;
    const was = text(tags);
    if (seq !== snapshot.seq + 1) return { seq, type, was, is: `seq ${snapshot.seq + 1}` };
    const allowed = can(snapshot, event);
    if (!allowed.ok) return { seq, type, was, is: allowed.refusal.code };
    snapshot = apply(snapshot, event).snapshot;
    const is = text(tagsOf(snapshot));
    if (is !== was) return { seq, type, was, is };
  }
  return null;
}
