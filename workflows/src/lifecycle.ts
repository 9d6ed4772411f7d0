import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { nextEvent, start } from '@xuzheng/engine';
import { answer, check } from './commands.ts';
import { commandUpdate, milestonesChanged, snapshotQuery, type LifecycleRun } from './contract.ts';
import { shell } from './duties.ts';
import { learn, lifeFrom, rest, take, writeDown, type Life } from './life.ts';

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
    if (life.factsAreOld) await learn(life);
    const event = life.facts === null ? null : nextEvent(life.snapshot, life.facts, Date.now());
    if (event !== null) take(life, event, 'system');
    else if (life.toWrite.length > 0) await writeDown(life);
    else if (life.factsAreOld) continue;
    else if (isOver(life)) return;
    else if (isLong(life, run)) await handOver(life, run);
    else await rest(life, () => isOver(life) || isLong(life, run));
  }
}

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

async function begin(run: LifecycleRun): Promise<Life> {
  if (run.carried !== undefined) return lifeFrom(run, run.carried.snapshot, run.carried.spreadMs);
  const { input, spreadMs } = await shell.loadEnrolment({ enrolmentId: run.enrolmentId });
  return lifeFrom(run, start(input), spreadMs);
}

const isIdle = (life: Life): boolean => life.attending.size === 0 && allHandlersFinished();

const isOver = (life: Life): boolean => life.snapshot.context.closedAt !== null && isIdle(life);

function isLong(life: Life, run: LifecycleRun): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  const limit = run.historyLimit ?? HISTORY_LIMIT;
  return (continueAsNewSuggested || historyLength > limit) && isIdle(life);
}

function handOver(life: Life, run: LifecycleRun): Promise<never> {
  const { snapshot, spreadMs, answered } = life;
  return continueAsNew<typeof learnerLifecycle>({
    ...run,
    carried: { snapshot, spreadMs, answered },
  });
}
