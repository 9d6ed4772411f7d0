/** How long a message is worth trying, and how often. */
export const LEASE_MS = 60_000;
/** A gateway may be away for days; a message a week late only confuses. */
const GIVE_UP_MS = 7 * 86_400_000;
/** A code that can no longer be entered is not worth sending. */
const CODE_GIVE_UP_MS = 5 * 60_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 30 * 60_000;

/** Receipts come within seconds, or within days when the phone is off. */
const FIRST_ASK_MS = 30_000;
const LONGEST_ASK_MS = 6 * 3_600_000;
/** Carriers report no later. */
export const ASKED_FOR_MS = 72 * 3_600_000;

const isCode = (template: string): boolean => template.endsWith('Code');

type Made = { readonly template: string; readonly createdAt: Date };

/** Until when a message is worth sending; milliseconds since the epoch. */
export const worthUntil = ({ template, createdAt }: Made): number =>
  createdAt.getTime() + (isCode(template) ? CODE_GIVE_UP_MS : GIVE_UP_MS);

/** A code that nobody can enter any more is not sent, also when a person asks for it. */
export const isTooLate = (notice: Made, now: number): boolean =>
  isCode(notice.template) && worthUntil(notice) <= now;

/** The pause before try n + 1, in milliseconds. */
export const waitAfter = (attempts: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 12));

/** The pause before the fate is asked for the n-th time, in milliseconds. */
export const askAfter = (asks: number): number =>
  Math.min(LONGEST_ASK_MS, FIRST_ASK_MS * 2 ** Math.min(asks, 12));
