import { sql } from 'kysely';
import type { Db } from './connect.ts';

export type QueueFilter = {
  readonly clock?: 'waiting' | 'due' | 'overdue' | 'paused';
  readonly post?: string;
  readonly studyYear?: number;
  /** Only cases with (true) or without (false) an open proposal to clear. */
  readonly proposed?: boolean;
  /** Leaves out what this member of staff may not decide: own case, own employer's, a declared interest. */
  readonly decidableBy?: string;
  /** Only cases of these owners; `orNobody` adds those without any. */
  readonly owners?: { readonly ids: readonly string[]; readonly orNobody: boolean };
};

/** Where the last page ended: risk, then due instant, then id. */
export type QueueCursor = { readonly risk: number; readonly dueAt: string; readonly id: string };

const QUEUE_COLUMNS = [
  'a.id',
  'a.enrolmentId',
  'a.n',
  'a.epoch',
  'a.openedAt',
  'a.dueAt',
  'a.overdueAt',
  'a.provisional',
  'a.clock',
  'a.risk',
  'a.proposedBy',
  'a.calendarVersion',
  'a.clockFrom',
  'a.pausedAt',
  'a.pause',
  'a.standstills',
  'a.ownerId',
  'e.post',
  'e.studyYear',
  'e.employer',
  'e.policyId',
  'e.policyVersion',
  'l.id as learnerId',
  'l.wrappedDataKey',
  'l.nameSealed',
] as const;

/** Rows when the member of staff has an interest in the case of the outer query (e, l). */
const conflictsOf = (db: Db, staffId: string) =>
  db
    .selectFrom('staff as me')
    .leftJoin('staff as other', (join) =>
      join.on((eb) =>
        eb.or([
          eb('other.id', '=', eb.ref('me.id')),
          eb('other.idNumberIndex', '=', eb.ref('me.idNumberIndex')),
        ]),
      ),
    )
    .leftJoin('conflictDeclarations as d', (join) =>
      join.onRef('d.staffId', '=', 'other.id').on('d.enrolmentId', '=', sql<string>`e.id`),
    )
    .select('me.id')
    .where('me.id', '=', staffId)
    .where((eb) =>
      eb.or([
        eb('d.id', 'is not', null),
        eb('me.idNumberIndex', '=', sql<Buffer>`l.id_number_index`),
        eb('me.employer', '=', sql<string>`e.employer`),
      ]),
    );

const openQueue = (db: Db) =>
  db
    .selectFrom('audits as a')
    .innerJoin('enrolments as e', 'e.id', 'a.enrolmentId')
    .innerJoin('learners as l', 'l.id', 'e.learnerId')
    .select(QUEUE_COLUMNS)
    .select((eb) =>
      eb
        .selectFrom('findings as f')
        .whereRef('f.enrolmentId', '=', 'a.enrolmentId')
        .whereRef('f.epoch', '=', 'a.epoch')
        .select((f) => f.fn.countAll<number>().as('findings'))
        .as('findings'),
    )
    .where('a.closedAt', 'is', null);

type Queue = ReturnType<typeof openQueue>;

const ofOwners = (query: Queue, owners: NonNullable<QueueFilter['owners']>): Queue =>
  query.where((eb) =>
    eb.or([
      ...(owners.ids.length > 0 ? [eb('a.ownerId', 'in', owners.ids)] : []),
      ...(owners.orNobody ? [eb('a.ownerId', 'is', null)] : []),
    ]),
  );

/** One page of the open audits, riskiest first, then soonest due. Keyset: no offset, no count. */
export async function openAudits(
  db: Db,
  filter: QueueFilter,
  page: { readonly limit: number; readonly after?: QueueCursor },
) {
  let query = openQueue(db);
  if (filter.clock !== undefined) query = query.where('a.clock', '=', filter.clock);
  if (filter.post !== undefined) query = query.where('e.post', '=', filter.post);
  if (filter.studyYear !== undefined) query = query.where('e.studyYear', '=', filter.studyYear);
  if (filter.proposed !== undefined)
    query = query.where('a.proposedBy', filter.proposed ? 'is not' : 'is', null);
  if (filter.decidableBy !== undefined)
    query = query.where((eb) => eb.not(eb.exists(conflictsOf(db, filter.decidableBy ?? ''))));
  if (filter.owners !== undefined) query = ofOwners(query, filter.owners);
  const after = page.after;
  if (after !== undefined)
    // Spelled out rather than as one row comparison: risk falls while the rest rises, and the plain
    // bound on risk lets the index on (risk DESC, due_at, id) begin where the last page ended.
    query = query
      .where('a.risk', '<=', after.risk)
      .where(
        sql<boolean>`(a.risk < ${after.risk} OR (a.due_at, a.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid))`,
      );
  return query
    .orderBy('a.risk', 'desc')
    .orderBy('a.dueAt')
    .orderBy('a.id')
    .limit(page.limit)
    .execute();
}

const CASE_COLUMNS = [
  'a.id',
  'a.n',
  'a.epoch',
  'a.openedAt',
  'a.dueAt',
  'a.overdueAt',
  'a.calendarVersion',
  'a.provisional',
  'a.clock',
  'a.clockFrom',
  'a.pausedAt',
  'a.pause',
  'a.standstills',
  'a.ownerId',
  'a.risk',
  'a.proposedBy',
  'a.proposedAt',
  'a.proposal',
  'a.closedAt',
  'a.closedAs',
  'e.id as enrolmentId',
  'e.post',
  'e.studyYear',
  'e.employer',
  'e.policyId',
  'e.policyVersion',
  'e.evidenceVersion',
  'e.examRequired',
  'e.examPassedAt',
  'e.hoursCompletedAt',
  'l.id as learnerId',
  'l.wrappedDataKey',
  'l.nameSealed',
  'l.idNumberSealed',
  'l.idNumberIndex',
  'v.verdict',
  'v.reasonCode',
  'v.textId',
  'v.scope',
  'v.at as decidedAt',
] as const;

/** The audit with its enrolment, learner and, once decided, verdict; null when there is none. */
export const auditCase = async (db: Db, auditId: string) =>
  (await db
    .selectFrom('audits as a')
    .innerJoin('enrolments as e', 'e.id', 'a.enrolmentId')
    .innerJoin('learners as l', 'l.id', 'e.learnerId')
    .leftJoin('verdicts as v', 'v.auditId', 'a.id')
    .select(CASE_COLUMNS)
    .where('a.id', '=', auditId)
    .executeTakeFirst()) ?? null;

/** The study sessions of an epoch, oldest first, with what each earned. */
export const sessionsOfCase = (db: Db, key: { enrolmentId: string; epoch: number }) =>
  db
    .selectFrom('studySessions as s')
    .innerJoin('lessons as le', 'le.id', 's.lessonId')
    .select([
      's.id',
      's.lessonId',
      'le.title as lessonTitle',
      's.startedAt',
      's.endedAt',
      's.endReason',
      's.creditedSeconds',
      's.uncountedSeconds',
      's.pendingSeconds',
      's.attended',
      's.deviceLabels',
    ])
    .where('s.enrolmentId', '=', key.enrolmentId)
    .where('s.epoch', '=', key.epoch)
    .where('s.replay', '=', false)
    .orderBy('s.id')
    .execute();

/** The snapshots of an epoch, oldest first. Images are fetched one by one, and each view is recorded. */
export const snapshotsOfCase = (db: Db, key: { enrolmentId: string; epoch: number }) =>
  db
    .selectFrom('snapshots')
    .select([
      'id',
      'sessionId',
      'takenAt',
      'outcome',
      'reason',
      'portraitDistance',
      'entryDistance',
      'thresholdsVersion',
      'modelId',
      'flags',
      'forgottenAt',
    ])
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .orderBy('takenAt')
    .execute();

/** Face checks at the entry and during the sessions of an epoch, oldest first. */
export const faceChecksOfCase = (db: Db, key: { enrolmentId: string; epoch: number }) =>
  db
    .selectFrom('faceChecks as c')
    .innerJoin('studySessions as s', 's.id', 'c.sessionId')
    .select([
      'c.id',
      'c.sessionId',
      'c.kind',
      'c.actions',
      'c.usedAt',
      'c.outcome',
      'c.reason',
      'c.distance',
      'c.thresholdsVersion',
      'c.modelId',
      'c.frameKeys',
      'c.forgottenAt',
    ])
    .where('s.enrolmentId', '=', key.enrolmentId)
    .where('s.epoch', '=', key.epoch)
    .where('c.usedAt', 'is not', null)
    .orderBy('c.id')
    .execute();

/** The newest audit of an enrolment, open or closed; null when there was none yet. */
export async function latestAuditOf(db: Db, enrolmentId: string) {
  const newest = await db
    .selectFrom('audits')
    .select('id')
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('n', 'desc')
    .executeTakeFirst();
  return newest === undefined ? null : auditCase(db, newest.id);
}

/** Was anything of an epoch studied without a face? Then a person looks at the portrait. */
export async function studiedWithoutFace(
  db: Db,
  key: { enrolmentId: string; epoch: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('studySessions')
    .select('id')
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .where('attended', '=', true)
    .where(sql<boolean>`credited_seconds + pending_seconds > 0`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
