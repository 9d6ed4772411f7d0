/**
 * A fault told to a person who runs a command: one sentence that says what to do,
 * Chinese first, English second. Whoever catches it prints `message` and no stack.
 */
export interface PlainFault extends Error {
  readonly name: 'PlainFault';
}

/** Makes the fault; the caller throws it. */
export function plainFault(chinese: string, english: string): PlainFault {
  const fault = new Error(`${chinese}\n${english}`);
  fault.name = 'PlainFault';
  return fault as PlainFault;
}

/** True for a fault whose message is already a sentence for people. */
export function isPlainFault(thrown: unknown): thrown is PlainFault {
  return thrown instanceof Error && thrown.name === 'PlainFault';
}

/** What to print for anything thrown: the sentence alone, or the whole fault with its stack. */
export function wordsFor(thrown: unknown): string {
  if (isPlainFault(thrown)) return thrown.message;
  if (thrown instanceof Error) return thrown.stack ?? thrown.message;
  return String(thrown);
}
