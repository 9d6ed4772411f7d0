export const texts = {
  'zh-CN': {
    processes: {
      title: '卡住的流程',
      lead: '等待学员以外的人或系统的流程。',
      empty: '没有卡住的流程',
      emptyBody: '所有流程都在正常推进。',
      what: '情况',
      since: '自何时起',
      owner: '由谁处理',
      attempts: '已试',
      open: '查看报名',
      kind: {
        withoutProcess: '流程未启动',
        outboxWaiting: '进展未送达',
        registryWaiting: '等待管理系统',
        overdueAudit: '审核超期',
      },
    },
  },
  en: {
    processes: {
      title: 'Stuck processes',
      lead: 'Processes that wait for something other than a learner.',
      empty: 'Nothing is stuck',
      emptyBody: 'Every process goes on.',
      what: 'What',
      since: 'Since',
      owner: 'Who acts',
      attempts: 'Tries',
      open: 'Enrolment',
      kind: {
        withoutProcess: 'not started',
        outboxWaiting: 'news not delivered',
        registryWaiting: 'waits for the registry',
        overdueAudit: 'audit overdue',
      },
    },
  },
} as const;
