import { problemOf } from '../../look/index.ts';
import type { Claim, Receipt } from './api.ts';

export type BeatQueue = {
  /** Notes what the player does now and sends it as soon as it can. */
  add: (claim: Omit<Claim, 'seq'>) => void;
  /** Tries again what waits. */
  flush: () => Promise<void>;
  /** Seconds since the oldest beat that nobody acknowledged; 0 when all are. */
  unacknowledgedSeconds: () => number;
  waiting: () => readonly Claim[];
};

type Options = {
  /** The last beat the server has stored. */
  readonly ackSeq: number;
  readonly now: () => number;
  readonly send: (beats: Claim[]) => Promise<Receipt>;
  readonly onReceipt: (receipt: Receipt) => void;
  /** The server said no: another device, a session that ended. */
  readonly onRefused: (error: unknown) => void;
  readonly onConnection: (connected: boolean) => void;
};

/** As many as one call may carry. */
const BATCH = 64;

/** No answer, or one that says "later": the beats stay and are sent again. */
const isOutage = (error: unknown): boolean => {
  const status = problemOf(error)?.status ?? 0;
  return status === 0 || status >= 500 || status === 429 || status === 408;
};

/**
 * Beats wait here until the server has acknowledged them: none is dropped, none is sent out of
 * order, and one call runs at a time. Sending the same beat twice is harmless: it has its number.
 */
export const createBeatQueue = (options: Options): BeatQueue => {
  let seq = options.ackSeq;
  let waiting: (Claim & { notedAt: number })[] = [];
  let running: Promise<void> | null = null;

  const sendOnce = async (): Promise<boolean> => {
    const batch = waiting.slice(0, BATCH).map(({ notedAt: _, ...claim }) => claim);
    try {
      const receipt = await options.send(batch);
      waiting = waiting.filter((claim) => claim.seq > receipt.ackSeq);
      options.onConnection(true);
      options.onReceipt(receipt);
      return true;
    } catch (error) {
      if (isOutage(error)) {
        options.onConnection(false);
      } else {
        waiting = [];
        options.onRefused(error);
      }
      return false;
    }
  };
  const sendAll = async () => {
    while (waiting.length > 0 && (await sendOnce()));
    running = null;
  };
  const flush = (): Promise<void> => (running ??= sendAll());
  const waited = (since: number) => Math.max(0, (options.now() - since) / 1000);
  return {
    add: (claim) => {
      seq += 1;
      waiting.push({ ...claim, seq, notedAt: options.now() });
      void flush();
    },
    flush,
    unacknowledgedSeconds: () => (waiting[0] ? waited(waiting[0].notedAt) : 0),
    waiting: () => waiting,
  };
};
