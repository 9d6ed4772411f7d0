export const texts = {
  'zh-CN': {
    calendars: {
      title: '工作日历',
      lead: '审核期限按此计算。这里只供查看。',
      published: '放假安排已公布至 {day}',
      version: '第 {n} 版',
      unpublished: '{year} 年的放假安排尚未公布,期限为暂定。',
      year: '年份',
      month: '{n} 月',
      weekdays: '一,二,三,四,五,六,日',
      holiday: '放假',
      extra: '调休上班',
      weekend: '周末',
      empty: '没有工作日历',
    },
  },
  en: {
    calendars: {
      title: 'Working calendar',
      lead: 'Audit dates are counted by it. Read only.',
      published: 'Holidays published through {day}',
      version: 'version {n}',
      unpublished: 'The holidays of {year} are not published; dates are provisional.',
      year: 'Year',
      month: 'Month {n}',
      weekdays: 'M,T,W,T,F,S,S',
      holiday: 'holiday',
      extra: 'working weekend',
      weekend: 'weekend',
      empty: 'No calendar',
    },
  },
} as const;
