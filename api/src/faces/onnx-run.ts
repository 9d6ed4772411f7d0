import type * as Tensors from '@tensorflow/tfjs';
import type { OnnxNetwork, OnnxNode, OnnxWeights } from './onnx-file.ts';

type Tf = typeof Tensors;
type Picture = Tensors.Tensor4D;

/** Takes a batch of pictures (rows, columns, channels last) and gives one vector for each. */
export type Network = (pictures: Picture) => Tensors.Tensor2D;

type Step = (values: Map<string, Picture>) => Picture;

const pairOf = (value: number | number[] | undefined, or: number): [number, number] =>
  Array.isArray(value) ? [value[0] ?? or, value[1] ?? or] : [or, or];

/** ONNX keeps weights as (out, in, row, column); these tensors want (row, column, in, out). */
function kernelOf(tf: Tf, weights: OnnxWeights, perChannel: boolean): Picture {
  const shape = weights.shape as [number, number, number, number];
  return tf.tidy(() => {
    const stored = tf.tensor4d(weights.values, shape);
    return perChannel ? stored.transpose([2, 3, 0, 1]) : stored.transpose([2, 3, 1, 0]);
  });
}

function named(network: OnnxNetwork, name: string | undefined): OnnxWeights {
  const weights = network.weights.get(name ?? '');
  if (!weights) throw new Error(`the network has no weights called ${name}`);
  return weights;
}

const valueOf = (values: Map<string, Picture>, name: string | undefined): Picture => {
  const value = values.get(name ?? '');
  if (!value) throw new Error(`the network reads ${name} before it is made`);
  return value;
};

/** A convolution with its bias, and with the leaky part (PReLU) that follows it where one does. */
function convolution(tf: Tf, network: OnnxNetwork, node: OnnxNode, leak?: OnnxNode): Step {
  const weights = named(network, node.inputs[1]);
  const channels = weights.shape[0] ?? 0;
  const group = Number(node.settings.get('group') ?? 1);
  const perChannel = group > 1;
  if (perChannel && group !== channels) throw new Error('grouped convolutions are not supported');
  const filter = kernelOf(tf, weights, perChannel);
  const bias = tf.tensor1d(named(network, node.inputs[2]).values);
  const slopes = leak && tf.tensor1d(named(network, leak.inputs[1]).values);
  const pads = node.settings.get('pads');
  const common = {
    filter,
    strides: pairOf(node.settings.get('strides'), 1),
    // All four sides alike in the networks that are read here.
    pad: Array.isArray(pads) ? (pads[0] ?? 0) : 0,
    dimRoundingMode: 'floor' as const,
    bias,
    ...(slopes ? { activation: 'prelu' as const, preluActivationWeights: slopes } : {}),
  };
  const from = node.inputs[0];
  return perChannel
    ? (values) => tf.fused.depthwiseConv2d({ x: valueOf(values, from), ...common })
    : (values) => tf.fused.conv2d({ x: valueOf(values, from), ...common });
}

function stepOf(tf: Tf, network: OnnxNetwork, node: OnnxNode, leak?: OnnxNode): Step {
  if (node.kind === 'Conv') return convolution(tf, network, node, leak);
  if (node.kind === 'Add') {
    const [a, b] = node.inputs;
    return (values) => tf.add(valueOf(values, a), valueOf(values, b));
  }
  // What is reshaped is one pixel of many channels: flattening it at the end is the same.
  if (node.kind === 'Reshape') return (values) => valueOf(values, node.inputs[0]);
  throw new Error(`the network has a step that is not supported: ${node.kind}`);
}

/** The PReLU that alone reads what this step makes: the two are one operation of the backend. */
function leakAfter(network: OnnxNetwork, node: OnnxNode): OnnxNode | undefined {
  const readers = network.nodes.filter((other) => other.inputs.includes(node.outputs[0] ?? ''));
  return readers.length === 1 && readers[0]?.kind === 'PRelu' ? readers[0] : undefined;
}

/**
 * Makes a network of convolutions run on the backend that the other networks use. Throws at once
 * when it has a step that is not known here; weights stay in memory as long as the thread lives.
 */
export function buildNetwork(tf: Tf, network: OnnxNetwork): Network {
  const [input] = network.inputs;
  const [output] = network.outputs;
  const merged = new Set<OnnxNode>();
  const steps = network.nodes.flatMap((node): { made: string; step: Step }[] => {
    if (merged.has(node)) return [];
    const leak = leakAfter(network, node);
    if (leak) merged.add(leak);
    const made = (leak ?? node).outputs[0] ?? '';
    return [{ made, step: stepOf(tf, network, node, leak) }];
  });
  return (pictures) =>
    tf.tidy(() => {
      const values = new Map<string, Picture>([[input ?? '', pictures]]);
      for (const { made, step } of steps) values.set(made, step(values));
      return valueOf(values, output).as2D(pictures.shape[0], -1);
    });
}
