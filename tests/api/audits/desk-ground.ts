import { randomUUID } from 'node:crypto';
import type { Policy } from '@xuzheng/engine';
import { installShipped } from '../../../api/src/commands/install-shipped.ts';
import { appUnderTest, type AppUnderTest } from '../app-under-test.ts';
import { completeHours, enrol, furnish, passExam, untilTag } from '../process/people.ts';
import { processGround, type ProcessGround } from '../process/process-ground.ts';

export type Desk = {
  readonly ground: ProcessGround;
  readonly world: AppUnderTest;
  /** An enrolment whose hours are complete and whose audit is open. */
  readonly inAudit: (post: string, options?: { exam?: boolean }) => Promise<Case>;
};
export type Case = { readonly enrolmentId: string; readonly auditId: string };

/** The desk over HTTP, with the real process behind it. */
export async function desk(policy?: Policy): Promise<Desk> {
  const ground = await processGround();
  await furnish(ground, ...(policy ? [policy] : []));
  await ground.startWorker();
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE, STORAGE_DIR } =
    ground.env;
  const world = await appUnderTest(
    {},
    { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE, STORAGE_DIR },
  );
  await calendarOfTests(world);
  const inAudit: Desk['inAudit'] = async (post, { exam = false } = {}) => {
    const enrolmentId = await enrol(ground, {
      ...{ post, examRequired: exam },
      ...(policy ? { policy } : {}),
    });
    await completeHours(ground, enrolmentId);
    if (exam) {
      await untilTag(ground, enrolmentId, 'exam.open');
      await passExam(ground, enrolmentId);
    }
    await untilTag(ground, enrolmentId, 'audit.open');
    const { id } = await ground.db
      .selectFrom('audits')
      .select('id')
      .where('enrolmentId', '=', enrolmentId)
      .executeTakeFirstOrThrow();
    return { enrolmentId, auditId: id };
  };
  return { ground, world, inAudit };
}

async function calendarOfTests({ deps }: AppUnderTest): Promise<void> {
  await installShipped(deps.db);
}

/** A body of a decision on the evidence version somebody has seen. */
export const seen = (evidenceVersion: number) => ({ commandId: randomUUID(), evidenceVersion });

export const CLEAR = {
  reasonCode: 'impersonation',
  explanation: '抓拍照片与头像明显不是同一人。',
  findingIds: [],
};
