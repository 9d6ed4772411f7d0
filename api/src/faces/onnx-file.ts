/** One step of a network: what it does, the names of what it reads and makes, and its settings. */
export interface OnnxNode {
  kind: string;
  inputs: string[];
  outputs: string[];
  settings: Map<string, number | number[]>;
}

/** Trained numbers of one name, with their shape. */
export interface OnnxWeights {
  shape: number[];
  values: Float32Array;
}

export interface OnnxNetwork {
  nodes: OnnxNode[];
  weights: Map<string, OnnxWeights>;
  inputs: string[];
  outputs: string[];
}

/** A field of a Protocol Buffers message: its number and its value. */
type Field = { number: number; value: number; bytes: null } | { number: number; bytes: Buffer };

/** ONNX's code of 32-bit floats; other weights (shapes of a Reshape) are left out. */
const FLOAT = 1;

function readVarint(bytes: Buffer, from: number): [value: number, next: number] {
  let value = 0;
  let scale = 1;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return [value, at + 1];
    scale *= 128;
  }
  throw new Error('the network file is cut off');
}

/** The fields of one message, in their order. */
function* fieldsOf(bytes: Buffer): Generator<Field> {
  let at = 0;
  while (at < bytes.length) {
    const [tag, next] = readVarint(bytes, at);
    const number = Math.floor(tag / 8);
    const wire = tag % 8;
    if (wire === 0) {
      const [value, end] = readVarint(bytes, next);
      yield { number, value, bytes: null };
      at = end;
    } else if (wire === 2) {
      const [length, start] = readVarint(bytes, next);
      if (start + length > bytes.length) throw new Error('the network file is cut off');
      yield { number, bytes: bytes.subarray(start, start + length) };
      at = start + length;
    } else if (wire === 5) {
      yield { number, value: bytes.readFloatLE(next), bytes: null };
      at = next + 4;
    } else {
      throw new Error(`the network file has an unknown kind of field: ${wire}`);
    }
  }
}

/** Whole numbers of a field: one, or packed into bytes. */
function numbersOf(field: Field): number[] {
  if (field.bytes === null) return [field.value];
  const numbers: number[] = [];
  for (let at = 0; at < field.bytes.length;) {
    const [value, next] = readVarint(field.bytes, at);
    numbers.push(value);
    at = next;
  }
  return numbers;
}

const textOf = (field: Field): string => field.bytes?.toString('utf8') ?? '';

function settingOf(bytes: Buffer): [name: string, value: number | number[]] {
  let name = '';
  let single = 0;
  const list: number[] = [];
  for (const field of fieldsOf(bytes)) {
    if (field.number === 1) name = textOf(field);
    else if ((field.number === 2 || field.number === 3) && field.bytes === null)
      single = field.value;
    else if (field.number === 8) list.push(...numbersOf(field));
  }
  return [name, list.length > 0 ? list : single];
}

function nodeOf(bytes: Buffer): OnnxNode {
  const node: OnnxNode = { kind: '', inputs: [], outputs: [], settings: new Map() };
  for (const field of fieldsOf(bytes)) {
    if (field.number === 1) node.inputs.push(textOf(field));
    else if (field.number === 2) node.outputs.push(textOf(field));
    else if (field.number === 4) node.kind = textOf(field);
    else if (field.number === 5 && field.bytes !== null)
      node.settings.set(...settingOf(field.bytes));
  }
  return node;
}

function weightsOf(bytes: Buffer): [name: string, weights: OnnxWeights] | null {
  let name = '';
  let type = 0;
  let raw: Buffer = Buffer.alloc(0);
  const shape: number[] = [];
  for (const field of fieldsOf(bytes)) {
    if (field.number === 1) shape.push(...numbersOf(field));
    else if (field.number === 2 && field.bytes === null) type = field.value;
    else if (field.number === 8) name = textOf(field);
    else if (field.number === 9 && field.bytes !== null) raw = field.bytes;
  }
  if (type !== FLOAT) return null;
  const copy = new Uint8Array(raw);
  return [name, { shape, values: new Float32Array(copy.buffer, 0, copy.byteLength >> 2) }];
}

function nameIn(bytes: Buffer): string {
  for (const field of fieldsOf(bytes)) if (field.number === 1) return textOf(field);
  return '';
}

/**
 * Reads a network stored as ONNX: its steps and its 32-bit weights. Only the fields that a plain
 * network of convolutions uses; throws when the file is cut off. Field numbers: onnx.proto3.
 */
export function readOnnx(file: Buffer): OnnxNetwork {
  const network: OnnxNetwork = { nodes: [], weights: new Map(), inputs: [], outputs: [] };
  for (const part of fieldsOf(file)) {
    if (part.number !== 7 || part.bytes === null) continue;
    for (const { number, bytes } of fieldsOf(part.bytes)) {
      if (bytes === null) continue;
      if (number === 1) network.nodes.push(nodeOf(bytes));
      else if (number === 11) network.inputs.push(nameIn(bytes));
      else if (number === 12) network.outputs.push(nameIn(bytes));
      else if (number === 5) {
        const weights = weightsOf(bytes);
        if (weights) network.weights.set(...weights);
      }
    }
  }
  return network;
}
