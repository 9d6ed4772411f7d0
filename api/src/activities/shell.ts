import type { Deps } from '../deps.ts';

/** What activities stand on. */
export type Shell = Pick<Deps, 'config' | 'db' | 'vault' | 'storage' | 'registry' | 'clock'>;
