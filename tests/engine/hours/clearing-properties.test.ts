import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balanceOf,
  carriedWatched,
  clearEntries,
  creditEntries,
  cutsOf,
  lessonComplete,
  levelEntries,
  measure,
  restoredWatched,
  restoreEntries,
  standingByLesson,
  studiedEntry,
  toMillisecond,
  type ClearCut,
  type ClearScope,
  type LedgerEntry,
  type LessonHeld,
  type Range,
  type Ranges,
} from '@xuzheng/engine';

const LESSONS = ['a', 'b', 'c'] as const;
const DURATION = 60;

type Session = { readonly id: string; readonly lessonId: string; readonly range: Range };

/** An enrolment's hours as the product keeps them, moved by the product's own rules alone. */
class Hours {
  ledger: LedgerEntry[] = [];
  epoch = 1;
  watched = new Map<string, Ranges>();
  archive: { auditId: string; watched: Map<string, Ranges>; cuts: ClearCut[] }[] = [];
  sessions: Session[] = [];
  audits = 0;
  /** The clear that may still be appealed. */
  appealable: string | null = null;

  of(lessonId: string): Ranges {
    return this.watched.get(lessonId) ?? [];
  }

  /** One session that plays the first gap, for at most so many seconds. */
  study(lessonId: string, seconds: number): void {
    if (lessonComplete(this.of(lessonId), DURATION)) return;
    const from = this.of(lessonId).find(([start]) => start === 0)?.[1] ?? 0;
    const range: Range = [from, Math.min(DURATION, from + seconds)];
    this.sessions.push({ id: `s${this.sessions.length}`, lessonId, range });
    this.watched.set(lessonId, restoredWatched(this.of(lessonId), [range], DURATION));
    if (!lessonComplete(this.of(lessonId), DURATION)) return;
    const watchedSeconds = measure(this.of(lessonId));
    const entry = studiedEntry(this.ledger, { lessonId, epoch: this.epoch, watchedSeconds }, 0);
    if (entry !== null) this.ledger.push(entry);
  }

  learnAll(): void {
    for (const lessonId of LESSONS) {
      for (let n = 0; n < 200 && !lessonComplete(this.of(lessonId), DURATION); n++) {
        this.study(lessonId, 17);
      }
    }
  }

  isComplete(): boolean {
    return LESSONS.every((lessonId) => lessonComplete(this.of(lessonId), DURATION));
  }

  held(): LessonHeld[] {
    const standing = standingByLesson(this.ledger);
    return LESSONS.map((lessonId) => ({
      lessonId,
      courseId: lessonId === 'c' ? 'public' : 'professional',
      durationSeconds: DURATION,
      watched: this.of(lessonId),
      standingSeconds: standing.get(lessonId) ?? 0,
      secured: this.sessions
        .filter((session) => session.lessonId === lessonId)
        .map(({ id, range }) => ({ sessionId: id, ranges: [range] })),
    }));
  }

  accept(): void {
    this.ledger.push(...creditEntries(this.ledger, { auditId: `audit${++this.audits}`, at: 1 }));
  }

  /** Gives the seconds it took. */
  clear(scope: ClearScope): number {
    const cuts = cutsOf(scope, this.held());
    if (cuts.length === 0) return 0;
    const auditId = `audit${++this.audits}`;
    const before = balanceOf(this.ledger).studiedSeconds;
    const whole = scope.kind === 'wholeYear';
    this.ledger.push(...clearEntries(this.ledger, { auditId, at: 2 }, whole ? null : cuts));
    this.archive.push({ auditId, watched: new Map(this.watched), cuts });
    this.epoch++;
    for (const { lessonId, ranges } of cuts)
      this.watched.set(lessonId, carriedWatched(this.of(lessonId), ranges));
    this.appealable = auditId;
    return toMillisecond(before - balanceOf(this.ledger).studiedSeconds);
  }

  grant(): void {
    const closed = this.archive.find(({ auditId }) => auditId === this.appealable);
    if (closed === undefined) return;
    this.ledger.push(...restoreEntries(this.ledger, closed.auditId, 3));
    for (const lessonId of LESSONS) {
      const past = closed.watched.get(lessonId) ?? [];
      this.watched.set(lessonId, restoredWatched(past, this.of(lessonId), DURATION));
    }
    const stamp = { auditId: `audit${++this.audits}`, at: 4 };
    const union = new Map(LESSONS.map((lessonId) => [lessonId, measure(this.of(lessonId))]));
    this.ledger.push(...levelEntries(this.ledger, union, stamp));
    this.ledger.push(...creditEntries(this.ledger, stamp));
    this.appealable = null;
  }
}

type Step = (hours: Hours) => void;

const scopes = (hours: Hours, pick: number): ClearScope => {
  const ids = hours.sessions.filter((_, n) => (pick >> (n % 8)) % 2 === 1).map(({ id }) => id);
  const kinds: ClearScope[] = [
    { kind: 'wholeYear', ids: [] },
    { kind: 'course', ids: [pick % 2 === 0 ? 'professional' : 'public'] },
    { kind: 'lesson', ids: [LESSONS[pick % 3] ?? 'a'] },
    { kind: 'segments', ids },
  ];
  return kinds[pick % 4] ?? kinds[0]!;
};

/** Steps as the lifecycle lets them happen: an audit opens on complete hours alone. */
const step = fc.oneof(
  fc.tuple(fc.constantFrom(...LESSONS), fc.integer({ min: 1, max: 40 })).map(
    ([lesson, seconds]): Step =>
      (hours) =>
        hours.study(lesson, seconds),
  ),
  fc.constant<Step>((hours) => hours.learnAll()),
  fc.constant<Step>((hours) => void (hours.isComplete() && hours.accept())),
  fc.integer({ min: 0, max: 255 }).map((pick): Step => (hours) => {
    if (hours.isComplete()) hours.clear(scopes(hours, pick));
  }),
  fc.constant<Step>((hours) => hours.grant()),
);
const lives = fc.array(step, { maxLength: 24 });

describe('for any order of study, verdicts, clears of any scope, appeals and relearning', () => {
  it('the balance is the sum of the entries, never negative, and never more than the lessons', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const hours = new Hours();
        for (const take of steps) {
          const entriesBefore = [...hours.ledger];
          take(hours);
          expect(hours.ledger.slice(0, entriesBefore.length)).toEqual(entriesBefore);
          const { studiedSeconds, creditedSeconds } = balanceOf(hours.ledger);
          const summed = hours.ledger
            .filter(({ entry }) => entry !== 'hours.credited')
            .reduce((sum, { seconds }) => sum + seconds, 0);
          expect(studiedSeconds).toBeCloseTo(summed, 6);
          expect(creditedSeconds).toBeGreaterThanOrEqual(0);
          expect(creditedSeconds).toBeLessThanOrEqual(studiedSeconds);
          for (const [lessonId, seconds] of standingByLesson(hours.ledger)) {
            expect(seconds).toBeGreaterThanOrEqual(0);
            expect(seconds).toBeLessThanOrEqual(measure(hours.of(lessonId)) + 1e-9);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('when the hours are complete, every second watched stands, and an acceptance credits it', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const hours = new Hours();
        for (const take of steps) take(hours);
        hours.learnAll();
        hours.accept();
        const { studiedSeconds, creditedSeconds } = balanceOf(hours.ledger);
        const watched = LESSONS.reduce((sum, id) => sum + measure(hours.of(id)), 0);
        expect(studiedSeconds).toBeCloseTo(watched, 6);
        expect(creditedSeconds).toBeCloseTo(watched, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('a granted appeal restores exactly the cleared seconds, and relearning in between never lessens it', () => {
    fc.assert(
      fc.property(
        lives,
        fc.integer({ min: 0, max: 255 }),
        fc.array(step, { maxLength: 3 }),
        (steps, pick, between) => {
          const hours = new Hours();
          for (const take of steps) take(hours);
          hours.learnAll();
          const before = standingByLesson(hours.ledger);
          const stood = balanceOf(hours.ledger);
          const took = hours.clear(scopes(hours, pick));
          fc.pre(took > 0);
          const quiet = between.length === 0;
          // Only study may lie between: another verdict would be another story.
          for (const lesson of quiet ? [] : LESSONS) hours.study(lesson, 9 * between.length);
          const atLeast = standingByLesson(hours.ledger);
          hours.grant();
          const after = standingByLesson(hours.ledger);
          for (const lessonId of LESSONS) {
            const restored = after.get(lessonId) ?? 0;
            expect(restored).toBeGreaterThanOrEqual(before.get(lessonId) ?? 0);
            expect(restored).toBeGreaterThanOrEqual(atLeast.get(lessonId) ?? 0);
            expect(restored).toBeLessThanOrEqual(DURATION);
          }
          if (quiet) expect(balanceOf(hours.ledger).studiedSeconds).toBe(stood.studiedSeconds);
          expect(balanceOf(hours.ledger).creditedSeconds).toBe(
            balanceOf(hours.ledger).studiedSeconds,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a clear of a part leaves the rest watched and standing, second for second', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 255 }), (steps, pick) => {
        const hours = new Hours();
        for (const take of steps) take(hours);
        hours.learnAll();
        const scope = scopes(hours, pick);
        const cuts = new Map(cutsOf(scope, hours.held()).map((cut) => [cut.lessonId, cut]));
        const before = new Map(LESSONS.map((id) => [id, hours.of(id)]));
        const standing = standingByLesson(hours.ledger);
        hours.clear(scope);
        for (const id of LESSONS) {
          const cut = cuts.get(id);
          const left = (standing.get(id) ?? 0) - (cut?.seconds ?? 0);
          expect(standingByLesson(hours.ledger).get(id) ?? 0).toBeCloseTo(left, 6);
          expect(lessonComplete(hours.of(id), DURATION)).toBe(cut === undefined);
          const whole = restoredWatched(hours.of(id), cut?.ranges ?? [], DURATION);
          expect(whole).toEqual(before.get(id));
        }
      }),
      { numRuns: 300 },
    );
  });
});
