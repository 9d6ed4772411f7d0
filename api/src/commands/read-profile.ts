import {
  CONSENT_KINDS,
  CONSENT_VERSION,
  PROFILE_ITEM_LABELS,
  maskIdentityNumber,
  missingOfProfile,
} from '@xuzheng/engine';
import type { Basic, ConsentKind, Instant, ProfileFacts, ProfileItem } from '@xuzheng/engine';
import type { Db } from '../db/connect.ts';
import { consentsOf } from '../db/consents.ts';
import { hasStudied } from '../db/learner-enrolments.ts';
import { filesInForce } from '../db/learner-files.ts';
import type { FileKind, LearnerFile } from '../db/learner-files.ts';
import { openLearner } from '../db/learners.ts';
import type { OpenedLearner } from '../db/learners.ts';
import type { Deps } from '../deps.ts';

/** What is known of the profile, as the engine asks for it. */
export function profileFactsOf(
  learner: OpenedLearner,
  files: readonly LearnerFile[],
): ProfileFacts {
  const portrait = files.find((file) => file.kind === 'portrait');
  const has = (kind: FileKind): boolean => files.some((file) => file.kind === kind);
  return {
    phoneVerified: learner.phoneVerifiedAt !== null,
    idCardFront: has('idCardFront'),
    idCardBack: has('idCardBack'),
    portrait: portrait !== undefined,
    portraitTakenOn: portrait?.takenOn ?? null,
    recentPortraitDeclaredAt: learner.recentPortraitDeclaredAt?.getTime() ?? null,
    basic: learner.basic !== null,
  };
}

export type FileView = {
  readonly id: string;
  readonly url: string;
  readonly createdAt: Instant;
  readonly takenOn: string | null;
  readonly quality: FileQuality;
  readonly registryMatch: 'matched' | 'mismatched' | 'absent' | 'pending' | null;
  readonly replaceable: boolean;
};

/** By whom the picture was judged, and its size in pixels. */
export type FileQuality = {
  readonly checked: 'machine' | 'eye' | 'none';
  readonly width: number | null;
  readonly height: number | null;
};

const NO_QUALITY: FileQuality = { checked: 'none', width: null, height: null };

const viewOf = (file: LearnerFile | undefined, replaceable: boolean): FileView | null =>
  file
    ? {
        id: file.id,
        url: `/api/me/profile/files/${file.kind}?v=${file.id}`,
        createdAt: file.createdAt.getTime(),
        takenOn: file.takenOn,
        quality: { ...NO_QUALITY, ...(file.quality as Partial<FileQuality>) },
        registryMatch: file.registryMatch as FileView['registryMatch'],
        replaceable,
      }
    : null;

export type ConsentView = {
  readonly kind: ConsentKind;
  readonly currentVersion: string;
  readonly version: string | null;
  readonly givenAt: Instant | null;
  readonly live: boolean;
};

/** Each kind with its live consent, or the lack of one; one to an older text is none. */
export async function readConsents(db: Db, learnerId: string): Promise<ConsentView[]> {
  const rows = await consentsOf(db, learnerId);
  return CONSENT_KINDS.map((kind) => {
    const given = rows.find(
      (row) => row.kind === kind && row.withdrawnAt === null && row.version === CONSENT_VERSION,
    );
    return {
      kind,
      currentVersion: CONSENT_VERSION,
      version: given?.version ?? null,
      givenAt: given?.givenAt.getTime() ?? null,
      live: given !== undefined,
    };
  });
}

export type ProfileView = {
  readonly name: string;
  readonly idNumberMasked: string;
  readonly phone: string;
  readonly phoneVerified: boolean;
  readonly basic: Basic | null;
  readonly files: Readonly<Record<FileKind, FileView | null>>;
  readonly missing: readonly { readonly item: ProfileItem; readonly label: string }[];
  readonly completedAt: Instant | null;
  readonly consents: readonly ConsentView[];
};

/** 我的档案 as its owner sees it (F3, F5). */
export async function readProfile(deps: Deps, learnerId: string): Promise<ProfileView> {
  const learner = await openLearner(deps.db, deps.vault, learnerId);
  if (!learner) throw new Error('a signed-in learner without a row');
  const files = await filesInForce(deps.db, learnerId);
  const studied = await hasStudied(deps.db, learnerId);
  const find = (kind: FileKind) =>
    viewOf(
      files.find((file) => file.kind === kind),
      !studied,
    );
  return {
    name: learner.name,
    idNumberMasked: maskIdentityNumber(learner.idNumber),
    phone: learner.phone,
    phoneVerified: learner.phoneVerifiedAt !== null,
    basic: learner.basic as Basic | null,
    files: {
      idCardFront: find('idCardFront'),
      idCardBack: find('idCardBack'),
      portrait: find('portrait'),
    },
    missing: missingOfProfile(profileFactsOf(learner, files)).map((item) => ({
      item,
      label: PROFILE_ITEM_LABELS[item],
    })),
    completedAt: learner.profileCompletedAt?.getTime() ?? null,
    consents: await readConsents(deps.db, learnerId),
  };
}
