import type { RefusalCode } from '../kernel/refusal-codes.ts';
import type { Refusal } from '../kernel/result.ts';

export type Language = 'zh' | 'en';
type Text = readonly [zh: string, en: string];

/** What each refusal says to the person: what is the matter and what to do. {name}: from details. */
const TEXTS = {
  'accommodation/invalid': [
    '便利安排不完整。请至少免除一个动作或延长时间，并保留一个可以完成的动作；都无法完成的，请引导学员不使用人脸学习。',
    'Leave out an action or give more time, and keep one action that can be done; otherwise lead the learner to study without a face.',
  ],
  'accommodation/notFound': [
    '该学员没有生效中的便利安排。',
    'This learner has no accommodation in force.',
  ],
  'account/activationRequired': [
    '账号尚未激活。请先用初始密码登录，按提示接收短信验证码并设置新密码。',
    'This account is not active yet. Sign in with the initial password and follow the steps.',
  ],
  'account/alreadyActivated': [
    '账号已激活。请使用您设置的密码登录。',
    'This account is already active. Please sign in with your own password.',
  ],
  'account/codeExpired': [
    '验证码已过期。请重新获取后再输入。',
    'The code has expired. Please ask for a new one.',
  ],
  'account/codeUsed': [
    '验证码已使用过。请重新获取。',
    'The code has been used. Please ask for a new one.',
  ],
  'absence/invalid': [
    '请检查起止日期（最长 92 天，不能全在过去），并选择有审核权限的代理人。',
    'Please check the days (at most 92, not all past) and choose a deputy who may decide audits.',
  ],
  'account/codeWrong': [
    '验证码不正确。请核对短信后再输入。',
    'The code is not right. Please check the message and try again.',
  ],
  'account/credentialsWrong': [
    '账号或密码不正确。请核对后再试，忘记密码可通过短信找回。',
    'Account or password is not right. Please check both, or recover your password by SMS.',
  ],
  'account/csrfMissing': [
    '页面已失效。请刷新后再试。',
    'The page is out of date. Please reload it and try again.',
  ],
  'account/handOverExpired': [
    '链接已过期，只在两分钟内有效。请回到原来的页面重新生成。',
    'This link has expired; it is good for two minutes. Please make a new one on the first page.',
  ],
  'account/handOverForeign': [
    '本浏览器已登录另一个账号。请先退出登录，再打开链接。',
    'Another account is signed in on this browser. Please sign out first, then open the link.',
  ],
  'account/handOverInvalid': [
    '链接无效。请回到原来的页面重新生成，或在此直接登录。',
    'This link is not valid. Please make a new one on the first page, or sign in here.',
  ],
  'account/handOverUsed': [
    '链接已使用过，只能打开一次。请回到原来的页面重新生成。',
    'This link has been used; it opens once. Please make a new one on the first page.',
  ],
  'account/identityNumberInvalid': [
    '身份证号不正确。请按证件核对 18 位号码。',
    'The ID number is not right. Please check its 18 characters against the card.',
  ],
  'account/passwordIsIdentity': [
    '密码不能包含身份证号的一部分。请换一个。',
    'The password must not contain a part of the ID number. Please choose another.',
  ],
  'account/passwordIsInitial': [
    '密码不能是初始密码或同一个字符的重复。请换一个。',
    'The password must not be the initial one or one character repeated. Please choose another.',
  ],
  'account/passwordIsPhone': [
    '密码不能包含手机号的一部分。请换一个。',
    'The password must not contain a part of the phone number. Please choose another.',
  ],
  'account/passwordTooLong': [
    '密码太长。请控制在 {atMost} 个字符以内。',
    'The password is too long. Please use at most {atMost} characters.',
  ],
  'account/passwordTooShort': [
    '密码太短。请至少使用 {atLeast} 个字符。',
    'The password is too short. Please use at least {atLeast} characters.',
  ],
  'account/passwordWrong': [
    '当前密码不正确。请核对后再试。',
    'The current password is not right. Please check it and try again.',
  ],
  'account/signedOut': ['登录已失效。请重新登录。', 'You are signed out. Please sign in again.'],
  'account/ticketInvalid': [
    '本次操作已失效。请返回登录页重新开始。',
    'This step is no longer valid. Please start again from the sign-in page.',
  ],
  'account/tooManyTries': [
    '尝试次数过多。请稍后再试。',
    'Too many tries. Please wait a while and try again.',
  ],
  'account/totpWrong': [
    '动态验证码不正确或已使用。请等待下一个验证码再试。',
    'The one-time code is wrong or was used. Please wait for the next one.',
  ],
  'appeal/alreadyFiled': [
    '申诉已提交，正在处理。请在进度页查看结果。',
    'Your appeal has been filed and is being looked at.',
  ],
  'appeal/notAllowed': [
    '现在没有可以申诉的清零决定。',
    'There is no clearing decision to appeal against now.',
  ],
  'appeal/notFound': ['没有找到这项申诉。', 'This appeal was not found.'],
  'appeal/textMissing': [
    '请写明申诉理由，4 至 2000 个字。',
    'Please write why you appeal, in 4 to 2000 characters.',
  ],
  'appeal/windowClosed': [
    '申诉期限已过。如有疑问，请致电服务电话。',
    'The time to appeal has passed. Please call the service number if you have questions.',
  ],
  'audit/alreadyAsked': [
    '已请学员补充说明，尚未答复。请等待答复或答复期限届满。',
    'The learner has been asked and has not answered yet. Please wait for the answer or its last day.',
  ],
  'audit/answerMissing': [
    '请写明情况，4 至 2000 个字。',
    'Please write what happened, in 4 to 2000 characters.',
  ],
  'audit/appealPending': [
    '该学员的申诉尚未办结，现在不能签署清零。请等申诉有结果后再办理。',
    'An appeal is pending, so a clear cannot be signed. Please wait for its outcome.',
  ],
  'audit/clearProposed': [
    '已有清零建议待复核。请先复核或撤回该建议。',
    'A clear has been proposed. Please countersign or reject it first.',
  ],
  'audit/conflictDeclared': [
    '您已申报与此案有利益关系，不能再处理。案件由其他审核员处理。',
    'You have declared a conflict of interest in this case. Somebody else decides it.',
  ],
  'audit/evidenceStale': [
    '证据已有更新。请查看最新证据后再决定。',
    'The evidence has changed. Please look at it again before you decide.',
  ],
  'audit/explanationMissing': [
    '请写明依据，至少 {atLeast} 个字。学员会看到这段说明。',
    'Please explain, in at least {atLeast} characters. The learner will read it.',
  ],
  'audit/involved': [
    '您参与过此案的审核，不能再处理其申诉。请转交其他高级审核员。',
    'You took part in this case and cannot decide its appeal. Please hand it to someone else.',
  ],
  'audit/notAsked': [
    '目前没有需要您答复的问题，或答复期限已过。',
    'There is no question for you to answer now, or its time has passed.',
  ],
  'audit/notFound': ['没有找到这项审核。', 'This audit was not found.'],
  'audit/notOpen': [
    '这项审核已结束或尚未开始。请刷新后查看。',
    'This audit is not open. Please reload to see where it stands.',
  ],
  'audit/notPaused': ['审核计时没有暂停。', 'The audit clock is not paused.'],
  'audit/notProposed': ['目前没有待复核的清零建议。', 'There is no proposed clear to countersign.'],
  'audit/ownCase': [
    '不能审核本人的学时。请转交其他审核员。',
    'Nobody decides on themself. Please hand the case to someone else.',
  ],
  'audit/ownEmployer': [
    '不能审核本单位学员的学时。请转交其他审核员。',
    'You cannot decide on learners of your own employer. Please hand the case to someone else.',
  ],
  'audit/pauseTooLong': [
    '暂停时间超过了规定的上限。请缩短暂停时间，或先作出决定。',
    'The pause is longer than the policy allows. Please make it shorter, or decide first.',
  ],
  'audit/paused': [
    '审核计时已暂停。请先恢复计时再办理。',
    'The audit clock is paused. Please let it go on first.',
  ],
  'audit/portraitNotSeen': [
    '该学员有不使用人脸的学习。请先打开头像，与身份证照片目视核对后再通过。',
    'Part of this study was done without a face. Open the portrait and look at it before you accept.',
  ],
  'audit/reasonMissing': ['请选择清零的原因。', 'Please choose the reason for the clear.'],
  'audit/receiverUnfit': [
    '接收人今天不在岗或没有审核权限。请另选一位。',
    'That colleague is away today or may not decide audits. Please choose another.',
  ],
  'audit/sameSigner': [
    '建议人与复核人不能是同一人。请由另一位高级审核员复核。',
    'Proposer and countersigner must be two people. Please ask another senior auditor.',
  ],
  'audit/scopeEmpty': [
    '所选范围内没有可以清除的学时。请重新选择。',
    'The chosen part holds no hours that could be cleared. Please choose again.',
  ],
  'audit/scopeNotAllowed': [
    '现行办法不允许这样的清零范围。请选择其他范围。',
    'The policy does not allow a clear of this kind. Please choose another.',
  ],
  'calendar/invalid': [
    '工作日历有误。请检查日期与公布截止日。',
    'The calendar is not right. Please check its days and its last published day.',
  ],
  'certificate/hoursStand': [
    '只有学时已被清除的有效证书才能作废。请先核对这份证书与审核结果。',
    'Only an active certificate whose hours were cleared can be made void. Please check both.',
  ],
  'certificate/noOriginal': [
    '没有登记原证书，暂不能更新。请联系服务电话补登。',
    'No original certificate is on record. Please call the service number to add it.',
  ],
  'certificate/notAvailable': [
    '学时审核与考核全部通过后才能查看证书。',
    'Certificates are available once audit and exam are both passed.',
  ],
  'certificate/notFound': ['没有找到这份证书。', 'This certificate was not found.'],
  'certificate/numberTaken': [
    '该证书编号已登记。请核对编号。',
    'This certificate number is on record already. Please check it.',
  ],
  'course/invalid': [
    '课程信息不完整。请检查标题、类别、年度和岗位。',
    'The course is not complete. Please check its title, kind, year and posts.',
  ],
  'course/lessonFileInvalid': [
    '无法读取该视频。请上传 WebM 或 MP4 格式的课件。',
    'This video cannot be read. Please upload WebM or MP4.',
  ],
  'course/notFound': ['没有找到这门课程或课件。', 'This course or lesson was not found.'],
  'enrolment/closed': [
    '该年度的学习已结束，不能再操作。',
    'This enrolment is closed and cannot be changed.',
  ],
  'enrolment/duplicate': [
    '该学员已有此岗位此年度的学习。',
    'The learner is already enrolled for this post and year.',
  ],
  'enrolment/notAllowed': [
    '当前阶段不能进行此操作。请刷新后按页面提示办理。',
    'This is not possible at the present stage. Please reload and follow the page.',
  ],
  'enrolment/notFound': ['没有找到这项学习。', 'This enrolment was not found.'],
  'enrolment/postUnknown': [
    '岗位不在名录中。请从名录中选择。',
    'This post is not on the list. Please choose one of the listed posts.',
  ],
  'enrolment/yearInvalid': [
    '年度不正确。请填写四位年份。',
    'The study year is not right. Please give four digits.',
  ],
  'exam/alreadySubmitted': [
    '答卷已提交，不能再修改。',
    'The paper has been handed in and cannot be changed.',
  ],
  'exam/answersInvalid': [
    '答案与试卷不符。请刷新试卷后再答。',
    'The answers do not fit the paper. Please reload it and answer again.',
  ],
  'exam/bankTooSmall': [
    '题库题目不足，暂不能开考。请联系服务电话。',
    'The question bank is too small to draw a paper. Please call the service number.',
  ],
  'exam/notOpen': [
    '全部学时学习完成后才能进入考核。',
    'The exam opens when all hours are complete.',
  ],
  'exam/notRequired': ['您的岗位不需要在线考核。', 'Your post does not ask for an exam.'],
  'exam/questionInvalid': [
    '题目有误。请检查题干、选项与答案。',
    'The question is not right. Please check its text, options and answer.',
  ],
  'exam/timeOver': [
    '考核时间已到，答卷已按已保存的答案提交。',
    'Time is over. The answers saved so far were handed in.',
  ],
  'face/challengeExpired': [
    '本次识别已超时。请重新开始。',
    'This face check has expired. Please start again.',
  ],
  'face/challengeUsed': [
    '本次识别已提交过。请重新开始。',
    'This face check was used. Please start again.',
  ],
  'face/consentMissing': [
    '尚未同意使用人脸识别。请先在“我的档案”中选择，或致电服务电话办理其他核验方式。',
    'You have not agreed to face checks. Please choose in your profile, or call for another way.',
  ],
  'face/drawsUsedUp': [
    '本次识别换动作的次数已用完。请完成当前的动作，或选择不使用人脸的方式。',
    'No more other actions can be drawn for this check. Please do the ones shown, or go on without a face.',
  ],
  'face/frameRepeated': [
    '收到了重复的画面。请面对摄像头重新识别。',
    'The same picture was sent again. Please face the camera and try again.',
  ],
  'face/framesInvalid': [
    '画面无法使用。请检查摄像头后重新识别。',
    'The pictures cannot be used. Please check the camera and try again.',
  ],
  'face/noPortrait': [
    '还没有可用的头像。请先在“我的档案”中上传。',
    'There is no portrait to compare with. Please upload one in your profile.',
  ],
  'face/unavailable': [
    '人脸识别服务暂时不可用，已学时间不受影响。请稍后再试。',
    'Face checks are not available now. Your time is safe; please try again later.',
  ],
  'learner/notFound': ['没有找到该学员。', 'This learner was not found.'],
  'phone/correctionNotFound': ['没有找到这项更正申请。', 'This correction was not found.'],
  'phone/correctionOpen': [
    '该学员已有待复核的手机号更正。请先处理。',
    'A phone correction is already waiting. Please deal with it first.',
  ],
  'phone/invalid': [
    '手机号不正确。请填写 11 位大陆手机号。',
    'The phone number is not right. Please give 11 digits of a mainland mobile.',
  ],
  'phone/reasonMissing': ['请写明更正原因。', 'Please give the reason for the correction.'],
  'phone/sameSigner': [
    '申请人与复核人不能是同一人。请由另一位客服复核。',
    'Requester and approver must be two people. Please ask a colleague.',
  ],
  'phone/unchanged': [
    '新手机号码与现在登记的相同，无需更正。',
    'The new number is the one already registered; nothing needs correcting.',
  ],
  'process/notStuck': [
    '该流程目前运行正常，无需此操作。页面已显示最新状态。',
    'This process goes its way meanwhile; nothing needs to be done. The page shows how it stands.',
  ],
  'process/unavailable': [
    '流程服务暂时不可用，您的操作没有丢失任何内容。请稍后再试。',
    'The process service is away; nothing was lost. Please try again in a moment.',
  ],
  'profile/addressInvalid': [
    '地址不正确。请填写 4 至 200 个字。',
    'The address is not right. Please use 4 to 200 characters.',
  ],
  'profile/educationInvalid': ['请选择学历。', 'Please choose your education.'],
  'profile/employerInvalid': [
    '单位或职称不正确。单位请填写 2 至 100 个字，职称不超过 50 个字。',
    'Employer or title is not right. Employer takes 2 to 100 characters, title at most 50.',
  ],
  'profile/fileFixed': [
    '开始学习后不能自行更换照片。如需更换，请联系客服。',
    'Pictures cannot be replaced after study has begun. Please ask support if you need to.',
  ],
  'profile/incomplete': [
    '个人档案尚未完善，暂不能学习。请先补齐页面列出的内容。',
    'Your profile is not complete. Please add what the page lists.',
  ],
  'profile/nameInvalid': [
    '姓名不正确。请按证件填写 2 至 50 个字。',
    'The name is not right. Please write it as on the ID card, 2 to 50 characters.',
  ],
  'profile/pictureInvalid': [
    '无法读取该图片。请上传 JPG、PNG 或 WebP 照片。',
    'The picture cannot be read. Please upload a JPG, PNG or WebP photo.',
  ],
  'profile/pictureTooLarge': [
    '图片太大。请压缩后再上传。',
    'The picture is too large. Please make it smaller.',
  ],
  'profile/pictureTooSmall': [
    '图片太小，看不清。请上传短边不少于 {atLeast} 像素的图片。',
    'The picture is too small. Its shorter side must have at least {atLeast} pixels.',
  ],
  'profile/portraitDeclarationMissing': [
    '照片没有拍摄日期。请勾选声明，确认为近 3 个月内拍摄。',
    'The photo has no date. Please declare that it was taken in the last 3 months.',
  ],
  'profile/portraitTooOld': [
    '照片拍摄于 3 个月以前。请上传近 3 个月的电子照片。',
    'The photo is older than 3 months. Please upload a recent one.',
  ],
  'profile/portraitUnfit': [
    '照片不符合头像要求。请正对镜头，光线均匀，画面中只有本人一张脸。',
    'The photo does not fit. Face the camera in even light, alone in the picture.',
  ],
  'renewal/inFlight': [
    '证书更新正在办理中，请稍候查看结果。',
    'The renewal is under way. Please look again in a moment.',
  ],
  'renewal/notAvailable': [
    '现在还不能更新证书。学时审核与考核全部通过后即可办理。',
    'Renewal opens once audit and exam are both passed.',
  ],
  'renewal/registryRefused': [
    '管理系统未通过本次更新，原证书仍然有效。请致电服务电话。',
    'The registry refused the renewal; your old certificate stays valid. Please call us.',
  ],
  'request/conflict': [
    '内容已被他人更改。请刷新后再试。',
    'Someone else has changed this. Please reload and try again.',
  ],
  'request/contentTypeUnsupported': [
    '不支持这种文件。请换成页面要求的格式后再试;照片请用 JPG、PNG 或 WebP。',
    'This kind of file is not supported. Use what the page asks for; photos as JPG, PNG or WebP.',
  ],
  'request/forbidden': [
    '您没有此项权限。如有需要，请联系管理员。',
    'You are not allowed to do this. Please ask an administrator if you need to.',
  ],
  'request/invalid': [
    '填写的内容有误。请检查后再提交。',
    'Something in the request is not right. Please check it and send it again.',
  ],
  'request/notFound': ['没有找到您要的内容。', 'What you asked for was not found.'],
  'request/rateLimited': [
    '操作过于频繁。请稍后再试。',
    'Too many requests. Please wait a while and try again.',
  ],
  'request/stale': [
    '页面内容已过时。请刷新后再试。',
    'The page is out of date. Please reload and try again.',
  ],
  'request/tooLarge': [
    '提交的内容太大。请减小后再试。',
    'What was sent is too large. Please make it smaller.',
  ],
  'request/unavailable': [
    '系统暂时不可用。请稍后再试，已保存的内容不会丢失。',
    'The system is not available now. Please try again later; what was saved is safe.',
  ],
  'sandbox/notHere': [
    '这里不是沙箱,不能请人演练。请改用沙箱的地址。',
    'This is no sandbox; nobody acts on request here. Please use the address of the sandbox.',
  ],
  'staff/duplicate': ['该登录名或人员已存在。', 'This login or person is on record already.'],
  'staff/lastAdmin': [
    '这是最后一位系统管理员，不能停用或取消其角色。',
    'This is the last administrator; the account cannot be disabled or lose the role.',
  ],
  'staff/notFound': ['没有找到该工作人员。', 'This member of staff was not found.'],
  'study/aheadOfYear': [
    '该年度的学习尚未开始或已经结束。',
    'The study year has not begun or is over.',
  ],
  'study/beatInvalid': [
    '学习进度上报有误。请刷新页面，从已保存的位置继续。',
    'The progress report is not right. Please reload; you go on where it was saved.',
  ],
  'study/leaseHeld': [
    '您正在另一台设备上学习。可在此处接管，另一台设备将停止计时。',
    'You are studying on another device. You may take over here; the other one will stop.',
  ],
  'study/lessonComplete': [
    '本课件已学完。全部课程学完后可重播观看。',
    'This lesson is complete. You may watch it again when all courses are done.',
  ],
  'study/lessonNotFound': ['没有找到这个课件。', 'This lesson was not found.'],
  'study/noCheckProof': [
    '这次学习没有可核验的抽查。学习结束后才会公布抽查种子;重播和不使用人脸的学习没有抽查。',
    'This session has no checks to verify. The seed is revealed when a session has ended; replays and study without a face have no random checks.',
  ],
  'study/notAllowed': [
    '当前状态不能进行此操作。请按页面提示继续。',
    'This is not possible now. Please follow the page.',
  ],
  'study/notOpen': [
    '现在还不能学习。请先完成页面提示的步骤。',
    'Study is not open yet. Please finish the steps shown.',
  ],
  'study/replayNotOpen': [
    '全部课程学完后才能重播观看。',
    'Lessons may be watched again once all courses are complete.',
  ],
  'study/sessionEnded': [
    '本次学习已结束。请从课程页重新开始，进度从已保存处继续。',
    'This session has ended. Start again from the course; you go on where it was saved.',
  ],
  'study/sessionNotFound': ['没有找到这次学习。', 'This study session was not found.'],
  'study/snapshotRepeated': [
    '收到了重复的抓拍画面。请确认摄像头正常。',
    'The same snapshot was sent twice. Please check the camera.',
  ],
  'study/superseded': [
    '您已在另一台设备上继续学习，此处不再计时。',
    'You went on studying on another device. Time here no longer counts.',
  ],
} as const satisfies Record<RefusalCode, Text>;

/** The sentence of a refusal: what is the matter and what to do. Details fill its braces. */
export function refusalSentence(refusal: Refusal, language: Language = 'zh'): string {
  const text: Text = TEXTS[refusal.code];
  return text[language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(refusal.details?.[name] ?? ''),
  );
}
