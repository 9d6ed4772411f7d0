/** Words of the path without a face. */
export const attendedTexts = {
  'zh-CN': {
    attended: {
      entryTitle: '短信核验',
      recheckTitle: '请确认是您本人',
      sending: '正在向尾号 {tail} 的手机发送验证码,通常几秒内到达。',
      sent: '验证码已发送至尾号 {tail} 的手机,请输入 6 位数字。',
      code: '短信验证码',
      codeToo: '如已收到短信,也可以输入验证码',
      again: '重新获取',
      againIn: '{n} 秒后可重新获取',
      confirm: '确认',
      recheckNote:
        '请在 {n} 秒内完成核验。等待的时间不计学时,已保存的学时不受影响;完成后自动继续播放。',
      away: '短信暂时无法发送,这不是您的问题。请回答下面的题目继续学习,这段时间由工作人员核对后确认。',
      multiple: '可能有多个正确选项',
      questionTitle: '随堂小问题',
      questionLeft: '还有 {n} 秒,播放不受影响',
      noQuestion: '本课件暂无题目。请点击“确认”,表示您正在学习。',
      numberWrong: '收不到短信,或号码不对?',
      numberWrongBody: '个人无法更正手机号码,请拨北京建工培训中心服务电话进行手机号码更正。',
      noCamera: '本次学习不使用人脸,不需要摄像头。学时、时长要求和证书与使用人脸时相同。',
      backToFace: '改用人脸识别',
      tag: '短信核验,未使用摄像头',
      ledOff: '您已撤回人脸同意,摄像头已关闭。本次学习改用短信核验继续,已保存的学时不受影响。',
      gotIt: '我知道了',
      uncertain:
        '几次都没有确认是您本人。这可能与光线、摄像头或照片有关,不会算作您的问题。您可以再试一次,或不使用人脸继续学习。',
      helpChecks:
        '学习中会在随机时刻请您输入短信验证码,或回答一道与课件有关的题目。请保持手机在身边。',
      again2: '重新核验',
    },
  },
  en: {
    attended: {
      entryTitle: 'Code by SMS',
      recheckTitle: 'Please confirm it is you',
      sending: 'A code is on its way to the phone ending in {tail}; it takes a few seconds.',
      sent: 'A code was sent to the phone ending in {tail}. Please enter its six digits.',
      code: 'Code from the message',
      codeToo: 'If the message came after all, enter its code',
      again: 'Send again',
      againIn: 'Again in {n} s',
      confirm: 'Confirm',
      recheckNote:
        'Please answer within {n} seconds. Waiting does not count, and nothing saved is lost; the lesson goes on by itself.',
      away: 'Messages cannot be sent now, and that is not your fault. Answer the question to go on; a person confirms this time later.',
      multiple: 'More than one option may be right',
      questionTitle: 'A question about the lesson',
      questionLeft: '{n} s left; the lesson plays on',
      noQuestion: 'There is no question for this lesson. Press “Confirm” to say you are here.',
      numberWrong: 'No message, or a wrong number?',
      numberWrongBody: 'You cannot correct the number yourself. Please call the training centre.',
      noCamera:
        'This session uses no face and no camera. Hours, rules and certificate are the same.',
      backToFace: 'Use the face check instead',
      tag: 'By SMS, no camera',
      ledOff:
        'You withdrew your consent, so the camera is off. This session goes on with codes by SMS; what is saved stays saved.',
      gotIt: 'I see',
      uncertain:
        'It could not be confirmed several times that it is you. Light, camera or portrait may be the reason; it is not held against you. Try again, or go on without your face.',
      helpChecks:
        'At random moments you enter a code from a message, or answer a question about the lesson. Keep your phone at hand.',
      again2: 'Check again',
    },
  },
} as const;
