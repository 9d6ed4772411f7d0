import { Type } from 'typebox';
import { Bilingual } from './explanation.ts';
import { instant, nullable, oneOf, uuid } from './shared.ts';

const ORIGIN_STATES = ['studying', 'inAudit', 'accepted', 'cleared'] as const;

/** Public hours that were studied for another post, and how the audit stands there (F19). */
export const SharedHoursSchema = Type.Object({
  lessonId: uuid,
  lessonTitle: Type.String(),
  seconds: Type.Number(),
  at: instant,
  originPostLabel: Bilingual,
  originStudyYear: Type.Integer(),
  originAuditId: nullable(uuid),
  originState: oneOf(ORIGIN_STATES),
});
