import { FACE_FAULT_TEXTS, type FaceFault } from '@xuzheng/engine';

type Sentence = { readonly zh: string; readonly en: string };

const OUTCOME_TEXTS = {
  matched: { zh: '识别成功。', en: 'It is you.' },
  uncertain: {
    zh: '暂时无法确认是您本人。请正对摄像头,在光线均匀处再试一次。',
    en: 'We cannot confirm it is you yet. Face the camera in even light and try again.',
  },
  missed: {
    zh: '没有通过识别。请将面部对准摄像头后再试。',
    en: 'The check was not passed. Face the camera and try again.',
  },
  fault: {
    zh: '识别服务暂时不可用,不会影响您的学时。请稍后再试。',
    en: 'The face check is not available now; your hours are not affected. Please try again later.',
  },
} as const satisfies Record<string, Sentence>;

export type CheckOutcome = keyof typeof OUTCOME_TEXTS;

const isFault = (reason: string): reason is FaceFault => Object.hasOwn(FACE_FAULT_TEXTS, reason);

/** What the learner reads after a check: what was wrong, and what to do next. Never a distance. */
export const faceSentence = (outcome: CheckOutcome, fault: string | null): Sentence =>
  outcome !== 'matched' && outcome !== 'fault' && fault !== null && isFault(fault)
    ? FACE_FAULT_TEXTS[fault]
    : OUTCOME_TEXTS[outcome];
