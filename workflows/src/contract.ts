import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CommandEvent, LifecycleSnapshot } from '@xuzheng/engine';

/** Where lifecycles run unless the operator names another queue. */
export const LIFECYCLE_TASK_QUEUE = 'xuzheng-lifecycle';

/** The workflow's type name. */
export const LIFECYCLE_WORKFLOW = 'learnerLifecycle';

/** One process per enrolment, for ever: ids are never used twice. */
export const lifecycleIdOf = (enrolmentId: string): string => `enrolment-${enrolmentId}`;

/** What starts a lifecycle; all else is loaded. `carried` is what one run hands to the next. */
export type LifecycleRun = {
  readonly enrolmentId: string;
  readonly carried?: {
    readonly snapshot: LifecycleSnapshot;
    readonly spreadMs: number;
    readonly tellsSeq?: boolean;
    /** Commands already answered: their ids are forgotten by the server with the run. */
    readonly answered: readonly string[];
  };
  /** Events of history after which a run hands over to the next. */
  readonly historyLimit?: number;
};

type WithoutClock<Event> = Event extends { readonly type: 'PAUSE_AUDIT' }
  ? Omit<Event, 'at' | 'until' | 'atMost'> & {
      /** It ends by itself at the end of that many working days. */
      readonly workingDays: number;
    }
  : Event extends CommandEvent
    ? Omit<Event, 'at' | 'clock'>
    : never;

/** A command as it is sent: the process itself fills in the instant and the deadlines. */
export type CommandRequest = WithoutClock<CommandEvent>;

export type Command = {
  /** Chosen by the sender; the same id is the same command, however often it is sent. */
  readonly commandId: string;
  readonly event: CommandRequest;
  /** `learner:<id>`, `staff:<id>`, `apiKey:<id>` or `system`. Ids only. */
  readonly actor: string;
};

/** What a running process says of itself in lists: its newest step that is written down. */
export const SEQ_MEMO = 'seq';

/** Where the lifecycle stands when the command and all it set in motion at once are done. */
export type CommandOutcome = { readonly seq: number; readonly tags: readonly string[] };

/** Refuses with an ApplicationFailure whose type is the refusal's code. */
export const commandUpdate = defineUpdate<CommandOutcome, [Command]>('command');

/** A fact has changed in the database. Says no more than that: the process loads the facts itself. */
export const milestonesChanged = defineSignal<[{ readonly upToSeq: number }]>('milestonesChanged');

export const snapshotQuery = defineQuery<LifecycleSnapshot | null>('snapshot');
