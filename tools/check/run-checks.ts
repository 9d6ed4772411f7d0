import type { Check } from './checks.ts';

/** As many cores as tests are written for; one beside them, or it would take from them after all. */
const LANES = { alone: 2, calm: 1 } as const;
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

export interface Running {
  /** With only what the machine has to spare. */
  readonly calm?: boolean;
  /** Where the lines go; printed at once when left out. */
  readonly say?: (line: string) => void;
}

/** Runs checks two at a time, calm ones one by one, and tells each outcome as it comes; the output only of a failed one. */
export async function runChecks(
  checks: readonly Check[],
  { calm = false, say = console.log }: Running = {},
): Promise<Counts> {
  const waiting = [...checks];
  const running = new Set<string>();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const tick = setInterval(() => say(`  …正在检查 ${[...running].join('、')}`), STILL_RUNNING_MS);
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      running.add(check.title);
      if (await runOne(check, calm, say)) counts.passed += 1;
      else counts.failed += 1;
      running.delete(check.title);
    }
  };
  await Promise.all(Array.from({ length: calm ? LANES.calm : LANES.alone }, lane));
  clearInterval(tick);
  return counts;
}

async function runOne(check: Check, calm: boolean, say: (line: string) => void): Promise<boolean> {
  const began = performance.now();
  const { passed, output } = await check.run({ calm });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(`${passed ? '✓' : '✗'} ${check.title} ${seconds} s`);
  if (!passed) say(output);
  return passed;
}
