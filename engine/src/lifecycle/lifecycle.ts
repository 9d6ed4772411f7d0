import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import type { Instant } from '../calendar/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { LIFECYCLE_VERSION, lifecycleMachine } from './lifecycle.machine.ts';
import type {
  CommandName,
  LifecycleEffect,
  LifecycleEvent,
  LifecycleInput,
  LifecycleSnapshot,
  LifecycleValue,
} from './lifecycle-types.ts';
import { COMMAND_NAMES } from './lifecycle-types.ts';
import { probeOf } from './probes.ts';
import { reasonAgainst } from './reasons.ts';
import { tagsOf } from './tags.ts';

/** What one event made of the lifecycle: the next snapshot, and what the shell is told to do. */
export type Applied = {
  readonly snapshot: LifecycleSnapshot;
  readonly effects: readonly LifecycleEffect[];
};

type MachineSnapshot = ReturnType<typeof lifecycleMachine.resolveState>;

const revive = ({ value, context }: LifecycleSnapshot): MachineSnapshot =>
  lifecycleMachine.resolveState({ value: value as MachineSnapshot['value'], context });

const keep = (machine: AnyMachineSnapshot, seq: number): LifecycleSnapshot => ({
  machineVersion: LIFECYCLE_VERSION,
  value: machine.value as LifecycleValue,
  context: machine.context as LifecycleSnapshot['context'],
  seq,
});

/** The first snapshot: what the account already has is passed at once. */
export const start = (input: LifecycleInput): LifecycleSnapshot =>
  keep(initialTransition(lifecycleMachine, input)[0], 0);

/**
 * May this event happen now? The machine alone answers; the refusal says in a code of the closed list
 * why not. XState keeps silent about an event nobody handles, so ask this before `apply`.
 */
export function can(snapshot: LifecycleSnapshot, event: LifecycleEvent): Result<void> {
  if (revive(snapshot).can(event)) return ok(undefined);
  return refuse(reasonAgainst(tagsOf(snapshot), snapshot.context, event));
}

/** Takes an event that `can` allows. An event that is not allowed is a fault of the caller. */
export function apply(snapshot: LifecycleSnapshot, event: LifecycleEvent): Applied {
  const before = revive(snapshot);
  if (!before.can(event)) throw new Error(`lifecycle: ${event.type} is not allowed here`);
  const [after, actions] = transition(lifecycleMachine, before, event);
  const effects = actions
    .filter((action) => action.type === 'tell')
    .map((action) => action.params as LifecycleEffect);
  return { snapshot: keep(after, snapshot.seq + 1), effects };
}

/**
 * The commands that this state lets anybody give at `now`. Who may give them, and whether the giver
 * has touched the case, is asked elsewhere; a person nobody has seen yet stands for the giver here.
 */
export function permitted(snapshot: LifecycleSnapshot, now: Instant): CommandName[] {
  const state = revive(snapshot);
  return COMMAND_NAMES.filter((name) => state.can(probeOf(name, snapshot.context, now)));
}
