import { exactBounds, type ShareBounds } from '@xuzheng/engine';
import type { DecidedPair } from './decide-pairs.ts';

/** What became of the pairs of one group. */
export interface GroupTally {
  group: string;
  genuine: number;
  matched: number;
  uncertain: number;
  missed: number;
  impostors: number;
  falselyMatched: number;
  /** Pairs of either kind of which a photo shows no face. */
  noFace: number;
  /** Those of them that are of two people. */
  impostorsWithoutFace: number;
}

/** Shares of a group with exact 95 % bounds; pairs without a face are left out. */
export interface GroupShares {
  falseMatch: ShareBounds & { share: number | null };
  falseNonMatch: ShareBounds & { share: number | null };
  uncertain: ShareBounds & { share: number | null };
}

function tallyOf(group: string, decided: readonly DecidedPair[]): GroupTally {
  const count = (same: boolean, outcome?: string): number =>
    decided.filter(
      (one) => one.pair.same === same && (outcome === undefined || one.outcome === outcome),
    ).length;
  return {
    group,
    genuine: count(true),
    matched: count(true, 'matched'),
    uncertain: count(true, 'uncertain'),
    missed: count(true, 'missed'),
    impostors: count(false),
    falselyMatched: count(false, 'matched'),
    noFace: count(true, 'noFace') + count(false, 'noFace'),
    impostorsWithoutFace: count(false, 'noFace'),
  };
}

/** All pairs first, then every group of pairs in the order of their names. */
export function tallyGroups(decided: readonly DecidedPair[]): GroupTally[] {
  const groups = [...new Set(decided.flatMap((one) => one.pair.groups))].sort();
  return [
    tallyOf('all', decided),
    ...groups.map((group) =>
      tallyOf(
        group,
        decided.filter((one) => one.pair.groups.includes(group)),
      ),
    ),
  ];
}

const share = (seen: number, tries: number) => ({
  share: tries === 0 ? null : seen / tries,
  ...exactBounds(seen, tries),
});

export function sharesOf(tally: GroupTally): GroupShares {
  const seen = tally.matched + tally.uncertain + tally.missed;
  return {
    falseMatch: share(tally.falselyMatched, tally.impostors - tally.impostorsWithoutFace),
    falseNonMatch: share(tally.missed, seen),
    uncertain: share(tally.uncertain, seen),
  };
}
