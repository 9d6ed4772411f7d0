import { checkCharacter, type Post, type StaffRole } from '@xuzheng/engine';
import { CROWD, STRANGERS } from '../faces/index.ts';

/** What has happened to a demo learner when the seed is done. */
export type Story =
  | 'fresh'
  | 'studying'
  | 'awaitingExam'
  | 'inAudit'
  | 'clearProposed'
  | 'cleared'
  | 'accepted'
  | 'renewed';

export interface DemoLearner {
  readonly story: Story;
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly post: Post;
  readonly policyId: 'demo' | 'demo-handbook-clock';
  readonly password: string;
  readonly face: number;
  readonly originalNumber: string;
  readonly note: string;
}

// Whoever is in a story with a stand-in looks like nobody else in it.
const [FIRST, SECOND, THIRD, STAND_IN] = STRANGERS;
/** The face of whoever sits down in somebody's place. */
export const STAND_IN_FACE = STAND_IN;
const FACES: Partial<Record<Story, number>> = {
  clearProposed: FIRST,
  cleared: SECOND,
  accepted: THIRD,
};

/** Everybody can read this password: it is printed on the first screen. */
export const DEMO_PASSWORD = 'Xuzheng-2026';

// Region 999999 belongs to nobody, so these numbers cannot be anyone's.
function idNumberOf(n: number): string {
  const digits = `99999919900101${String(100 + n)}`;
  return digits + checkCharacter(digits);
}

type Sketch = readonly [Story, string, Post, DemoLearner['policyId'], string];

const SKETCHES: readonly Sketch[] = [
  ['fresh', '演示甲', 'construction-civil', 'demo', '还没有激活:从头走一遍,用您自己的摄像头'],
  ['studying', '演示乙', 'quality-civil', 'demo', '学完一课,正在学第二课'],
  ['awaitingExam', '演示丙', 'construction-municipal', 'demo', '学完全部课程,等待在线考核'],
  ['inAudit', '演示丁', 'documents', 'demo-handbook-clock', '等待审核(手册的 3 到 5 个工作日)'],
  ['clearProposed', '演示戊', 'materials', 'demo-handbook-clock', '有人替学,审核员已提议清零'],
  ['cleared', '演示己', 'machinery', 'demo', '学时已被清除,需要重新学习'],
  ['accepted', '演示庚', 'quality-municipal', 'demo', '审核与考核已通过,可以更新证书'],
  ['renewed', '演示辛', 'standards', 'demo', '证书已更新,原证书作废'],
];

export const DEMO_LEARNERS: readonly DemoLearner[] = SKETCHES.map(
  ([story, name, post, policyId, note], i) => ({
    story,
    name,
    post,
    policyId,
    note,
    idNumber: idNumberOf(i),
    phone: `1990000000${i}`,
    password: story === 'fresh' ? '111111' : DEMO_PASSWORD,
    face: FACES[story] ?? CROWD[i] ?? 1,
    originalNumber: `演示原证-${String(i + 1).padStart(4, '0')}`,
  }),
);

export interface DemoStaff {
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly StaffRole[];
  readonly note: string;
}

/** The administrator comes first: the others are made by them. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  { login: 'admin', displayName: '演示管理员', roles: ['admin'], note: '系统管理员' },
  { login: 'auditor', displayName: '演示审核员', roles: ['auditor'], note: '审核员' },
  { login: 'senior', displayName: '演示高级审核员', roles: ['seniorAuditor'], note: '高级审核员' },
  { login: 'support1', displayName: '演示客服一', roles: ['support'], note: '客服,看短信发件箱' },
  { login: 'support2', displayName: '演示客服二', roles: ['support'], note: '客服,复核手机更正' },
  { login: 'registrar', displayName: '演示教务', roles: ['registrar'], note: '报名、课程、题库' },
];
