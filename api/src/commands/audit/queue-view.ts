import { maskName, postLabel, type Policy } from '@xuzheng/engine';
import { openAudits, type QueueCursor, type QueueFilter } from '../../db/audit-desk.ts';
import { calendarVersion } from '../../db/calendars.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import type { QueueItemView } from '../../schemas/audits.ts';
import { iso } from '../../schemas/shared.ts';
import { handlersOf } from './handler-view.ts';
import { clockAt, pauseReason } from './clock-view.ts';

type Row = Awaited<ReturnType<typeof openAudits>>[number];

const encode = (row: Row): string =>
  Buffer.from(JSON.stringify([row.risk, iso(row.dueAt), row.id])).toString('base64url');

/** Reads a cursor back; anything else is the first page. */
export function decodeCursor(text: string | undefined): QueueCursor | undefined {
  if (text === undefined) return undefined;
  try {
    const [risk, dueAt, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const good =
      Number.isInteger(risk) &&
      typeof dueAt === 'string' &&
      !Number.isNaN(Date.parse(dueAt)) &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/.test(id);
    return good ? { risk: risk as number, dueAt: dueAt as string, id: id as string } : undefined;
  } catch {
    return undefined;
  }
}

/** The policies of a page, each loaded once. */
async function policiesOf(deps: Deps, rows: readonly Row[]): Promise<Map<string, Policy>> {
  const policies = new Map<string, Policy>();
  for (const row of rows) {
    const key = `${row.policyId}@${row.policyVersion}`;
    if (!policies.has(key)) policies.set(key, await policyOf(deps.db, row));
  }
  return policies;
}

function holderOf(deps: Deps, row: Row): string {
  if (row.wrappedDataKey === null) return '';
  return maskName(deps.vault.openText(deps.vault.unwrap(row.wrappedDataKey), row.nameSealed));
}

/** One page of the queue for the wire, riskiest first, then soonest due. */
export async function queuePage(
  deps: Deps,
  filter: QueueFilter,
  page: { readonly limit: number; readonly cursor?: string; readonly readerId: string },
): Promise<{ items: QueueItemView[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor);
  const rows = await openAudits(deps.db, filter, {
    limit: page.limit,
    ...(after === undefined ? {} : { after }),
  });
  const policies = await policiesOf(deps, rows);
  const calendars = new Map<number, Awaited<ReturnType<typeof calendarVersion>>>();
  for (const { calendarVersion: version } of rows)
    if (!calendars.has(version)) calendars.set(version, await calendarVersion(deps.db, version));
  const handlers = await handlersOf(deps.db, rows, page.readerId, deps.clock.now());
  const items = rows.map((row, n): QueueItemView => {
    const policy = policies.get(`${row.policyId}@${row.policyVersion}`);
    const calendar = calendars.get(row.calendarVersion);
    return {
      ...plainItem(row),
      holderMasked: holderOf(deps, row),
      handledBy: handlers[n] ?? null,
      workingDaysLeft:
        policy && calendar ? clockAt(row, policy, calendar, deps.clock.now()).workingDaysLeft : 0,
    };
  });
  const last = rows.at(-1);
  return { items, nextCursor: last && rows.length === page.limit ? encode(last) : null };
}

const plainItem = (
  row: Row,
): Omit<QueueItemView, 'holderMasked' | 'handledBy' | 'workingDaysLeft'> => ({
  id: row.id,
  enrolmentId: row.enrolmentId,
  learnerId: row.learnerId,
  post: row.post,
  postLabel: { zh: postLabel(row.post, 'zh'), en: postLabel(row.post, 'en') },
  studyYear: row.studyYear,
  employer: row.employer,
  n: row.n,
  risk: row.risk,
  findings: row.findings ?? 0,
  clock: row.clock as QueueItemView['clock'],
  pauseReason: pauseReason(row),
  escalated: row.clock === 'overdue',
  openedAt: iso(row.openedAt),
  dueAt: iso(row.dueAt),
  overdueAt: iso(row.overdueAt),
  provisional: row.provisional,
  proposed: row.proposedBy !== null,
});
