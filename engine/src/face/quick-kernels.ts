// Two operations that every look for a face goes through copy pixel by pixel on the WebAssembly backend,
// through a view made for each: 20 ms of 45 for a search of 320 px, 5 MB of rubbish for a face cut out.

interface Grid {
  readonly shape: readonly number[];
  readonly dtype: string;
}

interface Numbers {
  readonly length: number;
  [at: number]: number;
  set(values: ArrayLike<number>, at?: number): void;
  subarray(from: number, to: number): ArrayLike<number>;
}

interface Heap<G> {
  makeOutput(shape: number[], dtype: string): G;
  typedArrayFromHeap(grid: G): Numbers;
}

interface Call<G, Inputs, Settings> {
  readonly inputs: Inputs;
  readonly attrs: Settings;
  readonly backend: Heap<G>;
}

type Concat<G> = Call<G, readonly G[], { readonly axis: number }>;
type Slice<G> = Call<
  G,
  { readonly x: G },
  { readonly begin: number | readonly number[]; readonly size: number | readonly number[] }
>;

interface Kernel {
  readonly kernelName: string;
  readonly backendName: string;
  readonly kernelFunc: (call: never) => unknown;
}

/** As much of a tensor library as is needed to put another operation in an operation's place. */
export interface KernelBook {
  getKernel(kernelName: string, backendName: string): Kernel;
  unregisterKernel(kernelName: string, backendName: string): void;
  registerKernel(kernel: Kernel): void;
}

/** Planes of one number a pixel, side by side in one sweep; undefined for anything else. */
function joinPlanes({ inputs, attrs, backend }: Concat<Grid>): Grid | undefined {
  const [first] = inputs;
  const rank = first?.shape.length ?? 0;
  const isLast = attrs.axis === rank - 1 || attrs.axis === -1;
  const arePlanes = inputs.every(({ shape, dtype }) => shape.at(-1) === 1 && dtype !== 'string');
  if (!first || !isLast || !arePlanes) return undefined;
  const lanes = inputs.length;
  const out = backend.makeOutput([...first.shape.slice(0, -1), lanes], first.dtype);
  const into = backend.typedArrayFromHeap(out);
  inputs.forEach((input, lane) => {
    const from = backend.typedArrayFromHeap(input);
    for (let at = 0, to = lane; at < from.length; at += 1, to += lanes) into[to] = from[at] ?? 0;
  });
  return out;
}

/** A part of a picture with all its colours, row by row; undefined for anything else. */
function cutOut({ inputs: { x }, attrs, backend }: Slice<Grid>): Grid | undefined {
  const { begin, size } = attrs;
  if (typeof begin === 'number' || typeof size === 'number' || x.dtype === 'string')
    return undefined;
  const [, width = 0, colours = 0] = x.shape;
  const [top = 0, left = 0, colour = 0] = begin;
  const [rows = -1, columns = -1, lanes = -1] = size;
  const isPicture = x.shape.length === 3 && begin.length === 3 && size.length === 3;
  if (!isPicture || colour !== 0 || lanes !== colours || rows < 0 || columns < 0) return undefined;
  const out = backend.makeOutput([rows, columns, colours], x.dtype);
  const into = backend.typedArrayFromHeap(out);
  const from = backend.typedArrayFromHeap(x);
  const length = columns * colours;
  for (let row = 0; row < rows; row += 1) {
    const start = ((top + row) * width + left) * colours;
    into.set(from.subarray(start, start + length), row * length);
  }
  return out;
}

function replace<C>(book: KernelBook, name: string, quick: (call: C) => Grid | undefined): void {
  const own = book.getKernel(name, 'wasm');
  const kernelFunc = (call: C): unknown => quick(call) ?? own.kernelFunc(call as never);
  book.unregisterKernel(name, 'wasm');
  book.registerKernel({ ...own, kernelFunc });
}

/**
 * Lets a tensor library join colours and cut out pictures quickly on its WebAssembly backend, with the
 * same results to the bit; what is neither stays the library's own work. To be called once, when the
 * backend is ready; throws when the library knows no such operations.
 */
export function quickenKernels(book: KernelBook): void {
  replace(book, 'Concat', joinPlanes);
  replace(book, 'Slice', cutOut);
}
