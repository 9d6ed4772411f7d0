export const texts = {
  'zh-CN': {
    notices: {
      lead: '发送到您手机的短信,这里都有一份。',
      empty: '还没有消息',
      emptyBody: '审核结果、学时变化等通知会出现在这里,并同时发送短信。',
      unread: '未读',
      read: '标为已读',
    },
  },
  en: {
    notices: {
      lead: 'Every SMS sent to your phone has a copy here.',
      empty: 'No notices yet',
      emptyBody: 'Results of audits and changes of your hours appear here and are sent by SMS.',
      unread: 'Unread',
      read: 'Mark as read',
    },
  },
} as const;
