import { Type } from 'typebox';
import type { App, Request } from '../../app-types.ts';
import { courseView, lessonView, type LinkFor } from '../../commands/catalogue/course-views.ts';
import { changeCourse, draftCourse, publishCourse } from '../../commands/catalogue/save-course.ts';
import { addLesson, changeLesson, removeLesson } from '../../commands/catalogue/save-lesson.ts';
import { findCourse, listCourses, type CourseRow } from '../../db/courses.ts';
import { lessonsOf } from '../../db/lessons.ts';
import { receiveLesson } from '../../media/receive-lesson.ts';
import { sendResult } from '../../plugins/refusals.ts';
import {
  CourseChanges,
  CourseDraft,
  CourseSchema,
  LessonChanges,
  LessonSchema,
} from '../../schemas/catalogue.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams, page, pageQuery } from '../../schemas/shared.ts';

const tags = ['catalogue'];
const manage = 'courses.manage' as const;
const file = Type.String({ format: 'binary' });

const linkFor = (app: App, request: Request): LinkFor => ({
  mediaKey: app.config.keys.media,
  subjectId: request.staffId(),
  now: app.clock.now(),
});

const viewOf = async (app: App, request: Request, course: CourseRow) =>
  courseView(course, await lessonsOf(app.db, [course.id]), linkFor(app, request));

async function readCourses(app: App): Promise<void> {
  app.get(
    '/api/courses',
    route(manage, {
      tags,
      querystring: exact({
        ...pageQuery,
        studyYear: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
      }),
      response: { 200: page(CourseSchema) },
    }),
    async (request) => {
      const { cursor, limit = 50, studyYear } = request.query;
      const rows = await listCourses(app.db, { cursor, limit: limit + 1, studyYear });
      const shown = rows.slice(0, limit);
      const lessons = await lessonsOf(
        app.db,
        shown.map((course) => course.id),
      );
      const nextCursor = rows.length > limit ? (shown.at(-1)?.id ?? null) : null;
      return {
        items: shown.map((one) => courseView(one, lessons, linkFor(app, request))),
        nextCursor,
      };
    },
  );

  app.get(
    '/api/courses/:id',
    route(manage, { tags, params: idParams, response: { 200: CourseSchema } }),
    async (request, reply) => {
      const course = await findCourse(app.db, request.params.id);
      if (course === undefined) return reply.refuse({ code: 'course/notFound' });
      return viewOf(app, request, course);
    },
  );
}

async function writeCourses(app: App): Promise<void> {
  app.post(
    '/api/courses',
    route(manage, { tags, body: CourseDraft, response: { 201: CourseSchema } }),
    async (request, reply) => {
      const drafted = await draftCourse(app.deps, request.staffId(), request.body);
      if (!drafted.ok) return reply.refuse(drafted.refusal);
      return reply.code(201).send(await viewOf(app, request, drafted.value));
    },
  );

  app.patch(
    '/api/courses/:id',
    route(manage, {
      tags,
      params: idParams,
      body: CourseChanges,
      response: { 200: CourseSchema },
    }),
    async (request, reply) => {
      const { id } = request.params;
      const changed = await changeCourse(app.deps, request.staffId(), id, request.body);
      if (!changed.ok) return reply.refuse(changed.refusal);
      return viewOf(app, request, changed.value);
    },
  );

  app.post(
    '/api/courses/:id/publish',
    route(manage, { tags, params: idParams, response: { 200: CourseSchema } }),
    async (request, reply) => {
      const published = await publishCourse(app.deps, request.staffId(), request.params.id);
      if (!published.ok) return reply.refuse(published.refusal);
      return viewOf(app, request, published.value);
    },
  );
}

async function uploadLessons(app: App): Promise<void> {
  app.post(
    '/api/courses/:id/lessons',
    route(
      manage,
      {
        summary: 'Uploads a lesson: one video, or the same as WebM and MP4; its length is measured',
        tags,
        params: idParams,
        consumes: ['multipart/form-data'],
        response: { 201: LessonSchema },
      },
      {
        multipart: Type.Object({
          title: Type.String(),
          topic: Type.Optional(Type.String()),
          video: Type.Array(file),
          poster: Type.Optional(file),
          subtitles: Type.Optional(file),
        }),
      },
    ),
    async (request, reply) => {
      const added = await receiveLesson(request, (lesson) =>
        addLesson(app.deps, request.staffId(), request.params.id, lesson),
      );
      if (!added.ok) return reply.refuse(added.refusal);
      return reply.code(201).send(lessonView(added.value, linkFor(app, request)));
    },
  );
}

async function changeLessons(app: App): Promise<void> {
  app.patch(
    '/api/lessons/:id',
    route(manage, {
      tags,
      params: idParams,
      body: LessonChanges,
      response: { 200: LessonSchema },
    }),
    async (request, reply) => {
      const { id } = request.params;
      const changed = await changeLesson(app.deps, request.staffId(), id, request.body);
      if (!changed.ok) return reply.refuse(changed.refusal);
      return lessonView(changed.value, linkFor(app, request));
    },
  );

  app.delete(
    '/api/lessons/:id',
    route(manage, { tags, params: idParams, response: { 204: Type.Null() } }),
    async (request, reply) =>
      sendResult(reply, await removeLesson(app.deps, request.staffId(), request.params.id)),
  );
}

export default async function catalogueRoutes(app: App): Promise<void> {
  await readCourses(app);
  await writeCourses(app);
  await uploadLessons(app);
  await changeLessons(app);
}
