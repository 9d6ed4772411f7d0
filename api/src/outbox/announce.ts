import type { Command } from '@xuzheng/workflows';
import type { Db } from '../db/connect.ts';
import {
  insertOutbox,
  insertOutboxCommand,
  insertOutboxForCalendar,
  type OutboxKind,
} from '../db/outbox.ts';

/**
 * Says that a fact of an enrolment has changed, in the transaction that changes it: fact and message
 * are committed together or not at all. `enrolmentStarted` begins the enrolment's process.
 */
export const announce = (trx: Db, enrolmentId: string, kind: OutboxKind): Promise<void> =>
  insertOutbox(trx, enrolmentId, kind);

/**
 * Gives a process a command that nobody waits for, in the transaction whose fact it tells: it arrives
 * once, also when the process is away for hours.
 */
export const announceCommand = (trx: Db, enrolmentId: string, command: Command): Promise<void> =>
  insertOutboxCommand(trx, enrolmentId, command);

/** A new version of the calendar concerns every running clock: of audits, appeals and their windows. */
export const announceCalendar = (trx: Db): Promise<void> => insertOutboxForCalendar(trx);
