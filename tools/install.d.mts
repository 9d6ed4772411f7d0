/** Why the installed packages do not fit the lock file; undefined when they do. */
export function installState(root?: string): 'missing' | 'stale' | undefined;
export function ensureInstalled(root?: string): Promise<boolean>;
export function node24(root?: string): string;
export function runOnNode24(
  script: string,
  args: readonly string[],
  options?: { env?: NodeJS.ProcessEnv },
): Promise<number>;
export const ROOT: string;
