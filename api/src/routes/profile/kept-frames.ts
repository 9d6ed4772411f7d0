import type { App } from '../../app-types.ts';
import { showKeptFrames } from '../../commands/kept-frames-view.ts';
import { KeptFramesSchema } from '../../schemas/kept-frames.ts';
import { route } from '../../schemas/route.ts';

const show = route('learner', {
  tags: ['profile'],
  summary: 'How many pictures of me are kept, what a withdrawal left for now, what it deleted',
  response: { 200: KeptFramesSchema },
});

export default async function keptFramesRoute(app: App): Promise<void> {
  app.get('/api/me/kept-frames', show, (request) => showKeptFrames(app.deps, request.learnerId()));
}
