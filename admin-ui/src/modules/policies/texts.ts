export const texts = {
  'zh-CN': {
    policies: {
      title: '政策',
      lead: '每份报名、决定和证书都记着它所用的版本。这里只供查看。',
      effectiveOn: '自 {day} 起',
      version: '第 {n} 版',
      empty: '没有政策',
      emptyBody: '政策随系统安装;如果这里为空,请查看启动记录。',
    },
  },
  en: {
    policies: {
      title: 'Policies',
      lead: 'Every enrolment, decision and certificate keeps the version it used. Read only.',
      effectiveOn: 'from {day}',
      version: 'version {n}',
      empty: 'No policy',
      emptyBody: 'Policies come with the system; if none stands here, read the log of its start.',
    },
  },
} as const;
