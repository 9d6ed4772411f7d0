import { checkCharacter } from '@xuzheng/engine';
import { CROWD } from '../../../tools/faces/index.ts';
import type { LearnerRole } from '../../../tools/scenario/learner.ts';

/** A learner of a story: what the registrar knows of them, and the face they bring. */
export interface StoryLearner extends LearnerRole {
  readonly phone: string;
}

// Region 999999 belongs to nobody, so these numbers cannot be anyone's.
function idNumberOf(n: number): string {
  const digits = `99999919900202${String(100 + n)}`;
  return digits + checkCharacter(digits);
}

/**
 * The n-th learner of the stories, which share a school; no two of the first ten share a number, a
 * phone or a face.
 */
export const storyLearner = (n: number, name: string): StoryLearner => ({
  idNumber: idNumberOf(n),
  name,
  phone: `199000001${String(n).padStart(2, '0')}`,
  password: `Gongdi-anquan-${n}`,
  face: CROWD[n] ?? 1,
});
