export type TwoTongues = { readonly zh: string; readonly en: string };

type Lines = { readonly sentence: TwoTongues; readonly nextStep: TwoTongues };
const lines = (zh: string, en: string, nextZh: string, nextEn: string): Lines => ({
  sentence: { zh, en },
  nextStep: { zh: nextZh, en: nextEn },
});

/** {missing}, {part}, {service} and {platform} are filled in. */
const TEXTS = {
  verifyingPhone: lines(
    '您的手机号码还没有验证，验证之前不能开始学习。',
    'Your phone number is not verified yet, and studying begins only after that.',
    '请用短信验证码激活账号；号码不对请拨打 {service} 更正。',
    'Activate the account with the code sent by SMS; if the number is wrong, call {service}.',
  ),
  completingProfile: lines(
    '您的档案还没有完善{missing}，完善之后才能开始学习。',
    'Your profile is not complete yet, and studying begins only after that.',
    '请到“我的档案”上传身份证正反面和近 3 个月头像，并补全基本信息。',
    'Open "My profile", upload both sides of the ID card and a recent portrait, and fill in the basics.',
  ),
  phoneArriving: lines(
    '您的手机号码已验证，系统正在登记。',
    'Your phone number is verified and is being recorded.',
    '请稍候片刻，无需任何操作；几分钟后仍无变化请拨打 {service}。',
    'Wait a moment, there is nothing to do; call {service} if nothing changes within minutes.',
  ),
  profileArriving: lines(
    '您的档案已完善，系统正在登记。',
    'Your profile is complete and is being recorded.',
    '请稍候片刻，登记后即可开始学习；几分钟后仍无变化请拨打 {service}。',
    'Wait a moment, then studying begins; call {service} if nothing changes within minutes.',
  ),
  hoursArriving: lines(
    '本年度学时已学完，系统正在登记。',
    'All hours of this year are studied and are being recorded.',
    '请稍候片刻，登记后进入下一步；几分钟后仍无变化请拨打 {service}。',
    'Wait a moment, then the next step opens; call {service} if nothing changes within minutes.',
  ),
  examArriving: lines(
    '您的考核已通过，系统正在登记。',
    'You passed the exam, and this is being recorded.',
    '请稍候片刻，登记后进入下一步；几分钟后仍无变化请拨打 {service}。',
    'Wait a moment, then the next step opens; call {service} if nothing changes within minutes.',
  ),
  studying: lines(
    '您正在学习本年度继续教育课程。',
    'You are studying this year’s continuing education courses.',
    '请到“我的培训”继续学习，学完全部课程后进入下一步。',
    'Continue in "My training"; the next step opens when all courses are complete.',
  ),
  clearedMayAppeal: lines(
    '本年度学时已被清除，需要重新学习；已通过的考核成绩不受影响。',
    'The hours of this year were cleared and have to be studied again; a passed exam stays passed.',
    '请重新学习补齐学时；如有异议，可在申诉期内提出申诉。',
    'Study the hours again; if you disagree, appeal within the window.',
  ),
  relearning: lines(
    '本年度学时已被清除，您正在重新学习；已通过的考核成绩不受影响。',
    'The hours of this year were cleared and you are studying them again; a passed exam stays passed.',
    '请在截止时间前重新学习补齐学时。',
    'Complete the hours again before the deadline.',
  ),
  partClearedMayAppeal: lines(
    '{part}学时已被清除，只需重新学习这一部分；其余学时和已通过的考核成绩保留。',
    'Of your hours, {part} was cleared; only that part has to be studied again, the rest and the exam stay.',
    '请重新学习被清除的部分；如有异议，可在申诉期内提出申诉。',
    'Study that part again; if you disagree, appeal within the window.',
  ),
  relearningPart: lines(
    '{part}学时已被清除，您正在重新学习这一部分；其余学时和已通过的考核成绩保留。',
    'Of your hours, {part} was cleared and you are studying it again; the rest and the exam stay.',
    '请在截止时间前重新学习被清除的部分。',
    'Complete that part before the deadline.',
  ),
  appealOverdue: lines(
    '您的申诉已超过答复期限，已升级督办；不会因超期自动成立或驳回。',
    'The answer to your appeal is late and has been escalated; lapse of time decides nothing.',
    '可以继续重新学习；已学的学时不会因申诉减少。',
    'Go on relearning; an appeal never takes hours away.',
  ),
  appealPending: lines(
    '您的申诉正在由未参与原审核的人员处理，重新学习的期限暂停计算。',
    'Your appeal is with a person who took no part in the audit; the relearning deadline stands still.',
    '无需等待申诉结果，可以继续重新学习；已学的学时不会因申诉减少。',
    'You need not wait: go on relearning; an appeal never takes hours away.',
  ),
  examOpen: lines(
    '全部学时已学完，现在可以参加在线考核。',
    'All hours are complete; the online exam is open now.',
    '请参加在线考核，60 分（含）以上为合格，未通过可以继续考核。',
    'Sit the online exam; 60 points pass, and you may try again until you do.',
  ),
  acceptedExamOpen: lines(
    '学时已审核通过并计入，尚需通过考核。',
    'Your hours are accepted and credited; the exam still has to be passed.',
    '请参加在线考核，通过后可以打印证书和更新证书。',
    'Sit the online exam; after that print the certificate and renew.',
  ),
  examStillOpen: lines(
    '尚需通过在线考核。',
    'The online exam still has to be passed.',
    '请参加在线考核。',
    'Sit the online exam.',
  ),
  settlingUp: lines(
    '学习已完成，系统正在转入审核。',
    'Studying is complete; the system is opening the audit.',
    '请稍候片刻，无需任何操作。',
    'Wait a moment; there is nothing to do.',
  ),
  auditWaiting: lines(
    '您的学时正在等待审核，审核时间大约需要 3 到 5 个工作日。',
    'Your hours wait for the audit, which takes about 3 to 5 working days.',
    '请耐心等待审核员作出决定，结果会以短信告知。',
    'Wait for the auditor’s decision; it will be sent by SMS.',
  ),
  secondAudit: lines(
    '您重新学习的学时正在等待审核，审核时间大约需要 3 到 5 个工作日。',
    'The hours you studied again wait for their audit, about 3 to 5 working days.',
    '请耐心等待审核员作出决定，结果会以短信告知。',
    'Wait for the auditor’s decision; it will be sent by SMS.',
  ),
  auditReopened: lines(
    '您的学时审核已重新打开，由审核员再次核查。',
    'The audit of your hours has been reopened and is looked at once more.',
    '请等待审核员作出决定，结果会以短信告知。',
    'Wait for the auditor’s decision; it will be sent by SMS.',
  ),
  auditDue: lines(
    '审核已到 3 个工作日，审核员正在处理，最迟 5 个工作日升级处理。',
    'The audit has reached 3 working days; at 5 working days it is escalated.',
    '请继续等待，无需任何操作；到期不会自动通过，也不会自动清除。',
    'Keep waiting; lapse of time neither accepts nor clears anything.',
  ),
  auditOverdue: lines(
    '审核已超过 5 个工作日，已升级由高级审核员处理。',
    'The audit is past 5 working days and has been escalated to a senior auditor.',
    '请继续等待，或致电 {platform} 询问；到期不会自动通过，也不会自动清除。',
    'Keep waiting or call {platform}; lapse of time neither accepts nor clears anything.',
  ),
  clearProposed: lines(
    '审核员对您的学时提出了疑问，须由另一位人员复核后才有结果。',
    'An auditor has questioned your hours; a second person has to review that before anything follows.',
    '请等待复核结果，目前学时没有任何变化。',
    'Wait for the review; nothing about your hours has changed so far.',
  ),
  auditPaused: lines(
    '申诉处理期间，审核时钟暂停。',
    'While the appeal is being decided the audit clock stands still.',
    '请等待申诉结果，审核员仍可先行通过审核。',
    'Wait for the appeal’s outcome; the auditor may still accept the hours meanwhile.',
  ),
  pausedForEvidence: lines(
    '审核员需要您补充说明，审核计时已暂停，暂停的工作日不计入审核期限。',
    'The auditor needs something more from you; the audit clock stands still meanwhile.',
    '请按审核员写明的内容补充；到期后计时自动恢复，学时不会因暂停而清除。',
    'Please send what the auditor asked for; the clock goes on by itself, and no hours are lost by it.',
  ),
  pausedByFault: lines(
    '系统出现故障，您的审核计时已暂停，这与您无关，学时没有变化。',
    'A fault of the system has paused your audit; it is not your doing and no hours have changed.',
    '无需任何操作，故障排除后计时自动恢复；如有疑问请致电 {platform}。',
    'There is nothing to do; the clock goes on by itself. Call {platform} if you have questions.',
  ),
  pausedForInquiry: lines(
    '审核员正在向有关单位核实，审核计时已暂停，学时没有变化。',
    'The auditor is making an inquiry elsewhere; the audit clock stands still and no hours have changed.',
    '无需任何操作，请等待核实结果；到期后计时自动恢复。',
    'There is nothing to do but wait; the clock goes on by itself when the pause ends.',
  ),
  recording: lines(
    '审核决定正在记录。',
    'The audit’s decision is being recorded.',
    '请稍候片刻，结果会以短信告知。',
    'Wait a moment; the result will be sent by SMS.',
  ),
  reportingHours: lines(
    '学时审核与考核已全部通过，系统正在向管理系统报送学时。',
    'Audit and exam are both passed; your hours are being reported to the registry.',
    '可以先打印学时证明，报送完成后即可更新证书。',
    'Print the hours certificate now; renewal opens once the report is through.',
  ),
  renewalAvailable: lines(
    '学时已计入，可以更新证书。',
    'Your hours are credited; the certificate can be renewed.',
    '请在“证书管理”中点击【证书更新】，系统将自动生成电子证书，同时原证书作废。',
    'Press "Renew certificate": the electronic certificate is made and the original becomes void.',
  ),
  requesting: lines(
    '正在向管理系统办理证书更新，原证书在办成之前继续有效。',
    'The renewal is with the registry; the original certificate stays valid until it is done.',
    '请稍候片刻，无需重复点击。',
    'Wait a moment; there is no need to press again.',
  ),
  reconciling: lines(
    '管理系统暂时没有答复，系统正在核对办理结果，原证书继续有效。',
    'The registry has not answered yet and the outcome is being checked; the original stays valid.',
    '无需任何操作，核对完成后会通知您；不会重复办理。',
    'There is nothing to do; you will be told, and nothing is done twice.',
  ),
  renewalRefused: lines(
    '管理系统没有受理本次证书更新，原证书继续有效。',
    'The registry refused this renewal; the original certificate stays valid.',
    '请联系北京建工培训中心 {service} 了解原因并办理。',
    'Call {service} to learn the reason and settle it.',
  ),
  renewed: lines(
    '证书已更新，新的电子培训合格证有效，原证书已作废。',
    'The certificate is renewed: the new electronic one is valid and the original is void.',
    '可以查看和下载电子培训合格证。',
    'View or download the electronic training certificate.',
  ),
  renewedThenVoid: lines(
    '学时已审核通过；此前换发的电子培训合格证已按人工决定作废。',
    'Your hours are accepted; the certificate renewed before has been made void by a person’s decision.',
    '系统正在重新报送学时；完成后即可再次办理【证书更新】，无需操作。',
    'The hours are being reported anew; then the certificate can be renewed again. Nothing to do now.',
  ),
  withdrawn: lines(
    '本次继续教育已撤回。',
    'This enrolment has been withdrawn.',
    '无需任何操作；需要重新报名请联系 {service}。',
    'There is nothing to do; to enrol again call {service}.',
  ),
  expired: lines(
    '本学习年度已结束，学时没有按时学完。',
    'The study year is over and the hours were not completed in time.',
    '如有疑问请联系北京建工培训中心 {service}。',
    'If you have questions call {service}.',
  ),
  settled: lines(
    '本年度继续教育已办结，证书已更新。',
    'This year’s continuing education is settled and the certificate renewed.',
    '无需任何操作，证书可以随时查看。',
    'There is nothing to do; the certificate can be viewed at any time.',
  ),
} as const satisfies Record<string, Lines>;

export type SentenceKey = keyof typeof TEXTS;
export type SentenceFill = {
  readonly missing: string;
  /** What of the hours was cleared. */
  readonly part: TwoTongues;
  readonly service: string;
  readonly platform: string;
};

/** The lines of a place with numbers and names filled in. */
export function sentences(key: SentenceKey, fill: SentenceFill): Lines {
  const missing = fill.missing === '' ? '' : `（还缺：${fill.missing}）`;
  const put = (text: string, tongue: keyof TwoTongues): string =>
    text
      .replace('{missing}', missing)
      .replace('{part}', fill.part[tongue])
      .replace('{service}', fill.service)
      .replace('{platform}', fill.platform);
  const both = ({ zh, en }: TwoTongues): TwoTongues => ({ zh: put(zh, 'zh'), en: put(en, 'en') });
  const { sentence, nextStep } = TEXTS[key];
  return { sentence: both(sentence), nextStep: both(nextStep) };
}
