type Sentence = { readonly zh: string; readonly en: string };

/** What the learner reads after an answer: what it did, and what to do next. */
export const ATTENDED_SENTENCES = {
  matched: { zh: '核验完成,学习继续。', en: 'Done; study goes on.' },
  pending: {
    zh: '已记录您的回答。短信暂时无法发送,这段时间先计为待确认,由工作人员核对,不会算作您的问题。',
    en: 'Your answer is kept. No message can be sent now: this time waits for a person and is not held against you.',
  },
  wrongAnswer: {
    zh: '这道题没有答对。换了一道新题,请再试。',
    en: 'That was not the right answer. Here is another question.',
  },
  codeInstead: {
    zh: '这几道题没有答对,不影响已保存的学时。请用短信验证码完成本次核验。',
    en: 'Those answers were not right; what is saved stays. Please use the code from the message instead.',
  },
  over: {
    zh: '本次核验已结束。请按页面上的新提示操作。',
    en: 'This check is over. Please follow what the page asks now.',
  },
} as const satisfies Record<string, Sentence>;
