/** One thing whose speed or accuracy is measured by `npm run bench -- NAME …`. */
export interface Workload {
  readonly name: string;
  /** What it measures, in one sentence. */
  readonly says: string;
  /** Its options, as they are typed. */
  readonly usage: string;
  /** Prints a table and one JSON line per figure; gives the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>;
}
