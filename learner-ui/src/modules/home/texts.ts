export const texts = {
  'zh-CN': {
    home: {
      post: '{post} · {year} 年度',
      choose: '切换岗位',
      next: '下一步',
      due: '截止:{due}',
      toAudit: '查看审核进度',
      progress: '办理进度',
      latest: '最新消息',
      noNotices: '还没有消息。',
      emptyTitle: '还没有培训任务',
      emptyBody: '用人单位或培训中心为您报名后,课程会出现在这里。如已报名,请致电核实。',
      warnings: '注意事项',
    },
  },
  en: {
    home: {
      post: '{post} · {year}',
      choose: 'Another post',
      next: 'Next',
      due: 'Due {due}',
      toAudit: 'See the audit',
      progress: 'Progress',
      latest: 'Latest notices',
      noNotices: 'No notices yet.',
      emptyTitle: 'No training yet',
      emptyBody:
        'Once your employer or the training centre has enrolled you, your courses appear here. If you were enrolled, please call.',
      warnings: 'Please note',
    },
  },
} as const;
