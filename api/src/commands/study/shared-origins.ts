import { postLabel } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import type { EnrolmentRow } from '../../db/enrolments-studied.ts';
import { isSharedIn, sharedInto } from '../../db/shared-hours.ts';
import type { MyLessonView } from '../../schemas/my-enrolments.ts';
import { iso } from '../../schemas/shared.ts';

type SharedFrom = NonNullable<MyLessonView['sharedFrom']>;

/** Where the shared public hours of an enrolment were studied, by lesson. */
export async function sharedOrigins(
  db: Db,
  enrolment: EnrolmentRow,
): Promise<Map<string, SharedFrom>> {
  const all = await sharedInto(db, enrolment.id);
  const rows = all.filter((row) => isSharedIn(row, enrolment.epoch));
  return new Map(
    rows.map(({ lessonId, post, studyYear, at }) => [
      lessonId ?? '',
      { postLabel: { zh: postLabel(post), en: postLabel(post, 'en') }, studyYear, at: iso(at) },
    ]),
  );
}
