import { startLeash } from '../ground/leash.ts';
import type { Leash } from '../ground/leash.ts';
import type { Check } from './checks.ts';

/** As many cores as tests are written for; one beside them, or it would take from them after all. */
const LANES = { alone: 2, beside: 1 } as const;
const STILL_RUNNING_MS = 20_000;

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

export function sum(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** Prints lines; those said before this other work has ended are printed then. */
function speaker(beside?: Promise<unknown>): { say: (line: string) => void; quiet: () => boolean } {
  const early: string[] = [];
  let quiet = beside !== undefined;
  const speak = (): void => {
    quiet = false;
    for (const line of early) console.log(line);
  };
  beside?.then(speak, speak);
  return { say: (line) => void (quiet ? early.push(line) : console.log(line)), quiet: () => quiet };
}

/**
 * Runs checks two at a time and prints each outcome as it comes; the output only of a failed one. Beside
 * other work they run one by one with what it leaves of the machine, and say nothing before it has ended.
 */
export async function runChecks(
  checks: readonly Check[],
  { beside }: { readonly beside?: Promise<unknown> } = {},
): Promise<Counts> {
  if (checks.length === 0) return NOTHING;
  const calm = beside && startLeash();
  const { say, quiet } = speaker(beside);
  const waiting = [...checks];
  const running = new Set<string>();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const tick = setInterval(() => {
    if (!quiet()) say(`  …正在检查 ${[...running].join('、')}`);
  }, STILL_RUNNING_MS);
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      running.add(check.title);
      if (await runOne(check, calm, say)) counts.passed += 1;
      else counts.failed += 1;
      running.delete(check.title);
    }
  };
  await Promise.all(Array.from({ length: calm ? LANES.beside : LANES.alone }, lane));
  clearInterval(tick);
  calm?.letGo();
  return counts;
}

async function runOne(
  check: Check,
  calm: Leash | undefined,
  say: (line: string) => void,
): Promise<boolean> {
  const began = performance.now();
  const { passed, output } = await check.run({ calm });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(`${passed ? '✓' : '✗'} ${check.title} ${seconds} s`);
  if (!passed) say(output);
  return passed;
}
