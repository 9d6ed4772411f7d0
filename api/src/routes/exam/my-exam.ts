import type { App } from '../../app-types.ts';
import { answerQuestion } from '../../commands/exam/answer-question.ts';
import { showAttempt, showExam } from '../../commands/exam/show-exam.ts';
import { startExam } from '../../commands/exam/start-exam.ts';
import { submitExam } from '../../commands/exam/submit-exam.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { AnswerBody, AnswerReceiptSchema, AttemptSchema, ExamSchema } from '../../schemas/exam.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams, uuid } from '../../schemas/shared.ts';

const tags = ['exam'];

async function showRoutes(app: App): Promise<void> {
  app.get(
    '/api/me/enrolments/:id/exam',
    route('learner', {
      summary: '在线考核: whether it is open, and the attempts so far',
      tags,
      params: idParams,
      response: { 200: ExamSchema },
    }),
    async (request, reply) =>
      sendResult(reply, await showExam(app.deps, request.learnerId(), request.params.id)),
  );

  app.get(
    '/api/me/exam-attempts/:id',
    route('learner', { tags, params: idParams, response: { 200: AttemptSchema } }),
    async (request, reply) =>
      sendResult(reply, await showAttempt(app.deps, request.learnerId(), request.params.id)),
  );
}

async function sitRoutes(app: App): Promise<void> {
  app.post(
    '/api/me/enrolments/:id/exam/attempts',
    route('learner', {
      summary: '开始考试: a fresh paper, or the open attempt',
      tags,
      params: idParams,
      response: { 201: AttemptSchema },
    }),
    async (request, reply) =>
      sendResult(reply, await startExam(app.deps, request.learnerId(), request.params.id), 201),
  );

  app.put(
    '/api/me/exam-attempts/:id/answers/:questionId',
    route('learner', {
      summary: 'Saves one answer as given; an empty choice takes it back',
      tags,
      params: exact({ id: uuid, questionId: uuid }),
      body: AnswerBody,
      response: { 200: AnswerReceiptSchema },
    }),
    async (request, reply) => {
      const { id, questionId } = request.params;
      const asked = { attemptId: id, questionId, chosen: request.body.chosen };
      return sendResult(reply, await answerQuestion(app.deps, request.learnerId(), asked));
    },
  );

  app.post(
    '/api/me/exam-attempts/:id/submit',
    route('learner', {
      summary: '交卷: graded on the server; the same result when sent again',
      tags,
      params: idParams,
      response: { 200: AttemptSchema },
    }),
    async (request, reply) =>
      sendResult(reply, await submitExam(app.deps, request.learnerId(), request.params.id)),
  );
}

export default async function myExamRoutes(app: App): Promise<void> {
  await showRoutes(app);
  await sitRoutes(app);
}
