import { CLEAR_SCOPE_LABELS, isPost, POST_LABELS } from '@xuzheng/engine';
import type { Bilingual } from '@xuzheng/learner-ui/look';
import { FACE_LABELS } from './face-labels.ts';
import { POLICY_GROUPS, UNITS, type PolicyLabel } from './policy-labels.ts';

export interface PolicyLine {
  readonly path: string;
  readonly label: Bilingual;
  readonly value: Bilingual;
}
export interface PolicyGroup {
  readonly title: Bilingual;
  readonly lines: readonly PolicyLine[];
}

const FACES = 'faceThresholds.';
const GROUPS: readonly { title: Bilingual; labels: Readonly<Record<string, PolicyLabel>> }[] = [
  ...POLICY_GROUPS,
  {
    title: { zh: '人脸阈值', en: 'Face bounds' },
    labels: Object.fromEntries(
      Object.entries(FACE_LABELS).map(([path, label]) => [`${FACES}${path}`, label]),
    ),
  },
];

const same = (text: string): Bilingual => ({ zh: text, en: text });
const WORDS: Readonly<Record<string, Bilingual>> = {
  ...CLEAR_SCOPE_LABELS,
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  null: { zh: '无', en: 'none' },
  calendar: { zh: '自然年', en: 'calendar year' },
  anniversary: { zh: '按证书周年', en: 'certificate anniversary' },
  hoursAndExam: { zh: '学时与考核都完成后', en: 'hours and exam' },
  hours: { zh: '学时完成后', en: 'hours' },
  handbook: { zh: '手册原文', en: 'as in the handbook' },
  neutral: { zh: '中性用语', en: 'neutral' },
};

const wordOf = (value: unknown): Bilingual => {
  const text = String(value);
  return (isPost(text) ? POST_LABELS[text] : WORDS[text]) ?? same(text);
};

/** Whole hours and minutes are read as such; nobody counts 2,700 seconds. */
function lasting(seconds: number): Bilingual {
  if (seconds > 0 && seconds % 3_600 === 0) {
    return { zh: `${seconds / 3_600} 小时`, en: `${seconds / 3_600} h` };
  }
  if (seconds >= 120 && seconds % 60 === 0) {
    return { zh: `${seconds / 60} 分钟`, en: `${seconds / 60} min` };
  }
  return { zh: `${seconds} ${UNITS.seconds.zh}`, en: `${seconds} ${UNITS.seconds.en}` };
}

function valueOf(value: unknown, unit: PolicyLabel['unit']): Bilingual {
  if (Array.isArray(value)) {
    const words = value.map(wordOf);
    return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
  }
  // A number that stands for "never" is no number to read.
  if (typeof value !== 'number' || unit === undefined) return wordOf(value);
  if (value >= Number.MAX_SAFE_INTEGER) return { zh: '不启用', en: 'off' };
  if (unit === 'seconds') return lasting(value);
  return { zh: `${value} ${UNITS[unit].zh}`, en: `${value} ${UNITS[unit].en}` };
}

function flatten(body: unknown, path = ''): [path: string, value: unknown][] {
  const isNested = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!isNested) return [[path, body]];
  return Object.entries(body).flatMap(([key, value]) =>
    flatten(value, path === '' ? key : `${path}.${key}`),
  );
}

const HEAD = ['id', 'version'];

/**
 * A policy in words, in groups: what each number is called, its unit, its meaning where it is a name.
 * What a later version has and nobody has named yet stands last, as it came.
 */
export function policyGroups(body: unknown): PolicyGroup[] {
  const values = new Map(flatten(body).filter(([path]) => !HEAD.includes(path)));
  const named = GROUPS.map(({ title, labels }) => ({
    title,
    lines: Object.entries(labels).flatMap(([path, label]) => {
      if (!values.has(path)) return [];
      const value = valueOf(values.get(path), label.unit);
      values.delete(path);
      return [{ path, label, value }];
    }),
  }));
  const rest = [...values].map(([path, value]) => ({
    ...{ path, label: same(path), value: valueOf(value, undefined) },
  }));
  return [...named, { title: { zh: '其他', en: 'Other' }, lines: rest }].filter(
    ({ lines }) => lines.length > 0,
  );
}
