import type { FaceThresholds } from '@xuzheng/engine';
import type { Vault } from '../../crypto/vault.ts';
import type { Db } from '../../db/connect.ts';
import { templatesNearby } from '../../db/shared-evidence.ts';
import type { StudySessionRow } from '../../db/study-sessions.ts';
import { nearestOf, unpackTemplate, type FaceTemplate } from '../../faces/index.ts';

/** Flag of a snapshot whose face is not the learner's but close to somebody's who works or sits nearby. */
export const LIKE_COLLEAGUE = 'likeColleague';

/** So many portraits are looked at: only of a face that was not the learner's, so the cost is rare. */
const NEARBY_AT_MOST = 200;

/**
 * Is the face that was not the learner's close to the portrait of a colleague: same employer and study
 * year, or the same browser? Never set against everybody: among a million portraits somebody always
 * looks alike. The strict bound for a match without a cohort holds.
 */
export async function isLikeColleague(
  db: Db,
  vault: Vault,
  session: StudySessionRow,
  face: FaceTemplate,
  thresholds: FaceThresholds,
): Promise<boolean> {
  const rows = await templatesNearby(db, session, NEARBY_AT_MOST);
  const portraits = rows.flatMap((row) =>
    row.wrappedDataKey === null
      ? []
      : [unpackTemplate(vault.open(vault.unwrap(row.wrappedDataKey), row.descriptorSealed), row)],
  );
  return nearestOf(face, portraits) < thresholds.match.belowAlone;
}
