import type { App } from '../../app-types.ts';
import {
  dropAccommodation,
  readAccommodations,
  recordAccommodation,
} from '../../commands/record-accommodation.ts';
import { accommodationBody, accommodationList } from '../../schemas/people.ts';
import { route } from '../../schemas/route.ts';
import { idParams } from '../../schemas/shared.ts';

const tags = ['people'];
const permission = 'accommodations.record';
const list = route(permission, {
  tags,
  summary: 'What is and was arranged for a learner at face checks',
  params: idParams,
  response: { 200: accommodationList },
});
const record = route(permission, {
  tags,
  summary: 'Leave actions out, or give more time; the learner is told, with the reason',
  params: idParams,
  body: accommodationBody,
  response: { 200: accommodationList },
});
const drop = route(permission, {
  tags,
  summary: 'End what is arranged; the learner is told',
  params: idParams,
  response: { 200: accommodationList },
});
const own = route('learner', {
  tags: ['profile'],
  summary: 'What is and was arranged for me',
  response: { 200: accommodationList },
});

export default async function accommodationRoutes(app: App): Promise<void> {
  const itemsOf = async (learnerId: string) => ({
    items: await readAccommodations(app.deps, learnerId),
  });

  app.get('/api/me/accommodations', own, async (request) => itemsOf(request.learnerId()));

  app.get('/api/learners/:id/accommodations', list, async (request) => itemsOf(request.params.id));

  app.put('/api/learners/:id/accommodation', record, async (request, reply) => {
    const by = { learnerId: request.params.id, staffId: request.staffId() };
    const done = await recordAccommodation(app.deps, by, request.body);
    return done.ok ? itemsOf(by.learnerId) : reply.refuse(done.refusal);
  });

  app.delete('/api/learners/:id/accommodation', drop, async (request, reply) => {
    const by = { learnerId: request.params.id, staffId: request.staffId() };
    const done = await dropAccommodation(app.deps, by);
    return done.ok ? itemsOf(by.learnerId) : reply.refuse(done.refusal);
  });
}
