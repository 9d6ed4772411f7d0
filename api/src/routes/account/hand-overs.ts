import type { App } from '../../app-types.ts';
import { lookAtHandOver, makeHandOver, takeHandOver } from '../../commands/hand-over.ts';
import { markDevice } from '../../plugins/answer-signed-in.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { csrfTokenFor } from '../../plugins/sessions.ts';
import {
  handOverAsked,
  handOverMade,
  handOverShown,
  handOverTaken,
  handOverToken,
} from '../../schemas/hand-overs.ts';
import { route } from '../../schemas/route.ts';

const tags = ['account'];

const make = route(
  'learner',
  {
    tags,
    summary:
      'A one-time link and QR code that open a lesson or the rehearsal, signed in, in another browser',
    body: handOverAsked,
    response: { 201: handOverMade },
  },
  { limit: { perMinute: 10 } },
);
const look = route(
  'public',
  {
    tags,
    summary: 'What a link would do, to be confirmed first; uses nothing up',
    body: handOverToken,
    response: { 200: handOverShown },
  },
  { limit: { perMinute: 30 } },
);
const take = route(
  'public',
  {
    tags,
    summary: 'Uses the link up: signs this browser in under a session of its own',
    body: handOverToken,
    response: { 200: handOverTaken },
  },
  { limit: { perMinute: 30 } },
);

export default async function handOverRoutes(app: App): Promise<void> {
  app.post('/api/me/hand-overs', make, async (request, reply) => {
    const learnerId = request.learnerId();
    const { idHash: madeBySession } = request.webSession ?? {};
    if (madeBySession === undefined) return reply.refuse({ code: 'account/signedOut' });
    const by = { learnerId, madeBySession };
    return sendResult(reply, await makeHandOver(app.deps, request.body, by), 201);
  });

  app.post('/api/hand-overs/look', look, async (request, reply) =>
    sendResult(reply, await lookAtHandOver(app.deps, request.body.token, request.actor)),
  );

  app.post('/api/hand-overs/take', take, async (request, reply) => {
    const taken = await takeHandOver(app.deps, request.body.token, request.actor);
    if (!taken.ok) return reply.refuse(taken.refusal);
    const { learnerId, ...where } = taken.value;
    const { token } = await reply.signIn('learner', learnerId);
    await markDevice(app, reply, learnerId);
    const csrfToken = csrfTokenFor(app.config.keys.cookie, token);
    return reply.send({ ...where, csrfToken });
  });
}
