import type { App } from '../../app-types.ts';
import { activateAccount, recoverPassword } from '../../commands/activate-account.ts';
import { sendCode } from '../../commands/send-code.ts';
import { startRecovery } from '../../commands/start-recovery.ts';
import { answerSignedIn } from '../../plugins/answer-signed-in.ts';
import { sendResult } from '../../plugins/refusals.ts';
import {
  codeSent,
  newPasswordBody,
  recoveryBody,
  recoveryStep,
  signedIn,
  ticketBody,
} from '../../schemas/account.ts';
import { route } from '../../schemas/route.ts';

const tags = ['account'];
const limit = { limit: { perMinute: 60 } };
const sendCodeRoute = (summary: string) =>
  route('public', { tags, summary, body: ticketBody, response: { 200: codeSent } }, limit);
const activationCode = sendCodeRoute('Send the activation code to the registered phone');
const recoveryCode = sendCodeRoute('Send the recovery code to the verified phone');
const activation = route(
  'public',
  {
    tags,
    summary: 'Prove the phone, set the first password, sign in',
    body: newPasswordBody,
    response: { 200: signedIn },
  },
  limit,
);
const recovery = route(
  'public',
  {
    tags,
    summary: 'Forgotten password: open the step that sends a code',
    body: recoveryBody,
    response: { 200: recoveryStep },
  },
  limit,
);
const recoveryPassword = route(
  'public',
  {
    tags,
    summary: 'Prove the phone, set a new password, sign in; other sessions end',
    body: newPasswordBody,
    response: { 200: signedIn },
  },
  limit,
);

export default async function activationRoutes(app: App): Promise<void> {
  app.post('/api/activation/code', activationCode, async (request, reply) =>
    sendResult(reply, await sendCode(app.deps, 'activation', request.body.ticket)),
  );

  app.post('/api/activation', activation, async (request, reply) => {
    const result = await activateAccount(app.deps, request.body);
    if (!result.ok) return reply.refuse(result.refusal);
    return answerSignedIn(app, reply, 'learner', result.value.learnerId);
  });

  app.post('/api/recovery', recovery, async (request, reply) =>
    sendResult(reply, await startRecovery(app.deps, { ...request.body, address: request.ip })),
  );

  app.post('/api/recovery/code', recoveryCode, async (request, reply) =>
    sendResult(reply, await sendCode(app.deps, 'recovery', request.body.ticket)),
  );

  app.post('/api/recovery/password', recoveryPassword, async (request, reply) => {
    const result = await recoverPassword(app.deps, request.body);
    if (!result.ok) return reply.refuse(result.refusal);
    return answerSignedIn(app, reply, 'learner', result.value.learnerId);
  });
}
