/** Red, green, blue, 0–255. */
export type Colour = readonly [number, number, number];

/**
 * Somebody who does not exist: the traits a drawing is made from. Lengths are in half face widths
 * (x) and half face heights (y), measured from the middle of the face.
 */
export interface Person {
  seed: number;
  skin: Colour;
  hair: Colour;
  iris: Colour;
  clothes: Colour;
  faceWidth: number;
  faceHeight: number;
  jaw: number;
  chin: number;
  eye: { y: number; gap: number; width: number; openness: number; tilt: number };
  brow: { above: number; thickness: number; arch: number };
  nose: { length: number; width: number };
  lips: { y: number; width: number; thickness: number; colour: Colour };
  hairStyle: 'parted' | 'long' | 'short' | 'bald';
  beard: boolean;
  glasses: boolean;
  mole: readonly [number, number] | null;
}

/** Numbers in [0, 1) that depend on the seed alone. */
export function seededRandom(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SKINS: Colour[] = [
  [226, 188, 158],
  [214, 172, 140],
  [196, 150, 118],
  [230, 196, 168],
  [176, 130, 98],
  [150, 106, 78],
];
const HAIRS: Colour[] = [
  [26, 22, 22],
  [44, 32, 26],
  [18, 18, 24],
  [78, 54, 38],
  [120, 112, 108],
];
const IRISES: Colour[] = [
  [58, 38, 26],
  [40, 28, 22],
  [82, 58, 38],
];

/** The person of a seed; the same seed is always the same person. */
export function personOf(seed: number): Person {
  const random = seededRandom(seed);
  const between = (from: number, to: number) => from + (to - from) * random();
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return {
    seed,
    skin: oneOf(SKINS),
    hair: oneOf(HAIRS),
    iris: oneOf(IRISES),
    clothes: [between(50, 150), between(60, 150), between(80, 180)],
    faceWidth: between(0.76, 1.1),
    faceHeight: between(0.9, 1.18),
    jaw: between(0.5, 1),
    chin: between(0.84, 1.16),
    eye: {
      y: between(-0.11, 0.06),
      gap: between(0.34, 0.49),
      width: between(0.14, 0.24),
      openness: between(0.3, 0.64),
      tilt: between(-0.12, 0.18),
    },
    brow: {
      above: between(0.15, 0.28),
      thickness: between(0.024, 0.08),
      arch: between(-0.08, 0.16),
    },
    nose: { length: between(0.3, 0.49), width: between(0.13, 0.29) },
    lips: {
      y: between(0.63, 0.75),
      width: between(0.24, 0.43),
      thickness: between(0.035, 0.115),
      colour: [between(165, 205), between(82, 120), between(82, 116)],
    },
    hairStyle: oneOf(['parted', 'long', 'short', 'bald'] as const),
    beard: random() < 0.22,
    glasses: random() < 0.25,
    mole: random() < 0.3 ? [between(-0.4, 0.4), between(0.2, 0.6)] : null,
  };
}
