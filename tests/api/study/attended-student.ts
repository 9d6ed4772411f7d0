import type {
  AttendedCheckView,
  AttendedResultView,
  AttendedStateView,
  SessionView,
} from '../../../api/src/schemas/study.ts';
import { codeIn } from '../app-under-test.ts';
import type { Answer } from '../browser.ts';
import type { Student, StudyGround } from './study-ground.ts';

/** The topic of the tests' questions; each has the same right option. */
export const TOPIC = '高处作业';
export const RIGHT = '系好安全带';

/** A bank with so many questions on the topic, and one on another. */
export async function furnishBank({ deps }: StudyGround, count = 6): Promise<void> {
  await deps.db.updateTable('lessons').set({ topic: TOPIC }).execute();
  const question = (n: number, topic: string) => ({
    ...{ code: `${topic}-${n}`, version: 1, kind: 'single', topic, post: null },
    stem: `第 ${n} 题:高处作业前应当怎样做`,
    options: JSON.stringify(['什么也不做', RIGHT, '快些做完']),
    answer: [1],
  });
  const rows = Array.from({ length: count }, (_, n) => question(n, TOPIC));
  await deps.db
    .insertInto('questions')
    .values([...rows, question(99, '临时用电')])
    .execute();
}

const urlOf = (id: string): string => `/api/me/study-sessions/${id}/attended-check`;

/** A learner who studies without a face, with the phone at hand. */
export function attendedHands(ground: StudyGround, who: Student) {
  const post = async (id: string, body: object): Promise<AttendedResultView> => {
    const answer = await who.browser.post(urlOf(id), body);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<AttendedResultView>();
  };
  const show = async (id: string): Promise<AttendedStateView> => {
    const answer = await who.browser.get(urlOf(id));
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<AttendedStateView>();
  };
  const checkOf = async (id: string): Promise<AttendedCheckView> => {
    const { check } = await show(id);
    if (check === null) throw new Error('no check is asked for');
    return check;
  };
  const choose = async (id: string, option = RIGHT): Promise<AttendedResultView> => {
    const { id: checkId, question } = await checkOf(id);
    const chosen = [question?.options.indexOf(option) ?? -1];
    return post(id, { checkId, chosen });
  };
  const enterCode = async (id: string, code?: string): Promise<AttendedResultView> => {
    const { id: checkId } = await checkOf(id);
    return post(id, { checkId, code: code ?? codeIn(await ground.lastSms()) });
  };
  return {
    post,
    show,
    checkOf,
    choose,
    enterCode,
    codeAgain: (id: string): Promise<Answer> => who.browser.post(`${urlOf(id)}/code`),
    enter: async (lesson: number): Promise<SessionView> => {
      const started = await who.start(lesson, { attended: true, takeOver: true });
      if (started.statusCode !== 201) throw new Error(started.body);
      const { session } = await enterCode(started.json<SessionView>().id);
      return session;
    },
  };
}
