const HIDDEN = '〔隐去〕';

/** A text with every one of the words hidden. A single character is no name and stays. */
export const veil = (text: string, words: readonly string[]): string =>
  [...words]
    .filter((word) => [...word].length > 1)
    // The longest first: a part of a name must not be left over.
    .sort((a, b) => b.length - a.length)
    .reduce((veiled, word) => veiled.replaceAll(word, HIDDEN), text);
