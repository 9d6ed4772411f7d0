import { ApplicationFailure, condition } from '@temporalio/workflow';
import {
  can,
  clockBasisOf,
  tagsOf,
  type CommandEvent,
  type LifecycleSnapshot,
} from '@xuzheng/engine';
import type { Command, CommandOutcome } from './contract.ts';
import { shell } from './duties.ts';
import { isRecording, take, type Life } from './life.ts';

const ANSWERED_KEPT = 100;
/** Nobody waits longer than this for a registry: the process goes on alone. */
const PATIENCE = '6 seconds';

const refused = (code: string): ApplicationFailure =>
  ApplicationFailure.create({ type: code, message: code, nonRetryable: true });

/** The command as an event of now. Deadlines that only a calendar knows are asked for later. */
function eventOf({ event }: Command): CommandEvent {
  const at = Date.now();
  if (event.type === 'PAUSE_AUDIT') {
    const { workingDays: _, ...pause } = event;
    return { ...pause, at, until: at + 1, atMost: at + 1 };
  }
  if (event.type !== 'REOPEN') return { ...event, at } as CommandEvent;
  const clock = { dueAt: at, overdueAt: at, calendarVersion: 0 };
  return { ...event, at, clock: { ...clock, provisional: true, dueProvisional: true } };
}

/** Refuses what the statechart does not allow, with the code that says why. Never async. */
export function check(snapshot: LifecycleSnapshot, command: Command): void {
  checkEvent(snapshot, eventOf(command));
}

function checkEvent(snapshot: LifecycleSnapshot, event: CommandEvent): void {
  const allowed = can(snapshot, event);
  if (!allowed.ok) throw refused(allowed.refusal.code);
}

/** Takes a command and comes back when it is written down with all it set in motion at once. */
export async function answer(life: Life, command: Command): Promise<CommandOutcome> {
  const outcome = () => ({ seq: life.snapshot.seq, tags: tagsOf(life.snapshot) });
  await condition(() => !isRecording(life));
  if (life.answered.includes(command.commandId)) return outcome();
  const event = await completed(life, command);
  await condition(() => !isRecording(life));
  checkEvent(life.snapshot, event);
  remember(life, command.commandId);
  const seq = take(life, event, command.actor);
  life.factsAreOld = true;
  await condition(() => life.written >= seq && !isRecording(life));
  await condition(() => life.toWrite.length === 0);
  if (life.staleSeq > seq) {
    life.answered.splice(life.answered.indexOf(command.commandId), 1);
    throw refused('audit/evidenceStale');
  }
  await condition(() => !tagsOf(life.snapshot).includes('renewal.requesting'), PATIENCE);
  await condition(() => life.toWrite.length === 0);
  return outcome();
}

async function completed(life: Life, command: Command): Promise<CommandEvent> {
  const event = eventOf(command);
  const { at } = event;
  const { enrolmentId } = life;
  if (event.type === 'PAUSE_AUDIT' && command.event.type === 'PAUSE_AUDIT') {
    const { workingDays } = command.event;
    const basis = clockBasisOf(life.snapshot) ?? { openedAt: at, standstills: [] };
    return { ...event, ...(await shell.planPause({ enrolmentId, at, workingDays, basis })) };
  }
  if (event.type !== 'REOPEN') return event;
  return { ...event, clock: await shell.planAudit({ enrolmentId, openedAt: event.at }) };
}

function remember(life: Life, commandId: string): void {
  life.answered.push(commandId);
  life.answered.splice(0, life.answered.length - ANSWERED_KEPT);
}
