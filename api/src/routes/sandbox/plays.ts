import type { App } from '../../app-types.ts';
import { askForPlay, readPlay } from '../../commands/sandbox/ask-for-play.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { route } from '../../schemas/route.ts';
import { SandboxPlayBody, SandboxPlaySchema } from '../../schemas/sandbox.ts';
import { idParams } from '../../schemas/shared.ts';

const tags = ['sandbox'];
const ask = route('scope:sandbox.play', {
  tags,
  summary: 'Ask a stand-in to act as learner or staff; only in a sandbox',
  body: SandboxPlayBody,
  response: { 202: SandboxPlaySchema },
});
const one = route('scope:sandbox.play', {
  tags,
  summary: 'What has become of a play',
  params: idParams,
  response: { 200: SandboxPlaySchema },
});

export default async function sandboxRoutes(app: App): Promise<void> {
  app.post('/api/sandbox/plays', ask, async (request, reply) =>
    sendResult(reply, await askForPlay(app.deps, request.body), 202),
  );
  app.get('/api/sandbox/plays/:id', one, async (request, reply) =>
    sendResult(reply, await readPlay(app.deps, request.params.id)),
  );
}
