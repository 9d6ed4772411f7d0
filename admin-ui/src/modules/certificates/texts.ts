export const texts = {
  'zh-CN': {
    certificates: {
      title: '查找证书',
      lead: '须输入完整的证书编号。学员的全部证书在学员页。',
      number: '证书编号',
      find: '查找',
      empty: '没有这个编号的证书',
      emptyBody: '请核对编号后再试。',
      chain: '新旧证书',
      chainNote: '从旧到新。旧证书在换证成功的同一时刻作废。',
    },
  },
  en: {
    certificates: {
      title: 'Find a certificate',
      lead: 'Enter the whole number. All certificates of a learner are on the learner’s page.',
      number: 'Certificate number',
      find: 'Find',
      empty: 'No certificate has this number',
      emptyBody: 'Check the number and try again.',
      chain: 'Old and new',
      chainNote: 'From old to new. The old one is void in the moment of renewal.',
    },
  },
} as const;
