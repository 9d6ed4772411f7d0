import {
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { dutiesOf, nextEvent, type LifecycleEvent } from '@xuzheng/engine';
import { answer, check } from './commands.ts';
import { commandUpdate, milestonesChanged, snapshotQuery, type LifecycleRun } from './contract.ts';
import { shell } from './duties.ts';
import {
  carriedLife,
  learn,
  newLife,
  recordedLife,
  rest,
  take,
  writeDown,
  type Life,
} from './life.ts';

const HISTORY_LIMIT = 5_000;

/**
 * The life of one enrolment, from registration to the renewed certificate. It decides nothing: the
 * engine's statechart does. Handlers change the state; the loop acts: it writes each step down, does
 * what the state owes the world, and waits for facts, people or deadlines.
 */
export async function learnerLifecycle(run: LifecycleRun): Promise<void> {
  const hold: { life: Life | null } = { life: null };
  listen(hold);
  const life = (hold.life = await begin(run));

  for (;;) {
    if (isTooLong(run) && isSettled(life) && patched('between-commands'))
      await betweenCommands(life);
    if (isLong(life, run)) await handOver(life, run);
    if (life.factsAreOld) await learn(life);
    const event = life.facts === null ? null : nextEvent(life.snapshot, life.facts, Date.now());
    if (event !== null && mustLearnBefore(event, life) && patched('facts-first')) await learn(life);
    else if (event !== null) take(life, event, 'system');
    else if (life.toWrite.length > 0) await writeDown(life);
    else if (life.factsAreOld) continue;
    else if (isOver(life)) return;
    else await rest(life, () => isOver(life) || isLong(life, run));
  }
}

/**
 * The end of a year or of a window closes an enrolment for good. It is heard only on facts loaded after
 * it: hours completed in the last second may be there while word of them is still under way.
 */
const mustLearnBefore = ({ type, at }: LifecycleEvent, { learntAt }: Life): boolean =>
  (type === 'YEAR_ENDED' || type === 'RELEARN_ENDED') && learntAt < at;

/** Messages may come before the life is loaded: they wait for it. */
function listen(hold: { life: Life | null }): void {
  setHandler(snapshotQuery, () => hold.life?.snapshot ?? null);
  setHandler(milestonesChanged, () => {
    if (hold.life !== null) hold.life.factsAreOld = true;
  });
  setHandler(
    commandUpdate,
    async (command) => {
      await condition(() => hold.life !== null);
      return answer(hold.life as Life, command);
    },
    {
      validator: (command) => {
        const known = hold.life === null || hold.life.answered.includes(command.commandId);
        if (!known && hold.life !== null) check(hold.life.snapshot, command);
      },
    },
  );
}

async function begin({ enrolmentId, carried }: LifecycleRun): Promise<Life> {
  if (carried !== undefined) return carriedLife(carried);
  const birth = await shell.loadEnrolment({ enrolmentId });
  return birth.record ? recordedLife(birth.record, birth) : newLife(birth);
}

const isIdle = (life: Life): boolean => life.attending.size === 0 && allHandlersFinished();

const isOver = (life: Life): boolean => life.snapshot.context.closedAt !== null && isIdle(life);

function isTooLong({ historyLimit = HISTORY_LIMIT }: LifecycleRun): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength > historyLimit;
}

const isLong = (life: Life, run: LifecycleRun): boolean =>
  isTooLong(run) && isIdle(life) && life.toWrite.length === 0;

/** Nothing is owed and nothing waits to be written: only commands being answered hold a run up. */
const isSettled = (life: Life): boolean =>
  life.toWrite.length === 0 && life.attending.size === 0 && dutiesOf(life.snapshot).length === 0;

/** Commands that follow each other closely leave no other moment; the next run loads the facts. */
const betweenCommands = (life: Life): Promise<void> =>
  condition(() => isIdle(life) || !isSettled(life));

function handOver(life: Life, run: LifecycleRun): Promise<never> {
  const { snapshot, spreadMs, answered } = life;
  return continueAsNew<typeof learnerLifecycle>({
    ...run,
    carried: { snapshot, spreadMs, answered, tellsSeq: true },
  });
}
