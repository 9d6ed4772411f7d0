import { dayOf, permissionsOf } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { handOver } from '../../commands/audit/hand-over.ts';
import { absencesToday } from '../../commands/audit/handler-view.ts';
import { endAbsence, planAbsence } from '../../commands/audit/plan-absence.ts';
import { absencesFrom } from '../../db/absences.ts';
import { openCasesByOwner, staffOnDuty } from '../../db/audit-owners.ts';
import { sendResult } from '../../plugins/refusals.ts';
import {
  AbsenceBody,
  AbsenceSchema,
  AuditorSchema,
  HandoverBody,
} from '../../schemas/ownership.ts';
import { route } from '../../schemas/route.ts';
import { idParams, uuid } from '../../schemas/shared.ts';

const tags = ['audits'];
const give = route('audits.accept', {
  tags,
  summary: 'Take a case, give it to a colleague with a note, or give it back to everybody',
  params: idParams,
  body: HandoverBody,
  response: { 204: Type.Null() },
});
const auditors = route('audits.accept', {
  tags,
  summary: 'Who may be given a case, and who is away today',
  response: { 200: Type.Object({ items: Type.Array(AuditorSchema) }) },
});
const absences = route('audits.accept', {
  tags,
  summary: 'Absences that run or are to come',
  response: { 200: Type.Object({ items: Type.Array(AbsenceSchema) }) },
});
const plan = route('audits.accept', {
  tags,
  summary: 'Note an absence: one’s own, or as a senior auditor a colleague’s',
  body: AbsenceBody,
  response: { 201: Type.Object({ id: uuid }) },
});
const end = route('audits.accept', {
  tags,
  summary: 'End an absence early, or call it off',
  params: idParams,
  response: { 204: Type.Null() },
});

export default async function auditOwnershipRoutes(app: App): Promise<void> {
  app.post('/api/audits/:id/handover', give, async (request, reply) => {
    const draft = { auditId: request.params.id, staffId: request.staffId(), ...request.body };
    return sendResult(reply, await handOver(app.deps, draft), 204);
  });

  app.get('/api/auditors', auditors, async (request) => {
    const away = await absencesToday(app.db, app.clock.now());
    const cases = await openCasesByOwner(app.db);
    const staff = await staffOnDuty(app.db);
    const items = staff
      .filter(({ roles }) => permissionsOf(roles).includes('audits.accept'))
      .map(({ id, displayName }) => ({
        ...{ id, name: displayName, mine: id === request.staffId(), cases: cases.get(id) ?? 0 },
        awayUntil: away.find(({ staffId }) => staffId === id)?.untilOn ?? null,
      }));
    return { items };
  });

  app.get('/api/absences', absences, async (request) => {
    const rows = await absencesFrom(app.db, dayOf(app.clock.now()));
    return { items: rows.map((row) => ({ ...row, mine: row.staffId === request.staffId() })) };
  });

  app.post('/api/absences', plan, async (request, reply) => {
    const { actor } = request;
    const permissions = actor.kind === 'staff' ? actor.permissions : [];
    const by = { staffId: request.staffId(), permissions };
    return sendResult(reply, await planAbsence(app.deps, by, request.body), 201);
  });

  app.delete('/api/absences/:id', end, async (request, reply) => {
    const { actor } = request;
    const permissions = actor.kind === 'staff' ? actor.permissions : [];
    const by = { staffId: request.staffId(), permissions };
    return sendResult(reply, await endAbsence(app.deps, by, request.params.id), 204);
  });
}
