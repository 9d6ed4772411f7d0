import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { mendProcess } from '../../commands/process/act.ts';
import { viewStuckProcesses } from '../../commands/process/stuck-view.ts';
import { askReconciliation, newestReconciliations } from '../../db/reconciliations.ts';
import type { ReconciliationRow } from '../../db/reconciliations.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { MendBody, ReconciliationView, StuckProcessView } from '../../schemas/processes.ts';
import { route } from '../../schemas/route.ts';
import { idParams, iso, isoOrNull } from '../../schemas/shared.ts';

const tags = ['operation'];
const stuck = route('processes.read', {
  tags,
  summary: 'Processes that wait for something other than a learner',
  response: {
    200: Type.Object({
      items: Type.Array(StuckProcessView),
      hasMore: Type.Boolean({ description: 'only the longest waiting are listed' }),
    }),
  },
});
const mend = route('processes.mend', {
  tags,
  summary: 'Do for a stuck process what its row offers',
  params: idParams,
  body: MendBody,
  response: { 204: Type.Null() },
});
const reconciliations = route('processes.read', {
  tags,
  summary: 'The newest comparisons of enrolments and processes',
  response: { 200: Type.Object({ items: Type.Array(ReconciliationView) }) },
});
const ask = route('processes.mend', {
  tags,
  summary: 'Ask for a comparison now; one that waits or runs already is the one',
  response: { 202: ReconciliationView },
});

const SHOWN = 10;

const askerOf = (askedBy: string): 'nightly' | 'operator' | 'staff' =>
  askedBy === 'nightly' || askedBy === 'operator' ? askedBy : 'staff';

const viewOf = (row: ReconciliationRow) => ({
  id: row.id,
  askedBy: askerOf(row.askedBy),
  askedAt: iso(row.askedAt),
  startedAt: isoOrNull(row.startedAt),
  finishedAt: isoOrNull(row.finishedAt),
  fault: row.fault,
  counts: row.counts as Record<string, number>,
});

export default async function processRoutes(app: App): Promise<void> {
  app.get('/api/processes/stuck', stuck, () => viewStuckProcesses(app));

  app.post('/api/processes/:id/mend', mend, async (request, reply) => {
    const { id } = request.params;
    const done = await mendProcess(app, id, request.body.act, request.staffId());
    return sendResult(reply, done);
  });

  app.get('/api/processes/reconciliations', reconciliations, async () => ({
    items: (await newestReconciliations(app.db, SHOWN)).map(viewOf),
  }));

  app.post('/api/processes/reconciliations', ask, async (request, reply) => {
    const askedBy = `staff:${request.staffId()}`;
    const row = await askReconciliation(app.db, askedBy, new Date(app.clock.now()));
    return reply.code(202).send(viewOf(row));
  });
}
