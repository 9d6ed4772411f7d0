import { Type } from 'typebox';
import { REGISTRY_CASE_KINDS } from '../db/certificate-voids.ts';
import { Bilingual } from './explanation.ts';
import { instant, nullable, oneOf, uuid } from './shared.ts';

export const REGISTRY_HELPS = ['approveVoid', 'hurryVoid', 'callRegistry', 'openLearner'] as const;

/** Something that stands open between here and the ministry's registry. */
export const RegistryCaseSchema = Type.Object({
  kind: oneOf(REGISTRY_CASE_KINDS),
  id: uuid,
  enrolmentId: uuid,
  certificateId: nullable(uuid),
  learnerId: uuid,
  holderMasked: nullable(Type.String()),
  postLabel: Bilingual,
  number: nullable(Type.String()),
  businessKey: Type.String({ description: 'by which the registry’s own staff find the case' }),
  since: instant,
  attempts: Type.Integer(),
  lastFault: nullable(Type.String()),
  reason: nullable(Type.String()),
  sentence: Bilingual,
  owner: oneOf(['admin', 'system', 'support']),
  helps: oneOf(REGISTRY_HELPS),
});
