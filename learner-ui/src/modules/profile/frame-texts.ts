/** Words about the pictures that are kept, and about those that go. */
export const frameTexts = {
  'zh-CN': {
    frames: {
      kept: '现保存您的画面 {n} 张。',
      leaving: '您已撤回留存画面的同意,{n} 张画面将在一天内删除。',
      audit:
        '另有 {n} 张画面是 {year} 年度学时审核的证据,须保留到审核作出决定,审核应于 {due} 作出;决定后一天内删除。',
      auditStands:
        '另有 {n} 张画面是 {year} 年度学时审核的证据,审核计时暂停中,须保留到审核作出决定;决定后一天内删除。',
      appeal:
        '另有 {n} 张画面是 {year} 年度申诉的证据,须保留到申诉作出决定,申诉应于 {due} 作出决定;决定后一天内删除。',
      reopening:
        '另有 {n} 张画面是 {year} 年度学时复查的证据,须保留到复查处理完毕;处理完毕后一天内删除。',
      appealWindow:
        '另有 {n} 张画面是 {year} 年度清零决定的证据,您可在 {due} 申诉,须保留到那时;之后一天内删除。',
      appealWindowOpen:
        '另有 {n} 张画面是 {year} 年度清零决定的证据,放假安排尚未公布,您仍可申诉,须保留到申诉期限确定并届满;之后一天内删除。',
      finding:
        '另有 {n} 张画面涉及 {year} 年度学习中尚待人工判断的疑点,须保留到该年度审核作出决定;决定后一天内删除。',
      receipts: '删除回执',
      receipt: '{at} 已删除 {n} 张画面,仅留识别结论,不再有照片。',
      withdrawBody:
        '撤回后立即停止拍摄和发送画面,已保存的画面在一天内删除,并在本页给出回执;正在审核或申诉的画面是证据,保留到作出决定后删除。已计学时不受影响,之后学习走不使用人脸的方式。',
    },
  },
  en: {
    frames: {
      kept: 'Pictures of you that are kept: {n}.',
      leaving: 'You withdrew the consent to keep pictures: {n} are deleted within a day.',
      audit:
        '{n} more are evidence of the audit of {year} and stay until it is decided, which is due {due}; they are deleted within a day of it.',
      auditStands:
        '{n} more are evidence of the audit of {year}, whose clock stands still; they stay until it is decided and are deleted within a day of it.',
      appeal:
        '{n} more are evidence of the appeal of {year} and stay until it is decided, which is due {due}; they are deleted within a day of it.',
      reopening:
        '{n} more are evidence in a request to reopen the hours of {year} and stay until it is settled; they are deleted within a day of it.',
      appealWindow:
        '{n} more are evidence of the clearing in {year}, against which you may appeal {due}; they stay until then and are deleted within a day.',
      appealWindowOpen:
        '{n} more are evidence of the clearing in {year}. The holidays are not published, so you may still appeal; they stay until the days are known and over, and are deleted within a day.',
      finding:
        '{n} more belong to a doubt about the study of {year} that a person has yet to judge; they stay until that audit is decided and are deleted within a day of it.',
      receipts: 'Receipts of deletion',
      receipt: '{at}: {n} pictures deleted. The verdicts stay, without a picture.',
      withdrawBody:
        'From then on no picture is taken or sent; those kept are deleted within a day, with a receipt on this page. Pictures in an open audit or appeal are evidence and go once it is decided. Credited hours stay; study goes on without a face.',
    },
  },
} as const;
