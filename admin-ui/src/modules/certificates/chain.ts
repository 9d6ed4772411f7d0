import type { Certificate } from '../../app/wire.ts';

/** So many renewals one person does not live to see: a ring of successors ends here. */
const CHAIN_AT_MOST = 20;

type Find = (number: string) => Promise<readonly Certificate[]>;

/** Certificates of a number, those before and all that replaced them, from old to new. */
export const readChain = async (number: string, find: Find): Promise<Certificate[]> => {
  const known = new Map<string, Certificate>();
  const asked = new Set<string>();
  const toAsk = [number];
  for (let next = toAsk.shift(); next !== undefined && asked.size < CHAIN_AT_MOST;) {
    asked.add(next);
    for (const found of await find(next)) {
      known.set(found.verificationCode, found);
      const ends = [found.predecessor?.number, found.successor?.number];
      toAsk.push(...ends.filter((end) => end !== undefined));
    }
    next = toAsk.find((one) => !asked.has(one));
  }
  return oldToNew(known);
};

/** A kept number is on several documents: the codes say which replaced which. */
function oldToNew(known: ReadonlyMap<string, Certificate>): Certificate[] {
  const ordered = new Set<Certificate>();
  const isFirst = ({ predecessor }: Certificate): boolean =>
    predecessor === null || !known.has(predecessor.verificationCode);
  for (const first of [...known.values()].filter(isFirst)) {
    let next: Certificate | undefined = first;
    while (next !== undefined && !ordered.has(next)) {
      ordered.add(next);
      next = known.get(next.successor?.verificationCode ?? '');
    }
  }
  for (const left of known.values()) ordered.add(left);
  return [...ordered];
}
