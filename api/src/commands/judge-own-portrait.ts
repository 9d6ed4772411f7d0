import { HANDBOOK_POLICY, ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { liveConsentsOf } from '../db/likeness.ts';
import { openLearner } from '../db/learners.ts';
import type { Deps } from '../deps.ts';
import type { FaceTemplate } from '../faces/index.ts';
import { hasFaceConsent } from './face-consent.ts';

/** What measuring a portrait stands on. */
export type PortraitDeps = Pick<Deps, 'db' | 'vault' | 'storage' | 'faces' | 'registry' | 'clock'>;

export type PortraitFindings = {
  readonly checked: 'machine' | 'eye' | 'none';
  readonly registryMatch: 'matched' | 'mismatched' | 'absent' | 'pending' | null;
  readonly template: FaceTemplate | null;
};

/** No face is processed without consent: staff look at such a portrait themselves. */
const BY_EYE: PortraitFindings = { checked: 'eye', registryMatch: 'pending', template: null };

/**
 * Judges an uploaded portrait: one face, light, size, sharpness, and the portrait registered at the
 * ministry when there is one.
 * Refuses `profile/portraitUnfit` with the fault.
 */
export async function judgeOwnPortrait(
  deps: PortraitDeps,
  learnerId: string,
  bytes: Uint8Array,
): Promise<Result<PortraitFindings>> {
  if (!hasFaceConsent(await liveConsentsOf(deps.db, learnerId))) return ok(BY_EYE);
  const judgement = await deps.faces.judgePortrait(bytes, HANDBOOK_POLICY.faceThresholds);
  // A pool that is away is no fault of the learner: the portrait is taken and measured later.
  if (!judgement.ok) return judgement.refusal.code === 'face/unavailable' ? ok(BY_EYE) : judgement;
  const { fault, template } = judgement.value;
  if (fault || !template) return refuse('profile/portraitUnfit', { fault: fault ?? 'noFace' });
  const registryMatch = await compareWithRegistry(deps, learnerId, template);
  return ok({ checked: 'machine', registryMatch, template });
}

/** Handbook §1: 需要同住建部管理系统注册时头像一致. Anything but a match is for a person to decide. */
async function compareWithRegistry(
  deps: PortraitDeps,
  learnerId: string,
  portrait: FaceTemplate,
): Promise<PortraitFindings['registryMatch']> {
  const learner = await openLearner(deps.db, deps.vault, learnerId);
  const bytes =
    learner && (await deps.registry.portraitOf(learner.idNumber).catch(() => undefined));
  if (bytes === undefined) return 'pending';
  if (bytes === null) return 'absent';
  const thresholds = HANDBOOK_POLICY.faceThresholds;
  const compared = await deps.faces.judgeSnapshot({ bytes, portrait, thresholds });
  if (!compared.ok) return 'pending';
  return compared.value.verdict.outcome === 'matched' ? 'matched' : 'mismatched';
}
