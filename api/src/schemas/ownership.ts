import { Type } from 'typebox';
import { commandId, day, exact, nullable, uuid } from './shared.ts';

export const HandoverBody = exact({
  commandId,
  toId: nullable(uuid),
  note: Type.String({ maxLength: 1000, description: 'For whoever has the case next' }),
});

export const AuditorSchema = Type.Object({
  id: uuid,
  name: Type.String(),
  mine: Type.Boolean({ description: 'The one who asks' }),
  cases: Type.Integer({ description: 'Open cases this person owns' }),
  awayUntil: nullable(day),
});

export const AbsenceSchema = Type.Object({
  id: uuid,
  staffId: uuid,
  name: Type.String(),
  deputyId: nullable(uuid),
  deputyName: nullable(Type.String()),
  fromOn: day,
  untilOn: day,
  mine: Type.Boolean(),
});

export const AbsenceBody = exact({
  commandId,
  staffId: uuid,
  fromOn: day,
  untilOn: day,
  deputyId: nullable(uuid),
});
