import type { App } from '../../app-types.ts';
import { answerAttended } from '../../commands/study/answer-attended.ts';
import { askAttendedCode, showAttended } from '../../commands/study/ask-attended.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { route } from '../../schemas/route.ts';
import { idParams } from '../../schemas/shared.ts';
import {
  AttendedAnswerBody,
  AttendedResultSchema,
  AttendedStateSchema,
} from '../../schemas/study.ts';

const tags = ['study'];
const show = route('learner', {
  summary: 'The check a session without a face waits for',
  tags,
  params: idParams,
  response: { 200: AttendedStateSchema },
});
const code = route(
  'learner',
  {
    summary: 'Another code for it; after a stop, a new check at the door',
    tags,
    params: idParams,
    response: { 200: AttendedStateSchema },
  },
  { limit: { perMinute: 10 } },
);
const answer = route(
  'learner',
  {
    summary: 'Answers it: the code of the message, or options of the question',
    tags,
    params: idParams,
    body: AttendedAnswerBody,
    response: { 200: AttendedResultSchema },
  },
  { limit: { perMinute: 30 } },
);

export default async function attendedRoutes(app: App): Promise<void> {
  const url = '/api/me/study-sessions/:id/attended-check';

  app.get(url, show, async (request, reply) =>
    sendResult(reply, await showAttended(app.deps, request.learnerId(), request.params.id)),
  );

  app.post(`${url}/code`, code, async (request, reply) =>
    sendResult(reply, await askAttendedCode(app.deps, request.learnerId(), request.params.id)),
  );

  app.post(url, answer, async (request, reply) =>
    sendResult(
      reply,
      await answerAttended(app.deps, request.learnerId(), request.params.id, request.body),
    ),
  );
}
