import type { Kysely, Selectable } from 'kysely';
import type { DB, LessonProgress } from './schema.gen.ts';

export type LessonProgressRow = Selectable<LessonProgress>;

/** Seconds of a lesson, [from, to). */
export type LessonRange = readonly [number, number];

export interface LessonProgressState {
  readonly watched: readonly LessonRange[];
  readonly pending: readonly LessonRange[];
  readonly watchedSeconds: number;
  readonly completedAt: Date | null;
}

const NOTHING: LessonProgressState = {
  watched: [],
  pending: [],
  watchedSeconds: 0,
  completedAt: null,
};

const stateOf = (row: LessonProgressRow): LessonProgressState => ({
  watched: row.watched as unknown as LessonRange[],
  pending: row.pending as unknown as LessonRange[],
  watchedSeconds: Number(row.watchedSeconds),
  completedAt: row.completedAt,
});

/** What is watched of one lesson in one epoch; nothing yet is an empty state. */
export async function progressOfLesson(
  db: Kysely<DB>,
  key: { enrolmentId: string; epoch: number; lessonId: string },
): Promise<LessonProgressState> {
  const row = await db
    .selectFrom('lessonProgress')
    .selectAll()
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .where('lessonId', '=', key.lessonId)
    .executeTakeFirst();
  return row ? stateOf(row) : NOTHING;
}

/** All lessons of one enrolment and epoch, by lesson id. */
export async function progressOfEnrolment(
  db: Kysely<DB>,
  key: { enrolmentId: string; epoch: number },
): Promise<Map<string, LessonProgressState>> {
  const rows = await db
    .selectFrom('lessonProgress')
    .selectAll()
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .execute();
  return new Map(rows.map((row) => [row.lessonId, stateOf(row)]));
}

/** Writes what is watched. A completion, once written, stays: progress never falls by itself. */
export async function saveProgress(
  db: Kysely<DB>,
  key: { enrolmentId: string; epoch: number; lessonId: string },
  state: LessonProgressState,
): Promise<void> {
  const values = {
    watched: JSON.stringify(state.watched),
    pending: JSON.stringify(state.pending),
    watchedSeconds: state.watchedSeconds,
    completedAt: state.completedAt,
  };
  await db
    .insertInto('lessonProgress')
    .values({ ...key, ...values })
    .onConflict((conflict) =>
      conflict.columns(['enrolmentId', 'epoch', 'lessonId']).doUpdateSet((eb) => ({
        ...values,
        completedAt: eb.fn.coalesce('lessonProgress.completedAt', 'excluded.completedAt'),
      })),
    )
    .execute();
}
