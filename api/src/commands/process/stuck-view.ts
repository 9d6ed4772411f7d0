import type { Deps } from '../../deps.ts';
import { stuckProcesses, type StuckKind } from '../../db/stuck-processes.ts';
import type { StuckAct } from '../../schemas/processes.ts';
import { iso } from '../../schemas/shared.ts';
import { BUSY_MS } from './reconcile.ts';

type Words = {
  readonly owner: string;
  /** The one act that helps. */
  readonly act: StuckAct;
  readonly sentence: { readonly zh: string; readonly en: string };
};

const WORDS = {
  taskFailing: {
    owner: 'admin',
    act: 'restart',
    sentence: {
      zh: '流程代码反复出错,该报名停在原处,其他报名不受影响。请先更新程序;仍不恢复时,从记录重新开始。',
      en: 'The code of this process fails again and again; others go on. Deploy a repaired version; if that does not help, begin again from the record.',
    },
  },
  processAhead: {
    owner: 'admin',
    act: 'restart',
    sentence: {
      zh: '流程已走到数据库没有记录的一步,数据库可能恢复自较早的备份。确认不再使用更新的备份后,从记录重新开始,之后的决定需要重新作出。',
      en: 'The process has taken steps the database does not know: it may have been restored from an older backup. If no newer one exists, begin again from the record; later decisions must be made anew.',
    },
  },
  withoutEnrolment: {
    owner: 'admin',
    act: 'end',
    sentence: {
      zh: '流程还在运行,但数据库中没有这条报名。确认不再使用更新的备份后,结束该流程。',
      en: 'A process runs whose enrolment is not in the database. If no newer backup exists, end it.',
    },
  },
  withoutProcess: {
    owner: 'system',
    act: 'tell',
    sentence: {
      zh: '报名已登记,但流程尚未启动;请确认后台进程正在运行。',
      en: 'Enrolled, but the process has not begun; check that a worker is running.',
    },
  },
  outboxWaiting: {
    owner: 'system',
    act: 'tell',
    sentence: {
      zh: '有进展尚未送达流程;请确认后台进程和 Temporal 正在运行。',
      en: 'News has not reached the process; check that a worker and Temporal are running.',
    },
  },
  notMoving: {
    owner: 'system',
    act: 'tell',
    sentence: {
      zh: '流程应当已进入下一步,但还没有动。请确认后台进程正在运行,再催办一次。',
      en: 'The process should have moved on and has not. Check that a worker is running, then tell it again.',
    },
  },
  registryWaiting: {
    owner: 'registry',
    act: 'openEnrolment',
    sentence: {
      zh: '管理系统尚未答复,系统会继续查询,不会重复办理。',
      en: 'The registry has not answered; the system keeps asking and repeats nothing.',
    },
  },
  overdueAudit: {
    owner: 'seniorAuditor',
    act: 'openCase',
    sentence: {
      zh: '审核已超过期限,请高级审核员处理。',
      en: 'The audit is overdue; a senior auditor should decide it.',
    },
  },
  noticeFailed: {
    owner: 'support',
    act: 'openNotices',
    sentence: {
      zh: '有短信发送失败。请在短信发件箱查看原因并重新发送,站内通知学员已可见。',
      en: 'Text messages could not be sent. See why in the SMS outbox and send them again; learners have them in the app.',
    },
  },
} as const satisfies Record<StuckKind, Words>;

const SHOWN_AT_MOST = 200;

/** What waits for something other than a learner: what is wrong, whose it is, the one act that helps. */
export async function viewStuckProcesses({ db, clock }: Pick<Deps, 'db' | 'clock'>) {
  const before = new Date(clock.now() - BUSY_MS);
  const rows = await stuckProcesses(db, before, SHOWN_AT_MOST + 1);
  return {
    items: rows
      .slice(0, SHOWN_AT_MOST)
      .map((row) => ({ ...row, ...WORDS[row.kind], since: iso(row.since) })),
    hasMore: rows.length > SHOWN_AT_MOST,
  };
}
