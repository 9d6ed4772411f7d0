import {
  SESSION_MACHINE_VERSION,
  type CreditState,
  type Ranges,
  type Segment,
  type SessionSnapshot,
} from '@xuzheng/engine';
import type { StudySessionRow } from '../../db/study-sessions.ts';

/** What of a session is kept as JSON. */
export interface Books {
  readonly session: SessionSnapshot;
  readonly credit: CreditState | null;
  readonly pendingBefore: Ranges;
}

type StoredBooks = Books & { readonly version: string };

/** Some of the segments lie apart. A process of an older build must not take the rest for all. */
const PARTED_VERSION = `${SESSION_MACHINE_VERSION}+settled`;

/**
 * Segments that every beat writes anew. A segment with a later one never changes any more, so older
 * ones go to a column of their own, in bulk: Postgres leaves a column alone that an update does not
 * name. Four hours with checks make about 90 segments, 28 kB to be rewritten every 15 s otherwise.
 */
const OPEN_AT_MOST = 16;

const withSegments = (credit: CreditState, segments: readonly Segment[]): CreditState => ({
  ...credit,
  base: { ...credit.base, segments },
});

const settledOf = (row: Pick<StudySessionRow, 'settledSegments'>): readonly Segment[] =>
  row.settledSegments as unknown as readonly Segment[];

/** Reads a stored session's books. Throws when another version of the machine wrote them. */
export function readBooks(row: Pick<StudySessionRow, 'id' | 'machine' | 'settledSegments'>): Books {
  const { version, session, credit, pendingBefore } = row.machine as unknown as StoredBooks;
  if (version === SESSION_MACHINE_VERSION) return { session, credit, pendingBefore };
  if (version !== PARTED_VERSION || credit === null) {
    throw new Error(`study session ${row.id} was stored by ${version}`);
  }
  const segments = [...settledOf(row), ...credit.base.segments];
  return { session, credit: withSegments(credit, segments), pendingBefore };
}

/** The columns to write; `settledSegments` only when some have been settled since the row was read. */
export function writeBooks(
  { session, credit, pendingBefore }: Books,
  row: Pick<StudySessionRow, 'settledSegments'> | null = null,
): { readonly machine: string; readonly settledSegments?: string } {
  const machine = (version: string, kept: CreditState | null): string =>
    JSON.stringify({ version, session, credit: kept, pendingBefore } satisfies StoredBooks);
  const known = row === null ? 0 : settledOf(row).length;
  const segments = credit?.base.segments ?? [];
  const settles = segments.length - known > OPEN_AT_MOST;
  const settled = settles ? segments.length - 1 : known;
  if (credit === null || settled === 0)
    return { machine: machine(SESSION_MACHINE_VERSION, credit) };
  return {
    machine: machine(PARTED_VERSION, withSegments(credit, segments.slice(settled))),
    ...(settles ? { settledSegments: JSON.stringify(segments.slice(0, settled)) } : {}),
  };
}
