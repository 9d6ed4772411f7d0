import { Type } from 'typebox';
import type { Actor, App } from '../../app-types.ts';
import { findLesson, type LessonRow } from '../../db/lessons.ts';
import { readRange } from '../../media/byte-range.ts';
import { MEDIA_TYPES, openMediaLink, type MediaKind } from '../../media/media-link.ts';
import { route } from '../../schemas/route.ts';
import { exact } from '../../schemas/shared.ts';

const subjectOf = (actor: Actor): string | null =>
  actor.kind === 'learner' ? actor.learnerId : actor.kind === 'staff' ? actor.staffId : null;

const keyOf = (lesson: LessonRow, kind: MediaKind): string | null =>
  ({
    webm: lesson.webmKey,
    mp4: lesson.mp4Key,
    poster: lesson.posterKey,
    subtitles: lesson.subtitlesKey,
  })[kind];

export default async function mediaRoutes(app: App): Promise<void> {
  app.get(
    '/media/:signed/:file',
    route(['learner', 'courses.manage'], {
      summary: 'A file of a lesson, by a signed link; byte ranges',
      tags: ['study'],
      params: exact({
        signed: Type.String({ maxLength: 200 }),
        file: Type.String({ maxLength: 40 }),
      }),
    }),
    async (request, reply) => {
      const grant = openMediaLink(app.config.keys.media, request.params.signed, app.clock.now());
      if (grant === null || grant.subjectId !== subjectOf(request.actor))
        return reply.refuse({ code: 'request/notFound' });
      const lesson = await findLesson(app.db, grant.lessonId);
      const key = lesson ? keyOf(lesson, grant.kind) : null;
      if (key === null) return reply.refuse({ code: 'request/notFound' });
      const size = await app.storage.size(key);
      const range = readRange(request.headers.range, size);
      reply
        .header('accept-ranges', 'bytes')
        .header('cache-control', 'private, max-age=3600')
        .header('x-content-type-options', 'nosniff')
        .type(MEDIA_TYPES[grant.kind]);
      if (range === 'unsatisfiable')
        return reply.code(416).header('content-range', `bytes */${size}`).send();
      if (range === null)
        return reply.header('content-length', size).send(await app.storage.stream(key));
      return reply
        .code(206)
        .header('content-range', `bytes ${range.start}-${range.end}/${size}`)
        .header('content-length', range.end - range.start + 1)
        .send(await app.storage.stream(key, range));
    },
  );
}
