import type { Certificate } from '../../app/wire.ts';

/** So many renewals one person does not live to see: a ring of successors ends here. */
const CHAIN_AT_MOST = 20;

type Find = (number: string) => Promise<readonly Certificate[]>;

/** Certificates of a number and all that replaced them, from old to new. */
export const readChain = async (number: string, find: Find): Promise<Certificate[]> => {
  const chain: Certificate[] = [];
  let next: string | undefined = number;
  while (next !== undefined && chain.length < CHAIN_AT_MOST) {
    const found: readonly Certificate[] = await find(next);
    const fresh = found.filter(({ id }) => chain.every((known) => known.id !== id));
    chain.push(...fresh);
    next = fresh.find(({ successor }) => successor !== null)?.successor?.number;
  }
  return chain;
};
