import { checkPortraitAge, dayOf, ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { writeJournal } from '../db/journal.ts';
import { hasStudied } from '../db/learner-enrolments.ts';
import { deleteTemplate, putTemplate, replaceFile } from '../db/learner-files.ts';
import type { FileKind } from '../db/learner-files.ts';
import { lockLearner, setPortraitDeclared } from '../db/learners.ts';
import type { OpenedLearner } from '../db/learners.ts';
import type { Trx } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { cleanPicture, packVector, pictureFormat } from '../faces/index.ts';
import type { CleanPicture, FaceTemplate } from '../faces/index.ts';
import { completeProfile } from './complete-profile.ts';
import { judgeOwnPortrait } from './judge-own-portrait.ts';
import type { PortraitFindings } from './judge-own-portrait.ts';
import { photoDay } from './photo-day.ts';

export type UploadInput = {
  readonly learnerId: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  /** The learner's declaration that the portrait is not older than three months. */
  readonly declaredRecent: boolean;
};

/** Smaller than this, letters of a card or a face cannot be told. */
const SHORT_SIDE_AT_LEAST = { idCardFront: 300, idCardBack: 300, portrait: 320 } as const;

const CARD_FINDINGS: PortraitFindings = { checked: 'none', registryMatch: null, template: null };

async function judged(
  deps: Deps,
  input: UploadInput,
  picture: CleanPicture,
  takenOn: string | null,
): Promise<Result<PortraitFindings>> {
  const shortSide = Math.min(picture.originalWidth, picture.originalHeight);
  if (shortSide < SHORT_SIDE_AT_LEAST[input.kind])
    return refuse('profile/pictureTooSmall', { atLeast: SHORT_SIDE_AT_LEAST[input.kind] });
  if (input.kind !== 'portrait') return ok(CARD_FINDINGS);
  const age = checkPortraitAge(takenOn, input.declaredRecent, dayOf(deps.clock.now()));
  return age.ok ? judgeOwnPortrait(deps, input.learnerId, picture.bytes) : age;
}

/**
 * Takes a picture of the profile (F5): told by its bytes, decoded and encoded anew, sealed under the
 * learner's key. The portrait is judged when its owner agreed to that, else by eye.
 * Refuses `request/contentTypeUnsupported`, `profile/picture…`, `profile/portrait…`,
 * `profile/fileFixed`.
 */
export async function uploadLearnerFile(deps: Deps, input: UploadInput): Promise<Result<void>> {
  if (pictureFormat(input.bytes) === null) return refuse('request/contentTypeUnsupported');
  if (await hasStudied(deps.db, input.learnerId)) return refuse('profile/fileFixed');
  const picture = await cleanPicture(input.bytes);
  if (!picture.ok) return picture;
  const takenOn = input.kind === 'portrait' ? await photoDay(input.bytes) : null;
  const findings = await judged(deps, input, picture.value, takenOn);
  if (!findings.ok) return findings;
  await deps.db.transaction().execute(async (trx) => {
    const learner = await lockLearner(trx, deps.vault, input.learnerId);
    if (!learner) throw new Error('a signed-in learner without a row');
    await keep(deps, trx, learner, input, { ...findings.value, picture: picture.value, takenOn });
  });
  return ok(undefined);
}

type Kept = PortraitFindings & {
  readonly picture: CleanPicture;
  readonly takenOn: string | null;
};

async function keep(
  deps: Deps,
  trx: Trx,
  learner: OpenedLearner,
  input: UploadInput,
  kept: Kept,
): Promise<void> {
  const now = new Date(deps.clock.now());
  const { bytes, contentType, width, height } = kept.picture;
  const stored = await deps.storage.put(bytes, { contentType, sealWith: learner.dataKey });
  const fileId = await replaceFile(trx, {
    learnerId: learner.id,
    kind: input.kind,
    sha256: Buffer.from(stored.sha256, 'hex'),
    storageKey: stored.key,
    contentType,
    quality: JSON.stringify({ checked: kept.checked, width, height }),
    takenOn: kept.takenOn,
    registryMatch: kept.registryMatch,
    createdAt: now,
  });
  if (input.kind === 'portrait') {
    if (input.declaredRecent) await setPortraitDeclared(trx, learner.id, now);
    await keepTemplate(deps, trx, learner, fileId, kept.template, now);
  }
  await writeJournal(trx, {
    at: now,
    actor: { kind: 'learner', id: learner.id },
    action: 'profile.pictureReplaced',
    learnerId: learner.id,
    details: { kind: input.kind, fileId },
  });
  await completeProfile(trx, deps.vault, learner.id, now);
}

/** The template belongs to the portrait in force: a new portrait without one leaves none. */
export async function keepTemplate(
  deps: Deps,
  trx: Trx,
  learner: OpenedLearner,
  fileId: string,
  template: FaceTemplate | null,
  now: Date,
): Promise<void> {
  if (!template) return deleteTemplate(trx, learner.id);
  await putTemplate(trx, {
    learnerId: learner.id,
    fileId,
    descriptorSealed: deps.vault.seal(learner.dataKey, packVector(template)),
    modelId: template.modelId,
    weightsHash: template.weightsHash,
    createdAt: now,
  });
}
