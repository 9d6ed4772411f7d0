import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { answerFaceCheck } from '../../commands/study/answer-face-check.ts';
import { drawChallenge, drawRehearsal } from '../../commands/study/draw-challenge.ts';
import { moveStudy } from '../../commands/study/move-study.ts';
import { startStudy } from '../../commands/study/start-study.ts';
import { takeBeats } from '../../commands/study/take-beats.ts';
import { takeSnapshot } from '../../commands/study/take-snapshot.ts';
import { browserMark } from '../../plugins/browser-mark.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { readBurst, readFrame } from '../../media/read-frames.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams } from '../../schemas/shared.ts';
import {
  BeatsBody,
  ChallengeSchema,
  FaceCheckResultSchema,
  ReceiptSchema,
  SessionSchema,
  SnapshotReceiptSchema,
  StartStudyBody,
} from '../../schemas/study.ts';

const tags = ['study'];
const file = Type.String({ format: 'binary' });
const burstParts = Type.Object({
  meta: Type.String({ description: 'JSON: {nonce, frames: [{atMs, action|null}]}' }),
  frame: Type.Array(file, { description: 'JPEG frames in the order of meta.frames' }),
});
const frameParts = Type.Object({ frame: file });
const unsent = Type.Optional(Type.Union([BeatsBody, Type.Null()]));

async function openRoutes(app: App): Promise<void> {
  app.post(
    '/api/me/study-sessions',
    route('learner', {
      summary: '开始学习: opens a session, or takes one over from another device',
      tags,
      body: StartStudyBody,
      response: { 201: SessionSchema },
    }),
    async (request, reply) => {
      const browser = browserMark(app, request, reply);
      const started = await startStudy(app.deps, request.learnerId(), request.body, browser);
      return sendResult(reply, started, 201);
    },
  );

  app.get(
    '/api/me/study-sessions/:id',
    route('learner', { tags, params: idParams, response: { 200: SessionSchema } }),
    async (request, reply) =>
      sendResult(reply, await moveStudy(app.deps, request.learnerId(), request.params.id, 'look')),
  );
}

async function playRoutes(app: App): Promise<void> {
  app.post(
    '/api/me/study-sessions/:id/beats',
    route(
      'learner',
      {
        summary: 'Heartbeats; acknowledged once stored, idempotent by seq',
        tags,
        params: idParams,
        body: BeatsBody,
        response: { 200: ReceiptSchema },
      },
      // A page sends a few a minute, and its whole queue in batches after a break.
      { limit: { perMinute: 240, local: true } },
    ),
    async (request, reply) =>
      sendResult(
        reply,
        await takeBeats(app.deps, request.learnerId(), request.params.id, request.body),
      ),
  );
}

async function moveRoutes(app: App): Promise<void> {
  for (const move of ['pause', 'resume', 'end'] as const) {
    app.post(
      `/api/me/study-sessions/:id/${move}`,
      route('learner', {
        tags,
        params: idParams,
        body: unsent,
        response: { 200: SessionSchema },
      }),
      async (request, reply) =>
        sendResult(
          reply,
          await moveStudy(
            app.deps,
            request.learnerId(),
            request.params.id,
            move,
            request.body ?? undefined,
          ),
        ),
    );
  }
}

async function challengeRoute(app: App): Promise<void> {
  app.post(
    '/api/me/study-sessions/:id/challenge',
    route(
      'learner',
      {
        summary: 'Another draw of actions; the one before is worth nothing any more',
        tags,
        params: idParams,
        body: Type.Optional(
          Type.Union([exact({ another: Type.Optional(Type.Boolean()) }), Type.Null()]),
        ),
        response: { 200: ChallengeSchema },
      },
      { limit: { perMinute: 30 } },
    ),
    async (request, reply) => {
      const another = request.body?.another === true;
      const { id } = request.params;
      return sendResult(reply, await drawChallenge(app.deps, request.learnerId(), id, another));
    },
  );
}

async function faceCheckRoute(app: App): Promise<void> {
  app.post(
    '/api/me/study-sessions/:id/face-check',
    route(
      'learner',
      {
        summary: '拍照识别: a burst of frames answers the challenge',
        tags,
        params: idParams,
        consumes: ['multipart/form-data'],
        response: { 200: FaceCheckResultSchema },
      },
      { multipart: burstParts, limit: { perMinute: 30 } },
    ),
    async (request, reply) => {
      const burst = await readBurst(request);
      if (!burst.ok) return reply.refuse(burst.refusal);
      const { id } = request.params;
      return sendResult(
        reply,
        await answerFaceCheck(app.deps, request.learnerId(), id, burst.value),
      );
    },
  );
}

async function snapshotRoute(app: App): Promise<void> {
  app.post(
    '/api/me/study-sessions/:id/snapshots',
    route(
      'learner',
      {
        summary: '抓拍: the frame that was asked for; whose face it is, is decided afterwards',
        tags,
        params: idParams,
        consumes: ['multipart/form-data'],
        response: { 201: SnapshotReceiptSchema },
      },
      { multipart: frameParts, limit: { perMinute: 30 } },
    ),
    async (request, reply) => {
      const frame = await readFrame(request);
      if (!frame.ok) return reply.refuse(frame.refusal);
      const { id } = request.params;
      return sendResult(
        reply,
        await takeSnapshot(app.deps, request.learnerId(), id, frame.value),
        201,
      );
    },
  );
}

async function rehearsalRoutes(app: App): Promise<void> {
  app.post(
    '/api/me/rehearsals',
    route(
      'learner',
      {
        summary: 'A rehearsal of the face check: no session, no penalty',
        tags,
        response: { 201: ChallengeSchema },
      },
      { limit: { perMinute: 10 } },
    ),
    async (request, reply) =>
      sendResult(reply, await drawRehearsal(app.deps, request.learnerId()), 201),
  );

  app.post(
    '/api/me/rehearsals/:id/frames',
    route(
      'learner',
      {
        tags,
        params: idParams,
        consumes: ['multipart/form-data'],
        response: { 200: FaceCheckResultSchema },
      },
      { multipart: burstParts, limit: { perMinute: 10 } },
    ),
    async (request, reply) => {
      const burst = await readBurst(request);
      if (!burst.ok) return reply.refuse(burst.refusal);
      return sendResult(
        reply,
        await answerFaceCheck(app.deps, request.learnerId(), null, burst.value),
      );
    },
  );
}

export default async function studySessionRoutes(app: App): Promise<void> {
  await openRoutes(app);
  await playRoutes(app);
  await moveRoutes(app);
  await challengeRoute(app);
  await faceCheckRoute(app);
  await snapshotRoute(app);
  await rehearsalRoutes(app);
}
