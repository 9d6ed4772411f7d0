import type { Db } from '../db/connect.ts';
import { insertOutbox, insertOutboxForOpenAudits, type OutboxKind } from '../db/outbox.ts';

/**
 * Says that a fact of an enrolment has changed, in the transaction that changes it: fact and message
 * are committed together or not at all. `enrolmentStarted` begins the enrolment's process.
 */
export const announce = (trx: Db, enrolmentId: string, kind: OutboxKind): Promise<void> =>
  insertOutbox(trx, enrolmentId, kind);

/** A new version of the calendar concerns every running audit clock. */
export const announceCalendar = (trx: Db): Promise<void> => insertOutboxForOpenAudits(trx);
