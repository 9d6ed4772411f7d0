import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DescriptorKind, Landmarks } from '@xuzheng/engine';
import { faceChip, mirrored } from './align.ts';
import { ARC_CHIP, FACE_API_CHIP } from './chip-plans.ts';
import { toTensor } from './detector.ts';
import type { PoolModel } from './jobs.ts';
import { descriptorFile, loadFaceApiDescriptor, type Models } from './models.ts';
import { readOnnx } from './onnx-file.ts';
import { buildNetwork } from './onnx-run.ts';
import type { Pixels } from './picture.ts';

/**
 * Turns a face into a vector of length one. Another network takes this one's place by another
 * `modelId`; what was embedded by the old one is embedded again from its portrait, never compared
 * across.
 */
export interface Embedder extends PoolModel {
  embed(pixels: Pixels, landmarks: Landmarks): Promise<number[]>;
}

/** Networks and preparations by the name of their descriptor. */
const MODEL_IDS: Record<DescriptorKind, string> = {
  mobilefacenet: 'mobilefacenet-512/aligned112+mirror',
  'face-api': 'face-api-1.7.15/aligned150+mirror',
};

const known = new Map<DescriptorKind, PoolModel>();

/** Name and weights of a descriptor network, without loading it. Throws when its file is missing. */
export function networkOf(kind: DescriptorKind): PoolModel {
  const found = known.get(kind);
  if (found) return found;
  const weights = createHash('sha256').update(readFileSync(descriptorFile(kind)));
  const network = {
    descriptor: kind,
    modelId: MODEL_IDS[kind],
    weightsHash: weights.digest('hex'),
  };
  known.set(kind, network);
  return network;
}

const meanOf = (one: Float32Array, other: Float32Array): number[] =>
  Array.from(one, (value, index) => (value + (other[index] ?? value)) / 2);

/** The same direction with length one. */
function unitOf(vector: readonly number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}

/** face-api's 128-number descriptor of the aligned face, averaged with its mirror image. */
async function faceApiEmbedder(models: Models): Promise<Embedder['embed']> {
  const net = await loadFaceApiDescriptor(models);
  return async (pixels, landmarks) => {
    const chip = faceChip(pixels, landmarks, FACE_API_CHIP);
    const pair = [toTensor(models, chip), toTensor(models, mirrored(chip))];
    try {
      const input = pair as unknown as Parameters<typeof net.computeFaceDescriptor>[0];
      const [plain, mirror] = (await net.computeFaceDescriptor(input)) as Float32Array[];
      if (!plain || !mirror) throw new Error('the descriptor network returned no vector');
      return meanOf(plain, mirror);
    } finally {
      for (const tensor of pair) tensor.dispose();
    }
  };
}

/** Colours as the network was trained on them: blue first, −1 to 1. */
function writeChip(chip: Pixels, into: Float32Array, from: number): void {
  for (let at = 0; at < chip.data.length; at += 3) {
    for (let channel = 0; channel < 3; channel += 1) {
      into[from + at + channel] = ((chip.data[at + 2 - channel] ?? 0) - 127.5) / 127.5;
    }
  }
}

/** MobileFaceNet's 512 numbers (ArcFace loss) of the aligned face, averaged with its mirror image. */
function mobileFaceNetEmbedder({ tf }: Models): Embedder['embed'] {
  const network = buildNetwork(tf, readOnnx(readFileSync(descriptorFile('mobilefacenet'))));
  const { side } = ARC_CHIP;
  const size = side * side * 3;
  return async (pixels, landmarks) => {
    const chip = faceChip(pixels, landmarks, ARC_CHIP);
    const colours = new Float32Array(2 * size);
    writeChip(chip, colours, 0);
    writeChip(mirrored(chip), colours, size);
    const pair = tf.tensor4d(colours, [2, side, side, 3]);
    const vectors = network(pair);
    try {
      const values = (await vectors.data()) as Float32Array;
      const half = values.length / 2;
      return unitOf(meanOf(values.subarray(0, half), values.subarray(half)));
    } finally {
      pair.dispose();
      vectors.dispose();
    }
  };
}

/** Loads the network of a descriptor onto this thread's backend. Throws when its file is missing. */
export async function loadEmbedder(models: Models, kind: DescriptorKind): Promise<Embedder> {
  const embed = kind === 'face-api' ? await faceApiEmbedder(models) : mobileFaceNetEmbedder(models);
  return { ...networkOf(kind), embed };
}
