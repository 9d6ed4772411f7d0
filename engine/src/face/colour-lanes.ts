// Both face networks begin by putting three planes of one colour each side by side, pixel by pixel.
// The WebAssembly backend copies such planes number by number through a view made for each of them:
// 20 ms of the 45 ms that a search of 320 px takes.

interface Plane {
  readonly shape: readonly number[];
  readonly dtype: string;
}

interface Heap<P> {
  makeOutput(shape: number[], dtype: string): P;
  typedArrayFromHeap(plane: P): { readonly length: number; [at: number]: number };
}

interface Joining<P> {
  readonly inputs: readonly P[];
  readonly attrs: { readonly axis: number };
  readonly backend: Heap<P>;
}

interface Kernel {
  readonly kernelName: string;
  readonly backendName: string;
  readonly kernelFunc: (joining: never) => unknown;
}

/** As much of a tensor library as is needed to put another operation in an operation's place. */
export interface KernelBook {
  getKernel(kernelName: string, backendName: string): Kernel;
  unregisterKernel(kernelName: string, backendName: string): void;
  registerKernel(kernel: Kernel): void;
}

const isLanes = ({ inputs, attrs }: Joining<Plane>): boolean => {
  const rank = inputs[0]?.shape.length ?? 0;
  const isLast = attrs.axis === rank - 1 || attrs.axis === -1;
  return isLast && inputs.every(({ shape, dtype }) => shape.at(-1) === 1 && dtype !== 'string');
};

function joinLanes<P extends Plane>({ inputs, backend }: Joining<P>, first: P): P {
  const lanes = inputs.length;
  const out = backend.makeOutput([...first.shape.slice(0, -1), lanes], first.dtype);
  const into = backend.typedArrayFromHeap(out);
  inputs.forEach((input, lane) => {
    const from = backend.typedArrayFromHeap(input);
    for (let at = 0, to = lane; at < from.length; at += 1, to += lanes) into[to] = from[at] ?? 0;
  });
  return out;
}

/**
 * Joins planes of one number a pixel in one sweep, on the WebAssembly backend of a tensor library,
 * with the same result to the bit; every other concatenation is left to the library's own. To be
 * called once, when the backend is ready; throws when the library knows no such operation.
 */
export function joinLanesQuickly(book: KernelBook): void {
  const own = book.getKernel('Concat', 'wasm');
  book.unregisterKernel('Concat', 'wasm');
  const kernelFunc = (joining: Joining<Plane>): unknown => {
    const [first] = joining.inputs;
    return first && isLanes(joining) ? joinLanes(joining, first) : own.kernelFunc(joining as never);
  };
  book.registerKernel({ ...own, kernelFunc });
}
