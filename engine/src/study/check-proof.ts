import type { Instant } from '../calendar/day.ts';
import { SHIPPED_POLICIES } from '../policy/shipped.ts';
import {
  CHECK_PLAN_VERSION,
  checkRuleOf,
  commitTo,
  planChecks,
  type CheckRule,
  type DoneCheck,
  type PlannedCheck,
} from './check-plan.ts';

/** Goes into the exported file. */
export const CHECK_PROOF_FORMAT = 'xuzheng-check-proof-1';

/** All that is needed to check a session's random checks without the database (F17). */
export type CheckProof = {
  readonly method: string;
  readonly commitment: string;
  readonly seed: string;
  readonly rule: CheckRule;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly playedSeconds: number;
  readonly planned: readonly PlannedCheck[];
  readonly done: readonly DoneCheck[];
};

export const PROOF_STEPS = [
  'method',
  'commitment',
  'policy',
  'schedule',
  'order',
  'times',
  'complete',
  'instants',
] as const;
export type ProofStepName = (typeof PROOF_STEPS)[number];

/** One thing that was looked at, and what was seen. */
export type ProofStep = {
  readonly name: ProofStepName;
  readonly holds: boolean;
  readonly zh: string;
  readonly en: string;
};

const same = (a: PlannedCheck | undefined, b: PlannedCheck | undefined): boolean =>
  a !== undefined && b !== undefined && a.kind === b.kind && a.afterSeconds === b.afterSeconds;

const KINDS = { snapshot: '抓拍', recheck: '再次识别' } as const;
const zhOf = (n: number, check: PlannedCheck): string =>
  `第 ${n + 1} 次(${KINDS[check.kind]},播放第 ${check.afterSeconds} 秒)`;
const enOf = (n: number, check: PlannedCheck): string =>
  `check ${n + 1} (${check.kind} after ${check.afterSeconds} s of play)`;

const step = (
  name: ProofStepName,
  holds: boolean,
  yes: readonly [zh: string, en: string],
  no: readonly [zh: string, en: string],
): ProofStep => ({ name, holds, zh: holds ? yes[0] : no[0], en: holds ? yes[1] : no[1] });

const methodStep = ({ method }: CheckProof): ProofStep =>
  step(
    'method',
    method === CHECK_PLAN_VERSION,
    [`抽签方法为 ${method}。`, `The schedule was drawn by ${method}.`],
    [
      `抽签方法 ${method} 不是本程序认识的 ${CHECK_PLAN_VERSION}。`,
      `The method ${method} is not ${CHECK_PLAN_VERSION}, the one this program knows.`,
    ],
  );

const commitmentStep = (proof: CheckProof, noted: string | null): ProofStep => {
  const fits = commitTo(proof.seed, proof.rule) === proof.commitment;
  const asNoted = noted === null || noted.toLowerCase() === proof.commitment;
  if (!asNoted) {
    return step(
      'commitment',
      false,
      ['', ''],
      [
        '文件中的承诺值与开始时记下的不同。',
        'The commitment in the file is not the one noted at the start.',
      ],
    );
  }
  return step(
    'commitment',
    fits,
    [
      '种子、规则与开始时给出的承诺值一致。',
      'Seed and rule fit the commitment that was given at the start.',
    ],
    [
      '种子、规则与承诺值不一致:三者至少有一个被改动过。',
      'Seed, rule and commitment do not fit: at least one of them was changed.',
    ],
  );
};

const PACE = [
  'snapshotEverySeconds',
  'recheckEverySeconds',
  'checkJitter',
  'slackSeconds',
] as const satisfies readonly (keyof CheckRule)[];

/** A policy that ships with the product is known to this program, too; others say their numbers. */
function policyStep({ rule }: CheckProof): ProofStep {
  const { policyId: id, policyVersion: version } = rule;
  const shipped = SHIPPED_POLICIES.find((one) => one.id === id && one.version === version);
  const known = shipped === undefined ? rule : checkRuleOf(shipped, rule.horizonSeconds);
  const early = rule.snapshotEverySeconds;
  const holds =
    PACE.every((field) => known[field] === rule[field]) && rule.firstWithinSeconds <= early;
  const zh = `政策 ${id} 第 ${version} 版:抓拍平均每 ${rule.snapshotEverySeconds} 秒,再次识别平均每 ${rule.recheckEverySeconds} 秒`;
  const en = `Policy ${id}, version ${version}: a snapshot every ${rule.snapshotEverySeconds} s and a recheck every ${rule.recheckEverySeconds} s on average`;
  return step(
    'policy',
    holds,
    [`${zh}。`, `${en}.`],
    [`${zh},与该版政策不符。`, `${en}; that version says otherwise.`],
  );
}

function scheduleStep(proof: CheckProof, drawn: readonly PlannedCheck[]): ProofStep {
  const { planned } = proof;
  const holds = planned.length === drawn.length && drawn.every((one, i) => same(one, planned[i]));
  return step(
    'schedule',
    holds,
    [
      `由种子重新抽出的 ${drawn.length} 次抽查与计划一致。`,
      `The seed gives the ${drawn.length} checks that were planned.`,
    ],
    [
      '由种子重新抽出的抽查与文件中的计划不同。',
      'The seed gives other checks than the file says were planned.',
    ],
  );
}

function orderStep(proof: CheckProof, drawn: readonly PlannedCheck[]): ProofStep {
  const at = proof.done.findIndex((check, i) => !same(check, drawn[i]));
  const wrong = proof.done[at];
  return step(
    'order',
    wrong === undefined,
    [
      `已进行的 ${proof.done.length} 次抽查都在计划之内,次序相同。`,
      `All ${proof.done.length} checks done were planned, in this order.`,
    ],
    wrong === undefined
      ? ['', '']
      : [`${zhOf(at, wrong)}不在计划之内。`, `Not planned: ${enOf(at, wrong)}.`],
  );
}

/** A check is asked for when its seconds have been played; the one before may still be open then. */
const askedInTime = (check: DoneCheck, before: DoneCheck | undefined, slack: number): boolean => {
  if (check.duePlayedSeconds < check.afterSeconds) return false;
  const free = Math.max(check.afterSeconds, before?.closedPlayedSeconds ?? 0);
  return check.duePlayedSeconds <= free + slack;
};

function timesStep({ done, rule }: CheckProof): ProofStep {
  const at = done.findIndex((check, i) => !askedInTime(check, done[i - 1], rule.slackSeconds));
  const wrong = done[at];
  return step(
    'times',
    wrong === undefined,
    ['每次抽查都在计划的播放时间提出。', 'Each check was asked for at its time.'],
    wrong === undefined
      ? ['', '']
      : [
          `${zhOf(at, wrong)}在播放第 ${wrong.duePlayedSeconds} 秒才提出,不是计划的时间。`,
          `Asked for at another time, ${wrong.duePlayedSeconds} s: ${enOf(at, wrong)}.`,
        ],
  );
}

function completeStep(proof: CheckProof, drawn: readonly PlannedCheck[]): ProofStep {
  const { done, playedSeconds } = proof;
  const missing = drawn.findIndex(
    (check, i) => i >= done.length && check.afterSeconds <= playedSeconds,
  );
  const left = drawn[missing];
  return step(
    'complete',
    left === undefined,
    [
      `共播放 ${playedSeconds} 秒,应有的抽查一次不少。`,
      `In ${playedSeconds} s of play no check was left out.`,
    ],
    left === undefined
      ? ['', '']
      : [`${zhOf(missing, left)}应有而没有进行。`, `Left out: ${enOf(missing, left)}.`],
  );
}

function instantsStep({ done, startedAt, endedAt }: CheckProof): ProofStep {
  const at = done.findIndex(
    (check, i) =>
      check.dueAt < Math.max(startedAt, done[i - 1]?.dueAt ?? 0) ||
      check.dueAt > endedAt ||
      check.closedAt < check.dueAt ||
      check.closedPlayedSeconds < check.duePlayedSeconds,
  );
  const wrong = done[at];
  return step(
    'instants',
    wrong === undefined,
    [
      '各次抽查的时刻前后相符,都在本次学习之内。',
      'The instants follow each other and lie within the session.',
    ],
    wrong === undefined
      ? ['', '']
      : [
          `${zhOf(at, wrong)}的时刻前后不符。`,
          `The instants contradict each other: ${enOf(at, wrong)}.`,
        ],
  );
}

/**
 * Was the session checked as the server had bound itself to? Needs the revealed seed and no database.
 * `noted` is the commitment the learner wrote down at the start: a file made up as a whole fits
 * itself, and only that note shows it.
 */
export function verifyChecks(proof: CheckProof, noted: string | null = null): readonly ProofStep[] {
  const method = methodStep(proof);
  if (!method.holds) return [method];
  const { checks } = planChecks(proof.seed, proof.rule);
  return [
    method,
    commitmentStep(proof, noted),
    policyStep(proof),
    scheduleStep(proof, checks),
    orderStep(proof, checks),
    timesStep(proof),
    completeStep(proof, checks),
    instantsStep(proof),
  ];
}
