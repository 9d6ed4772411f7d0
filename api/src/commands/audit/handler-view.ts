import { absenceOn, dayOf, handlerOn, type Absence } from '@xuzheng/engine';
import { absencesOn } from '../../db/absences.ts';
import { handoversOf, owningStaff } from '../../db/audit-owners.ts';
import type { Db } from '../../db/connect.ts';
import { staffNames } from '../../db/signers.ts';
import type { Deps } from '../../deps.ts';
import type { CaseView } from '../../schemas/audits.ts';
import type { HandledByView } from '../../schemas/handled-by.ts';
import { iso } from '../../schemas/shared.ts';
import { readCaseText } from '../case-text.ts';
import type { CaseRow } from './case-facts.ts';

/** Who is away today. */
export const absencesToday = (db: Db, now: number): Promise<Absence[]> =>
  absencesOn(db, dayOf(now));

type Owned = { readonly ownerId: string | null };

/** Who has each of these cases today, and for whom when the owner is away. */
export async function handlersOf(
  db: Db,
  rows: readonly Owned[],
  readerId: string,
  now: number,
): Promise<(HandledByView | null)[]> {
  const absences = await absencesToday(db, now);
  const today = dayOf(now);
  const held = rows.map(({ ownerId }) => ({ ownerId, id: handlerOn(ownerId, absences, today) }));
  const ids = held.flatMap(({ ownerId, id }) => [ownerId, id]).filter((id) => id !== null);
  const names = await staffNames(db, ids);
  return held.map(({ ownerId, id }) => {
    if (ownerId === null) return null;
    const away = absenceOn(ownerId, absences, today);
    return {
      name: id === null ? null : (names.get(id) ?? ''),
      mine: id === readerId,
      owner: names.get(ownerId) ?? '',
      awayUntil: away?.untilOn ?? null,
    };
  });
}

/** Owners whose cases a person has today; with null, those whose cases are everybody's. */
export async function ownersHeldBy(db: Db, staffId: string | null, now: number) {
  const absences = await absencesToday(db, now);
  const owners = await owningStaff(db);
  return owners.filter((owner) => handlerOn(owner, absences, dayOf(now)) === staffId);
}

/** Who has the case, and how it came to them. */
export async function ownershipView(
  deps: Deps,
  row: CaseRow,
  readerId: string,
): Promise<Pick<CaseView, 'handledBy' | 'handovers'>> {
  const [handledBy = null] = await handlersOf(deps.db, [row], readerId, deps.clock.now());
  const given = await handoversOf(deps.db, row.id);
  const handovers = given.map(async ({ at, by, to, textId }) => ({
    ...{ at: iso(at), by, to },
    note: await readCaseText(deps, textId, row.wrappedDataKey),
  }));
  return { handledBy, handovers: await Promise.all(handovers) };
}
