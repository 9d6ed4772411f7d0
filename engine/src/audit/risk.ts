import type { ClearCost } from './clear-scope.ts';
import type { Finding, Strength } from './evidence.ts';

const WEIGHTS = { note: 5, weak: 40, strong: 200 } as const satisfies Record<Strength, number>;

/**
 * Order of the auditors' queue: higher comes first. Findings by strength, then the share of time that
 * is still pending (0–1), then a small rise for an audit that is due or overdue.
 */
export function riskOf(
  findings: readonly Pick<Finding, 'strength'>[],
  pendingShare: number,
  clock: 'waiting' | 'due' | 'overdue' | 'paused' = 'waiting',
): number {
  const found = findings.reduce((sum, finding) => sum + WEIGHTS[finding.strength], 0);
  const pending = Math.round(Math.min(Math.max(pendingShare, 0), 1) * 50);
  const late = clock === 'overdue' ? 20 : clock === 'due' ? 10 : 0;
  return Math.min(found + pending + late, 10_000);
}

const duration = (seconds: number): string => {
  const total = Math.round(seconds);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`;
  return minutes > 0 ? `${minutes} 分钟` : `${total} 秒`;
};

/** What a clear costs, shown before anyone signs it (F26). */
export const clearCostSentence = ({
  suspectSeconds,
  clearedSeconds,
  keptSeconds,
}: ClearCost): string => {
  const suspect = `可疑 ${duration(suspectSeconds)};`;
  return keptSeconds === 0
    ? `${suspect}全部清除将损失 ${duration(clearedSeconds)}`
    : `${suspect}部分清除将损失 ${duration(clearedSeconds)},保留 ${duration(keptSeconds)}`;
};
