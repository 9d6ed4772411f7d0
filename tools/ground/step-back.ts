import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Puts a process that leads a session of its own last in line for the processor. Linux may share the
 * processor by session first, and there a process's own place counts only among its session's others:
 * a browser, which has its own session, would get no more than everything here together.
 */
export function stepBack(pid: number): void {
  const last = constants.priority.PRIORITY_LOW;
  setPriority(pid, last);
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(last));
  } catch {
    // No such groups on this machine: the place among all others is what counts.
  }
}
