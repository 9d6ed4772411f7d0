import { Type } from 'typebox';
import { isStaffRole } from '@xuzheng/engine';
import type { App, Request } from '../../app-types.ts';
import { signInLearner } from '../../commands/sign-in-learner.ts';
import { signInStaff } from '../../commands/sign-in-staff.ts';
import { openLearner } from '../../db/learners.ts';
import { findStaff } from '../../db/staff.ts';
import { answerSignedIn } from '../../plugins/answer-signed-in.ts';
import { csrfTokenFor, DEVICE_COOKIE } from '../../plugins/sessions.ts';
import {
  activationStep,
  learnerSignIn,
  session,
  signedIn,
  staffSignIn,
} from '../../schemas/account.ts';
import { route } from '../../schemas/route.ts';

const tags = ['account'];
const readSession = route('public', {
  tags,
  summary: 'Who am I, and the token for changes',
  response: { 200: session },
});
const learnerRoute = route(
  'public',
  {
    tags,
    summary: 'Sign in with ID number and password; the initial password opens the activation step',
    body: learnerSignIn,
    response: { 200: Type.Union([signedIn, activationStep]) },
  },
  { limit: { perMinute: 120 } },
);
const staffRoute = route(
  'public',
  {
    tags,
    summary: 'Sign staff in with password and TOTP',
    body: staffSignIn,
    response: { 200: signedIn },
  },
  { limit: { perMinute: 60 } },
);
const signOut = route('public', {
  tags,
  summary: 'Sign out',
  response: { 204: Type.Null() },
});

async function displayNameOf(app: App, request: Request): Promise<string | null> {
  const { actor } = request;
  if (actor.kind === 'learner')
    return (await openLearner(app.db, app.vault, actor.learnerId))?.name ?? null;
  if (actor.kind === 'staff') return (await findStaff(app.db, actor.staffId))?.displayName ?? null;
  return null;
}

async function viewOf(app: App, request: Request) {
  const { actor, webSession } = request;
  return {
    kind: actor.kind === 'apiKey' ? ('anonymous' as const) : actor.kind,
    csrfToken: webSession ? csrfTokenFor(app.config.keys.cookie, webSession.token) : '',
    id: webSession?.subjectId ?? null,
    displayName: await displayNameOf(app, request),
    roles: actor.kind === 'staff' ? actor.roles.filter(isStaffRole) : [],
    permissions: actor.kind === 'staff' ? [...actor.permissions] : [],
    demo: app.config.mode !== 'production',
  };
}

export default async function sessionRoutes(app: App): Promise<void> {
  app.get('/api/session', readSession, async (request) => viewOf(app, request));

  app.post('/api/session/learner', learnerRoute, async (request, reply) => {
    const result = await signInLearner(app.deps, {
      ...request.body,
      address: request.ip,
      deviceMark: request.cookies[DEVICE_COOKIE],
    });
    if (!result.ok) return reply.refuse(result.refusal);
    if (result.value.outcome === 'activation') return reply.send(result.value);
    return answerSignedIn(app, reply, 'learner', result.value.learnerId);
  });

  app.post('/api/session/staff', staffRoute, async (request, reply) => {
    const result = await signInStaff(app.deps, { ...request.body, address: request.ip });
    if (!result.ok) return reply.refuse(result.refusal);
    return answerSignedIn(app, reply, 'staff', result.value.staffId);
  });

  app.delete('/api/session', signOut, async (_request, reply) => {
    await reply.signOut();
    return reply.code(204).send(null);
  });
}
