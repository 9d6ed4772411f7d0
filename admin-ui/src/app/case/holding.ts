import type { Case } from '../wire.ts';

type HandledBy = NonNullable<Case['handledBy']>;

/** Who has a case today, as a screen says it. */
export type Holding =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'mine' | 'held'; readonly name: string }
  | {
      readonly kind: 'mineForOther' | 'heldForOther';
      readonly name: string;
      readonly owner: string;
      readonly day: string;
    }
  /** The owner is away and nobody stands in. */
  | { readonly kind: 'away'; readonly owner: string; readonly day: string };

/** A deputy is told from an owner by the owner being away: two people may have one name. */
export const holdingOf = (handledBy: HandledBy | null): Holding => {
  if (handledBy === null) return { kind: 'nobody' };
  const { name, mine, owner, awayUntil } = handledBy;
  if (name === null) return { kind: 'away', owner, day: awayUntil ?? '' };
  if (awayUntil === null) return { kind: mine ? 'mine' : 'held', name };
  return { kind: mine ? 'mineForOther' : 'heldForOther', name, owner, day: awayUntil };
};

/** The sentence of it is the text `case.owner.is…`. */
export const SENTENCES = {
  nobody: 'isNobody',
  mine: 'isMine',
  held: 'isHeld',
  mineForOther: 'isMineForOther',
  heldForOther: 'isHeldForOther',
  away: 'isAway',
} as const satisfies Record<Holding['kind'], string>;
