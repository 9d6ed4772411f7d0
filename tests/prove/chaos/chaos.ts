import { setTimeout as sleep } from 'node:timers/promises';
import { drawsFrom, type Draws } from '@xuzheng/engine';
import { FATES, liveThrough, type Life } from './life.ts';
import { reckon, waiting, type Reckoning } from './reckoning.ts';
import { PARTS, type ChaosStage, type Part } from './stage.ts';
import { watchEnrolments } from './watch.ts';

export interface Chaos {
  /** So many lives begin at once. */
  readonly lives: number;
  readonly pauseMs: { readonly least: number; readonly most: number };
  /** Kills nobody more after so many. */
  readonly kills: number;
  /** The same seed kills the same parts in the same order. */
  readonly seed: string;
}

export interface Outcome {
  readonly reckoning: Reckoning;
  readonly kills: Readonly<Record<Part, number>>;
  readonly seconds: number;
}

/** One turn: every part once, in an order that only the seed knows. */
const turnOf = (parts: readonly Part[], draws: Draws): readonly Part[] =>
  parts
    .map((part) => ({ part, at: draws.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ part }) => part);

/** Kills one part after another, each at a moment nobody chose, and starts it again. */
async function killAtRandom(stage: ChaosStage, chaos: Chaos, over: () => boolean) {
  const draws = drawsFrom(chaos.seed);
  const kills: Record<Part, number> = { worker: 0, api: 0, Temporal: 0, Postgres: 0 };
  const { least, most } = chaos.pauseMs;
  const turn: Part[] = [];
  for (let n = 0; n < chaos.kills && !over(); n++) {
    await sleep(least + (most - least) * draws.next());
    if (turn.length === 0) turn.push(...turnOf(PARTS, draws));
    const part = turn.pop() ?? 'worker';
    await stage.kill(part);
    await sleep(1_500 * draws.next());
    await stage.restart(part);
    kills[part]++;
  }
  return kills;
}

async function untilNothingWaits(stage: ChaosStage): Promise<void> {
  for (let tries = 0; tries < 120; tries++, await sleep(500)) {
    const { outbox, unsent } = await waiting(stage);
    if (outbox + unsent === 0) return;
  }
}

/** Lets many lives run through the killing, then waits until all is told, and reckons. */
export async function runChaos(stage: ChaosStage, chaos: Chaos): Promise<Outcome> {
  const began = Date.now();
  const watch = watchEnrolments(stage.db);
  const ground = { stage, watch };
  let lived = false;
  const living = Promise.all(
    Array.from({ length: chaos.lives }, (_, n): Promise<Life> => liveThrough(ground, n)),
  ).finally(() => (lived = true));
  const [lives, kills] = await Promise.all([living, killAtRandom(stage, chaos, () => lived)]);
  await untilNothingWaits(stage);
  watch.stop();
  const reckoning = await reckon(stage, lives);
  return { reckoning, kills, seconds: (Date.now() - began) / 1000 };
}

/** What a reckoning must be: nothing lost, nothing twice, nothing left over. */
export const SETTLED = {
  astray: 0,
  apart: 0,
  wrongCertificates: 0,
  wrongNotices: 0,
  wrongRenewals: 0,
  outbox: 0,
  unsentNotices: 0,
} as const satisfies Omit<Reckoning, 'enrolments'>;

/** One line for people who read the run. */
export const outcomeLine = ({ reckoning, kills, seconds }: Outcome): string => {
  const killed = Object.entries(kills).map(([part, n]) => `${part} ${n}`);
  const left = Object.entries(reckoning).map(([what, n]) => `${what} ${n}`);
  return `fates ${FATES.join('/')}; killed: ${killed.join(', ')}; ${left.join(', ')}; ${seconds.toFixed(0)} s`;
};
