/**
 * The handbook's own sentences, word for word (施工现场专业人员继续教育学习换证操作流程). They are quoted
 * here once; every page, notice and document that needs one reads it from here.
 */
type Contacts = { readonly service: readonly string[]; readonly platform: string };

/** 重要提示: shown before anything else in 我的档案. */
export const phoneWarning = (contacts: Contacts): string =>
  '登陆操作系统后，在个人管理后台“我的档案”菜单中，一定先核实手机号码是否正确，' +
  '不正确的手机号码无法收到系统的提示信息，会影响审核。' +
  `个人无法更正手机号码，请拨北京建工培训中心服务电话：${contacts.service.join('，')}进行手机号码更正。`;

/** §1, of the camera's permission. */
export const CAMERA_PERMISSION_TEXT =
  '点击【开始学习】后，弹出摄像头麦克风的使用提示，点击“允许”启用摄像头，' +
  '否则会因为不能识别无法进入系统，进入学习页面后，课程自动播放。';

/** §1, of playing. */
export const PLAYING_TEXT = '课件不支持快进或后退，学习进度实时累计，全部课程学完可重播观看。';

/** §1, 重要说明. */
export const CAMERA_NEEDED_TEXT =
  '学习时电脑须配备摄像头，学习过程中进行人脸识别认证和学习过程中抓拍照片，' +
  '需要同住建部管理系统注册时头像一致。';

/** §1, of being oneself. */
export const OWN_STUDY_WARNING =
  '请务必保证本人信息真实，经核查系统抓拍照片，如发现替学情况，系统将进行学时清零，需重新学习。';

/** §1, 面部识别的温馨提醒. */
export const FACE_TIPS_TITLE = '面部识别的温馨提醒：';
export const FACE_TIPS = [
  '面部与摄像头采集区域尽量保持平视；',
  '注意环境的光线不要过明或过暗；',
  '听到动作提示语后在 3 秒钟内匀速完成指定动作；',
  '保证网络通畅。',
] as const;

/** §2, of the exam. */
export const EXAM_TEXT =
  '全部学时学习完成，可进入在线考核环节，题目共 50 道，满分 100 分，60 分（含）以上为合格。' +
  '考核未通过的，可继续考核测试，直至合格为止，考核未通过不影响学时累计。';

/** §3, of invalid hours. */
export const INVALID_HOURS_TEXT =
  '学习与考核完成后，学时须经平台审核通过才可计入有效学时。按照平台管理办法，' +
  '出现非本人学习的、非正常途径学习的（挂机代刷学时）或学习过程中无本人抓拍照片的一律视为无效学时，' +
  '将对学时进行清除，需要重新学习。';

/** §3, of what a clear leaves alone. */
export const CLEARED_TEXT =
  '学时清除的，不影响在线考核成绩，只需重新学习补齐学时。学时审核通过后，学时才予以计入。';

/** §4. */
export const PRINT_TEXT = '学时审核与考核全部通过后，可点击【打印证书】查看或下载学时证明。';

/** §5. */
export const RENEWAL_TEXT = '点击【证书更新】，系统将自动生成电子证书，同时原证书作废。';

/** 其他注意事项. */
export const otherWarnings = (contacts: Contacts): readonly string[] => [
  '广大学员及用人单位请勿借助非法途径进行学习，一经查实将进行学时清零，请勿相信其他渠道散播的不实信息，以免遭受损失；',
  '个人信息务必保证真实，请牢记相关的账号与密码，防止泄露，造成不必要的损失；',
  `学习过程中如遇有关问题请联系北京建工培训中心咨询老师或致电网络平台客服中心 ${contacts.platform}；`,
];

/** §1, when all courses are complete. */
export const HOURS_COMPLETED_TEXT =
  '尊敬的学员，您已完成本年度继续教育学时，经审核通过后计入有效学时，' +
  '审核时间大约需要3到5个工作日，请您耐心等待，学时审核通过后可登录管理系统完成换证。';

/** §1, when the hours are accepted. */
export const HOURS_ACCEPTED_TEXT =
  '尊敬的学员，恭喜您的继续教育学时已通过审核，可登录管理系统查看学时记录获取最新电子证书。';

/** §3, when the hours are cleared, with name, post and study year filled in. */
export const hoursClearedText = (name: string, postLabel: string, studyYear: number): string =>
  `尊敬的${name}学员您好，因您在继续教育学习课程中存在作弊行为，按照有关要求，` +
  `您的${postLabel}岗位${studyYear}年度学时将被清除，请重新学习（教育培训网）`;
