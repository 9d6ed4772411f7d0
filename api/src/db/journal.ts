import type { Db } from './connect.ts';

export type JournalEntry = {
  readonly at: Date;
  readonly actor: {
    readonly kind: 'learner' | 'staff' | 'apiKey' | 'system' | 'anonymous';
    readonly id?: string | null;
  };
  /** Past tense, `area.what`: 'phone.corrected'. */
  readonly action: string;
  readonly learnerId?: string | null;
  readonly enrolmentId?: string | null;
  /** Never an ID number, phone, name or secret. */
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Appends to the technical log, inside the caller's transaction. */
export async function writeJournal(db: Db, entry: JournalEntry): Promise<void> {
  await db
    .insertInto('journal')
    .values({
      at: entry.at,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id ?? null,
      action: entry.action,
      learnerId: entry.learnerId ?? null,
      enrolmentId: entry.enrolmentId ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}
