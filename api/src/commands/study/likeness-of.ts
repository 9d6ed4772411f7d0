import type { DataKey, Vault } from '../../crypto/vault.ts';
import type { Db } from '../../db/connect.ts';
import { faceChecksOfSession } from '../../db/face-checks.ts';
import { templatesOfOthers, type DescribedBy } from '../../db/likeness.ts';
import { snapshotsOfSession } from '../../db/snapshots.ts';
import type { StudySessionRow } from '../../db/study-sessions.ts';
import type { Deps } from '../../deps.ts';
import { packVector, unpackTemplate, type FaceTemplate } from '../../faces/index.ts';
import type { Likeness } from '../../faces/index.ts';
import { currentTemplate, type TemplateDeps } from '../renew-template.ts';

/** How many other portraits a face is set against; the nearest of them make the margin. */
const COHORT_AT_MOST = 120;

/** Flag of a snapshot, and fact of a check, that looked like another face by itself. */
export const LOOKS_OTHER = 'looksOther';

async function cohortOf(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  learnerId: string,
  by: DescribedBy,
): Promise<FaceTemplate[]> {
  const rows = await templatesOfOthers(db, learnerId, by, COHORT_AT_MOST);
  return rows.flatMap((row) =>
    row.wrappedDataKey === null
      ? []
      : [unpackTemplate(vault.open(vault.unwrap(row.wrappedDataKey), row.descriptorSealed), row)],
  );
}

/** The entry frame's template of a session, sealed with the model that made it. */
export const sealEntry = (vault: Vault, key: DataKey, entry: FaceTemplate): Buffer =>
  vault.seal(
    key,
    JSON.stringify({
      modelId: entry.modelId,
      weightsHash: entry.weightsHash,
      vector: packVector(entry).toString('base64'),
    }),
  );

function openEntry(vault: Vault, key: DataKey, sealed: Buffer): FaceTemplate {
  const stored = JSON.parse(vault.openText(key, sealed)) as {
    modelId: string;
    weightsHash: string;
    vector: string;
  };
  return unpackTemplate(Buffer.from(stored.vector, 'base64'), stored);
}

async function earlierOtherFaces(db: Db, sessionId: string): Promise<number> {
  const [checks, snapshots] = await Promise.all([
    faceChecksOfSession(db, sessionId),
    snapshotsOfSession(db, sessionId),
  ]);
  return (
    checks.filter((one) => (one.measured as Record<string, unknown> | null)?.[LOOKS_OTHER] === true)
      .length + snapshots.filter((one) => one.flags.includes(LOOKS_OTHER)).length
  );
}

/**
 * Whom a picture of the learner is compared with: the portrait, the entry frame of the session, and
 * others' portraits for the margin. A portrait that another network described is embedded again
 * first. Null when the learner has no portrait to compare with.
 */
export async function likenessOf(
  deps: TemplateDeps,
  key: DataKey,
  learnerId: string,
  session: StudySessionRow | null,
): Promise<Likeness | null> {
  const { db, vault } = deps;
  const template = await currentTemplate(deps, key, learnerId);
  if (template === undefined) return null;
  const portrait = unpackTemplate(vault.open(key, template.descriptorSealed), template);
  const entrySealed = session?.entryDescriptorSealed ?? null;
  return {
    portrait,
    ...(entrySealed === null ? {} : { entry: openEntry(vault, key, entrySealed) }),
    cohort: await cohortOf(deps, learnerId, template),
    earlierOtherFaces: session === null ? 0 : await earlierOtherFaces(db, session.id),
  };
}
