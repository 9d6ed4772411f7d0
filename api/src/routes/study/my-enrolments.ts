import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { listMyEnrolments, showMyEnrolment } from '../../commands/study/show-enrolment.ts';
import { showMyPassport } from '../../commands/study/show-passport.ts';
import { sendResult } from '../../plugins/refusals.ts';
import {
  MyEnrolmentDetailSchema,
  MyEnrolmentSchema,
  PassportSchema,
} from '../../schemas/my-enrolments.ts';
import { route } from '../../schemas/route.ts';
import { idParams } from '../../schemas/shared.ts';

const tags = ['study'];

export default async function myEnrolmentRoutes(app: App): Promise<void> {
  app.get(
    '/api/me/enrolments',
    route('learner', {
      summary: '我的培训: where each enrolment stands, who acts next, until when',
      tags,
      response: { 200: Type.Array(MyEnrolmentSchema) },
    }),
    (request) => listMyEnrolments(app.deps, request.learnerId()),
  );

  app.get(
    '/api/me/enrolments/:id',
    route('learner', {
      summary: 'One enrolment with its courses and lessons',
      tags,
      params: idParams,
      response: { 200: MyEnrolmentDetailSchema },
    }),
    async (request, reply) =>
      sendResult(reply, await showMyEnrolment(app.deps, request.learnerId(), request.params.id)),
  );

  app.get(
    '/api/me/enrolments/:id/passport',
    route('learner', {
      summary: 'Every minute credited, pending or uncounted, with its reason',
      tags,
      params: idParams,
      response: { 200: PassportSchema },
    }),
    async (request, reply) => {
      const now = app.deps.clock.now();
      const shown = await showMyPassport(app.db, request.learnerId(), request.params.id, now);
      return sendResult(reply, shown);
    },
  );
}
