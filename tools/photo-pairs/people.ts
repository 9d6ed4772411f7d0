import type { PhotoPair } from './pairs-file.ts';

/** Which person a photo shows, by a name that means nothing; every photo of the pairs has one. */
export type People = ReadonlyMap<string, string>;

/** The name that a file's path suggests: its folder and its name without a number at the end. */
const nameIn = (file: string): string => file.replace(/\.\w+$/, '').replace(/[\s_.-]*\d+$/, '');

/**
 * True when the paths tell who is who: each pair of one person shares its name, no other pair does,
 * and more than two photos share one somewhere.
 */
function pathsTell(pairs: readonly PhotoPair[]): boolean {
  const some = pairs.some((pair) => pair.same);
  return some && pairs.every((pair) => pair.same === (nameIn(pair.fileA) === nameIn(pair.fileB)));
}

/**
 * Who is who in a set of pairs. Photos of a `same` pair show one person, and whoever is connected by
 * such pairs is one person (union-find). Photos that no such pair connects are different people,
 * unless the paths agree with every pair of the file (`Name_0001.jpg`, `Name/1.jpg`): then they tell
 * more than the pairs do.
 */
export function peopleOf(pairs: readonly PhotoPair[]): People {
  const parents = new Map<string, string>();
  const rootOf = (file: string): string => {
    let root = file;
    for (let above = parents.get(root); above !== undefined && above !== root;) {
      root = above;
      above = parents.get(root);
    }
    parents.set(file, root);
    return root;
  };
  const join = (one: string, other: string): void => {
    parents.set(rootOf(one), rootOf(other));
  };
  const byPath = pathsTell(pairs);
  for (const { fileA, fileB, same } of pairs) {
    for (const file of [fileA, fileB]) {
      rootOf(file);
      if (byPath) join(file, `name:${nameIn(file)}`);
    }
    if (same) join(fileA, fileB);
  }
  return new Map(
    pairs.flatMap(({ fileA, fileB }) => [fileA, fileB]).map((file) => [file, rootOf(file)]),
  );
}
