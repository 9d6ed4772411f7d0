import type { LifecycleEventType } from '@xuzheng/engine';
import type { Bilingual } from '@xuzheng/learner-ui/look';

/** What each event of the lifecycle means to those who read the record. */
export const EVENT_WORDS = {
  PHONE_VERIFIED: { zh: '手机已核实', en: 'Phone verified' },
  PROFILE_COMPLETED: { zh: '档案已完善', en: 'Profile completed' },
  HOURS_COMPLETED: { zh: '学时已学完', en: 'Hours completed' },
  EXAM_PASSED: { zh: '考核合格', en: 'Exam passed' },
  DUE: { zh: '审核到期,提醒审核员', en: 'Audit due' },
  OVERDUE: { zh: '审核超期,升级处理', en: 'Audit overdue, escalated' },
  CALENDAR_CHANGED: { zh: '放假安排变更,期限已重算', en: 'Calendar changed, dates moved' },
  EVIDENCE_CHANGED: { zh: '证据有更新', en: 'Evidence changed' },
  ACCEPT: { zh: '认可学时', en: 'Hours accepted' },
  PROPOSE_CLEAR: { zh: '提议清零', en: 'Clear proposed' },
  REJECT_PROPOSAL: { zh: '撤下清零提议', en: 'Proposal rejected' },
  SIGN_CLEAR: { zh: '会签清零', en: 'Clear countersigned' },
  RECORDED: { zh: '决定已记录', en: 'Decision recorded' },
  STALE: { zh: '证据已变,决定未生效', en: 'Evidence was stale, decision not taken' },
  PAUSE_AUDIT: { zh: '审核计时暂停', en: 'Audit clock paused' },
  RESUME_AUDIT: { zh: '审核计时恢复', en: 'Audit clock resumed' },
  PAUSE_ENDED: { zh: '暂停到期,计时自动恢复', en: 'Pause ran out, the clock goes on' },
  FILE_APPEAL: { zh: '提出申诉', en: 'Appeal filed' },
  APPEAL_WINDOW: {
    zh: '放假安排变更,可申诉期限已重算',
    en: 'Calendar changed, appeal window moved',
  },
  APPEAL_CLOCK: { zh: '申诉期限已确定', en: 'Appeal deadline set' },
  APPEAL_OVERDUE: { zh: '申诉已超期,升级处理', en: 'Appeal overdue, escalated' },
  WITHDRAW_APPEAL: { zh: '撤回申诉', en: 'Appeal withdrawn' },
  GRANT: { zh: '申诉成立', en: 'Appeal granted' },
  DISMISS: { zh: '申诉驳回', en: 'Appeal dismissed' },
  HOURS_REPORTED: { zh: '学时已报送管理系统', en: 'Hours reported' },
  RENEW: { zh: '申请换证', en: 'Renewal asked for' },
  REGISTRY_CONFIRMED: { zh: '管理系统确认换证', en: 'Registry confirmed' },
  REGISTRY_REFUSED: { zh: '管理系统未予换证', en: 'Registry refused' },
  REGISTRY_UNKNOWN: { zh: '管理系统未答复,继续查询', en: 'Registry unknown, asking again' },
  CERTIFICATE_VOIDED: { zh: '换发的证书已作废', en: 'Renewed certificate made void' },
  REGISTRY_NOT_FOUND: { zh: '管理系统没有收到申请', en: 'Registry has no such request' },
  PHONE_CHANGED: { zh: '手机号已更正', en: 'Phone changed' },
  YEAR_ENDED: { zh: '年度结束', en: 'Year ended' },
  RELEARN_ENDED: { zh: '重新学习期限结束', en: 'Relearn window ended' },
  WITHDRAW: { zh: '学员退出', en: 'Withdrawn' },
  REOPEN: { zh: '重新打开审核', en: 'Audit reopened' },
  SETTLE: { zh: '流程办结', en: 'Settled' },
} as const satisfies Record<LifecycleEventType, Bilingual>;

/** An event in words; a type of a later version is shown as it came. */
export const eventWords = (type: string): Bilingual => {
  const table: Readonly<Record<string, Bilingual>> = EVENT_WORDS;
  return table[type] ?? { zh: type, en: type };
};
