import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '@xuzheng/client';
import type { Db } from '../../../api/src/db/connect.ts';

const LOOK_EVERY_MS = 400;
const AT_MOST_MS = 10 * 60_000;

/** Where an enrolment is written to stand. */
export interface Standing {
  readonly tags: readonly string[];
  readonly epoch: number;
  readonly hoursComplete: boolean;
}

/** One look at all enrolments again and again, whatever is away meanwhile. */
export interface Watch {
  readonly of: (enrolmentId: string) => Standing | undefined;
  /** Waits until an enrolment stands as asked. */
  readonly until: (
    enrolmentId: string,
    what: string,
    fits: (standing: Standing) => boolean,
  ) => Promise<void>;
  readonly stop: () => void;
}

async function look(db: Db): Promise<Map<string, Standing>> {
  const rows = await db
    .selectFrom('enrolments')
    .select(['id', 'stateTags', 'epoch', 'hoursCompletedAt'])
    .execute();
  return new Map(
    rows.map(({ id, stateTags, epoch, hoursCompletedAt }) => [
      id,
      { tags: stateTags, epoch, hoursComplete: hoursCompletedAt !== null },
    ]),
  );
}

/** Starts watching the enrolments of a database that may be away for a while. */
export function watchEnrolments(db: Db): Watch {
  let seen = new Map<string, Standing>();
  let watching = true;
  void (async () => {
    while (watching) {
      seen = await look(db).catch(() => seen);
      await sleep(LOOK_EVERY_MS);
    }
  })();
  const of = (id: string) => seen.get(id);
  return {
    of,
    until: async (id, what, fits) => {
      for (const end = Date.now() + AT_MOST_MS; Date.now() < end; await sleep(LOOK_EVERY_MS)) {
        const standing = of(id);
        if (standing !== undefined && fits(standing)) return;
      }
      throw new Error(`${what} never came true for ${id}: ${of(id)?.tags.join(' ')}`);
    },
    stop: () => void (watching = false),
  };
}

/** A refusal of what was asked itself: no time and no return of a server makes it right. */
const isWrong = (error: unknown): boolean =>
  error instanceof ProblemError && [400, 415, 422].includes(error.problem.status);

/**
 * Tries until it is done, as people do whose page says "later": the answer of a try may be lost though
 * the try had its effect, so after each failure `isDone` has the word.
 */
export async function insist(
  what: string,
  attempt: () => Promise<unknown>,
  isDone: () => boolean | Promise<boolean>,
): Promise<void> {
  let last: unknown;
  for (const end = Date.now() + AT_MOST_MS; Date.now() < end; await sleep(500)) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (isWrong(error)) throw error;
      last = error;
    }
    const done = await Promise.resolve()
      .then(isDone)
      .catch(() => false);
    if (done) return;
  }
  const why = last instanceof ProblemError ? last.problem.code : String(last);
  throw new Error(`${what} was never done: ${why}`);
}
