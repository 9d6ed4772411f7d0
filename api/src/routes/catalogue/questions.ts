import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { questionView } from '../../commands/catalogue/course-views.ts';
import { exportQuestions, importQuestions } from '../../commands/catalogue/import-questions.ts';
import {
  changeQuestion,
  draftQuestion,
  withdrawQuestion,
} from '../../commands/catalogue/save-question.ts';
import { listQuestions } from '../../db/questions.ts';
import { readUpload } from '../../plugins/read-upload.ts';
import { sendResult } from '../../plugins/refusals.ts';
import {
  ImportReportSchema,
  QuestionContent,
  QuestionDraft,
  QuestionSchema,
} from '../../schemas/catalogue.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams, page, pageQuery } from '../../schemas/shared.ts';

const tags = ['catalogue'];
const manage = 'questions.manage' as const;
const EXPORTED_AT_MOST = 10_000;

const filters = {
  post: Type.Optional(Type.String({ maxLength: 60 })),
  topic: Type.Optional(Type.String({ maxLength: 60 })),
  retired: Type.Optional(Type.Boolean()),
};

async function readQuestions(app: App): Promise<void> {
  app.get(
    '/api/questions',
    route(manage, {
      tags,
      querystring: exact({ ...pageQuery, ...filters }),
      response: { 200: page(QuestionSchema) },
    }),
    async (request) => {
      const { limit = 50, ...asked } = request.query;
      const rows = await listQuestions(app.db, { ...asked, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const nextCursor = rows.length > limit ? (shown.at(-1)?.id ?? null) : null;
      return { items: shown.map(questionView), nextCursor };
    },
  );

  app.get(
    '/api/questions/export',
    route(manage, {
      summary: 'The live bank as CSV, in the columns of the import',
      tags,
      querystring: exact(filters),
    }),
    async (request, reply) => {
      const rows = await listQuestions(app.db, { ...request.query, limit: EXPORTED_AT_MOST });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="questions.csv"')
        .send(exportQuestions(rows));
    },
  );
}

async function writeQuestions(app: App): Promise<void> {
  app.post(
    '/api/questions',
    route(manage, { tags, body: QuestionDraft, response: { 201: QuestionSchema } }),
    async (request, reply) => {
      const drafted = await draftQuestion(app.deps, request.staffId(), request.body);
      if (!drafted.ok) return reply.refuse(drafted.refusal);
      return reply.code(201).send(questionView(drafted.value));
    },
  );

  app.put(
    '/api/questions/:id',
    route(manage, {
      summary: 'Writes a new version; papers that were drawn keep the one they froze',
      tags,
      params: idParams,
      body: QuestionContent,
      response: { 200: QuestionSchema },
    }),
    async (request, reply) => {
      const { id } = request.params;
      const changed = await changeQuestion(app.deps, request.staffId(), id, request.body);
      if (!changed.ok) return reply.refuse(changed.refusal);
      return questionView(changed.value);
    },
  );

  app.delete(
    '/api/questions/:id',
    route(manage, { tags, params: idParams, response: { 204: Type.Null() } }),
    async (request, reply) =>
      sendResult(reply, await withdrawQuestion(app.deps, request.staffId(), request.params.id)),
  );
}

async function importRoute(app: App): Promise<void> {
  app.post(
    '/api/questions/import',
    route(
      manage,
      {
        summary: 'Imports a CSV; each row that was not taken is reported with its reason',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: ImportReportSchema },
      },
      { multipart: Type.Object({ file: Type.String({ format: 'binary' }) }) },
    ),
    async (request, reply) => {
      const upload = await readUpload(request);
      if (!upload.ok) return reply.refuse(upload.refusal);
      const { file } = upload.value;
      return sendResult(reply, await importQuestions(app.deps, request.staffId(), file));
    },
  );
}

export default async function questionRoutes(app: App): Promise<void> {
  await readQuestions(app);
  await writeQuestions(app);
  await importRoute(app);
}
