/** What is kept of a face to compare it later. Personal data: stored sealed under the owner's key. */
export interface FaceTemplate {
  /** Network and preparation that made the vector; templates of two models do not compare. */
  modelId: string;
  /** SHA-256 of the network's weights, in hex. */
  weightsHash: string;
  /** Unit-scaled descriptor. */
  vector: readonly number[];
}

/** The vector as bytes, to be sealed. */
export function packVector(template: FaceTemplate): Buffer {
  const floats = Float32Array.from(template.vector);
  return Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength);
}

/** The template of sealed bytes once opened; its model stands beside them in the row. */
export function unpackTemplate(
  bytes: Uint8Array,
  model: { modelId: string; weightsHash: string },
): FaceTemplate {
  const copy = new Uint8Array(bytes);
  return {
    modelId: model.modelId,
    weightsHash: model.weightsHash,
    vector: [...new Float32Array(copy.buffer, 0, copy.byteLength >> 2)],
  };
}

/** True when the two may be compared at all. */
export const sameModel = (
  a: Pick<FaceTemplate, 'modelId' | 'weightsHash'>,
  b: Pick<FaceTemplate, 'modelId' | 'weightsHash'>,
): boolean => a.modelId === b.modelId && a.weightsHash === b.weightsHash;

/** Distance to the nearest of these; infinite when none was made by the same network. */
export const nearestOf = (face: FaceTemplate, others: readonly FaceTemplate[]): number =>
  Math.min(
    Infinity,
    ...others
      .filter((other) => sameModel(other, face))
      .map((other) => distanceBetween(face.vector, other.vector)),
  );

/** Euclidean distance of two descriptors: 0 the same picture, the more, the less alike. */
export function distanceBetween(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) {
    sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2;
  }
  return Math.sqrt(sum);
}

/** From so many faces of one burst on, one of them may be an odd picture. */
const ODD_ONE_FROM = 4;

const widestOf = (faces: readonly FaceTemplate[]): number =>
  Math.max(
    0,
    ...faces.flatMap((one, at) =>
      faces.slice(at + 1).map((other) => distanceBetween(one.vector, other.vector)),
    ),
  );

/**
 * How far apart the faces of one burst are: the largest distance between two of them, without the one
 * that is furthest from the rest. A blurred or half-turned frame makes nobody a second person; whoever
 * changes places is in two frames at least.
 */
export function spreadOf(faces: readonly FaceTemplate[]): number {
  if (faces.length < ODD_ONE_FROM) return widestOf(faces);
  return Math.min(...faces.map((_, odd) => widestOf(faces.filter((__, at) => at !== odd))));
}
