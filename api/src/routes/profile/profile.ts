import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { giveConsent, withdrawConsent } from '../../commands/give-consent.ts';
import { readConsents, readProfile } from '../../commands/read-profile.ts';
import { saveBasic } from '../../commands/save-basic.ts';
import { basicBody, consentKind, consentView, profile } from '../../schemas/profile.ts';
import { consentOnWire, profileOnWire } from '../../schemas/profile-on-wire.ts';
import { route } from '../../schemas/route.ts';
import { exact } from '../../schemas/shared.ts';

const tags = ['profile'];
const consentList = Type.Object({ items: Type.Array(consentView) });
const consentParams = exact({ kind: consentKind });

const readRoute = route('learner', {
  tags,
  summary: 'My profile, the phone first, and what is missing',
  response: { 200: profile },
});
const basicRoute = route('learner', {
  tags,
  summary: 'Save the basic information',
  body: basicBody,
  response: { 200: profile },
});
const consentsRoute = route('learner', {
  tags,
  summary: 'My two consents to the use of my face',
  response: { 200: consentList },
});
const giveRoute = route('learner', {
  tags,
  summary: 'Agree, to this version of the text',
  params: consentParams,
  body: exact({ version: Type.String({ maxLength: 40 }) }),
  response: { 200: consentList },
});
const withdrawRoute = route('learner', {
  tags,
  summary: 'Withdraw; the template of the face is deleted at once',
  params: consentParams,
  response: { 200: consentList },
});

export default async function profileRoutes(app: App): Promise<void> {
  const consentsOf = async (learnerId: string) => ({
    items: (await readConsents(app.db, learnerId)).map(consentOnWire),
  });

  app.get('/api/me/profile', readRoute, async (request) =>
    profileOnWire(await readProfile(app.deps, request.learnerId())),
  );

  app.put('/api/me/profile/basic', basicRoute, async (request, reply) => {
    const saved = await saveBasic(app.deps, request.learnerId(), request.body);
    if (!saved.ok) return reply.refuse(saved.refusal);
    return profileOnWire(await readProfile(app.deps, request.learnerId()));
  });

  app.get('/api/me/consents', consentsRoute, async (request) => consentsOf(request.learnerId()));

  app.put('/api/me/consents/:kind', giveRoute, async (request, reply) => {
    const learnerId = request.learnerId();
    const { kind } = request.params;
    const given = await giveConsent(app.deps, { learnerId, kind, version: request.body.version });
    if (!given.ok) return reply.refuse(given.refusal);
    return consentsOf(learnerId);
  });

  app.delete('/api/me/consents/:kind', withdrawRoute, async (request) => {
    await withdrawConsent(app.deps, request.learnerId(), request.params.kind);
    return consentsOf(request.learnerId());
  });
}
