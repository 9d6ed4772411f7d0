import {
  judgeFaceCheck,
  type FaceOutcome,
  type FaceThresholds,
  type MeasuredPair,
} from '@xuzheng/engine';
import { distanceBetween, type FaceTemplate } from '../../api/src/faces/index.ts';
import { mayBeCompared, type MeasuredPhoto } from './describe-photos.ts';
import type { PhotoPair } from './pairs-file.ts';
import type { People } from './people.ts';

/** Somebody else whose portrait a pair is set against. */
export interface Bystander {
  person: string;
  template: FaceTemplate;
}

/** As many others as the product itself compares with. */
const COHORT_AT_MOST = 120;

/** What the product would decide on a pair; `noFace` when one of its photos shows none. */
export type PairOutcome = FaceOutcome | 'noFace';

export interface DecidedPair {
  pair: PhotoPair;
  outcome: PairOutcome;
  /** For calibration; null when the pair could not be compared. */
  measured: MeasuredPair | null;
}

/** One comparable photo of each person, spread evenly over the people when there are many. */
export function cohortFrom(
  photos: ReadonlyMap<string, MeasuredPhoto | null>,
  people: People,
  thresholds: FaceThresholds,
): Bystander[] {
  const byPerson = new Map<string, FaceTemplate>();
  for (const [file, photo] of photos) {
    const person = people.get(file) ?? file;
    if (!photo || byPerson.has(person) || !mayBeCompared(photo, thresholds.quality)) continue;
    byPerson.set(person, photo.template);
  }
  const everyone = [...byPerson].map(([person, template]) => ({ person, template }));
  // Two more than are compared: the pair's own people fall out.
  const wanted = Math.min(everyone.length, COHORT_AT_MOST + 2);
  return Array.from(
    { length: wanted },
    (_, n) => everyone[Math.floor((n * everyone.length) / wanted)]!,
  );
}

function measure(
  a: MeasuredPhoto,
  b: MeasuredPhoto,
  same: boolean,
  others: readonly FaceTemplate[],
): MeasuredPair {
  const to = (photo: MeasuredPhoto) => (other: FaceTemplate) =>
    distanceBetween(photo.template.vector, other.vector);
  return {
    same,
    distances: { portrait: to(a)(b.template), others: others.map(to(b)) },
    portraitOthers: others.map(to(a)),
  };
}

/**
 * The product's whole decision on one pair: the first photo as portrait, the second as the picture
 * of a check without prompts. It is taken as a repeat (an earlier doubt), so that a single photo may
 * be called another face: the strictest reading, against ourselves.
 */
export function decidePair(
  pair: PhotoPair,
  photos: ReadonlyMap<string, MeasuredPhoto | null>,
  people: People,
  cohort: readonly Bystander[],
  thresholds: FaceThresholds,
): DecidedPair {
  const a = photos.get(pair.fileA) ?? null;
  const b = photos.get(pair.fileB) ?? null;
  if (!a || !b) return { pair, outcome: 'noFace', measured: null };
  const fit = mayBeCompared(a, thresholds.quality) && mayBeCompared(b, thresholds.quality);
  if (!fit) return { pair, outcome: 'uncertain', measured: null };
  const own = [people.get(pair.fileA), people.get(pair.fileB)];
  const others = cohort
    .filter(({ person }) => !own.includes(person))
    .slice(0, COHORT_AT_MOST)
    .map(({ template }) => template);
  const measured = measure(a, b, pair.same, others);
  const { outcome } = judgeFaceCheck(
    {
      frames: [b.frame],
      withinBurst: 0,
      portraitOthers: measured.portraitOthers,
      distances: [measured.distances],
    },
    { prompts: [], earlierOtherFaces: 1 },
    thresholds,
  );
  return { pair, outcome, measured };
}
