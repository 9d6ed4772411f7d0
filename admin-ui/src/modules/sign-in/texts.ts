export const texts = {
  'zh-CN': {
    signIn: {
      title: '工作人员登录',
      login: '账号',
      password: '密码',
      totp: '动态验证码',
      totpHint: '身份验证器中的 6 位数字',
      enter: '登录',
      learner: '学员请由此登录',
    },
  },
  en: {
    signIn: {
      title: 'Staff sign-in',
      login: 'Account',
      password: 'Password',
      totp: 'One-time code',
      totpHint: 'The 6 digits of your authenticator',
      enter: 'Sign in',
      learner: 'Learners sign in here',
    },
  },
} as const;
