import type { Landmarks } from '@xuzheng/engine';
import { faceChip, mirrored } from './align.ts';
import { toTensor } from './detector.ts';
import { descriptorWeightsHash, type Models } from './models.ts';
import type { Pixels } from './picture.ts';

/**
 * Turns a face into a vector. Another network takes this one's place by another `modelId`; what
 * was embedded by the old one is embedded again from its portrait, never compared across.
 */
export interface Embedder {
  modelId: string;
  weightsHash: string;
  embed(pixels: Pixels, landmarks: Landmarks): Promise<number[]>;
}

/** face-api's 128-number descriptor of the aligned face, averaged with its mirror image. */
export function faceApiEmbedder(models: Models): Embedder {
  return {
    modelId: 'face-api-1.7.15/aligned150+mirror',
    weightsHash: descriptorWeightsHash(),
    embed: async (pixels, landmarks) => {
      const chip = faceChip(pixels, landmarks);
      const pair = [toTensor(models, chip), toTensor(models, mirrored(chip))];
      try {
        const net = models.faceapi.nets.faceRecognitionNet;
        const input = pair as unknown as Parameters<typeof net.computeFaceDescriptor>[0];
        const both = (await net.computeFaceDescriptor(input)) as Float32Array[];
        const [plain, mirror] = both;
        if (!plain || !mirror) throw new Error('the descriptor network returned no vector');
        return Array.from(plain, (value, index) => (value + (mirror[index] ?? value)) / 2);
      } finally {
        for (const tensor of pair) tensor.dispose();
      }
    },
  };
}
