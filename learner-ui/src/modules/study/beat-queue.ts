import { problemOf } from '../../look/index.ts';
import type { Claim, Receipt } from './api.ts';

export type BeatQueue = {
  /** Notes what the player does now and sends it as soon as it can. */
  add: (claim: Omit<Claim, 'seq'>) => void;
  /** Tries again what waits. */
  flush: () => Promise<void>;
  /** Seconds of study nobody acknowledged: since the last beat that was; 0 when none waits. */
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
  /** What waits now: kept where a reload finds it. */
  readonly onWaiting: (beats: readonly Claim[]) => void;
};

/** As many as one call may carry. */
const BATCH = 64;

/** No answer, or one that says "later": the beats stay and are sent again. */
export const isOutage = (error: unknown): boolean => {
  const status = problemOf(error)?.status ?? 0;
  return status === 0 || status >= 500 || status === 429 || status === 408;
};

type Noted = Claim & { readonly notedAt: number };

/** Beats that nobody acknowledged yet, and until when everything was heard. */
const createWaiting = ({ now, onWaiting }: Pick<Options, 'now' | 'onWaiting'>) => {
  let waiting: readonly Noted[] = [];
  let heardUntil: number | null = null;
  const wait = (beats: readonly Noted[]) => {
    waiting = beats;
    onWaiting(beats.map(({ notedAt: _, ...claim }) => claim));
  };
  return {
    all: () => waiting,
    add: (claim: Claim) => {
      heardUntil ??= now();
      wait([...waiting, { ...claim, notedAt: now() }]);
    },
    acknowledge: (ackSeq: number) => {
      heardUntil = waiting.findLast((beat) => beat.seq <= ackSeq)?.notedAt ?? heardUntil;
      wait(waiting.filter((beat) => beat.seq > ackSeq));
    },
    drop: () => wait([]),
    seconds: () => (waiting.length === 0 ? 0 : Math.max(0, (now() - (heardUntil ?? now())) / 1000)),
  };
};

/**
 * Beats wait here until the server has acknowledged them: none is dropped, none is sent out of
 * order, and one call runs at a time. Sending the same beat twice is harmless: it has its number.
 */
export const createBeatQueue = (options: Options): BeatQueue => {
  let seq = options.ackSeq;
  const waiting = createWaiting(options);
  let running: Promise<void> | null = null;

  const sendOnce = async (): Promise<boolean> => {
    const batch = waiting.all().slice(0, BATCH);
    try {
      const receipt = await options.send(batch.map(({ notedAt: _, ...claim }) => claim));
      waiting.acknowledge(receipt.ackSeq);
      options.onConnection(true);
      options.onReceipt(receipt);
      return true;
    } catch (error) {
      if (isOutage(error)) options.onConnection(false);
      else {
        waiting.drop();
        options.onRefused(error);
      }
      return false;
    }
  };
  const sendAll = async () => {
    while (waiting.all().length > 0 && (await sendOnce()));
    running = null;
  };
  // With nothing to send, sendAll would end before it is held here, and be held for ever.
  const flush = (): Promise<void> => {
    if (running === null && waiting.all().length > 0) running = sendAll();
    return running ?? Promise.resolve();
  };
  return {
    add: (claim) => {
      seq += 1;
      waiting.add({ ...claim, seq });
      void flush();
    },
    flush,
    unacknowledgedSeconds: waiting.seconds,
    waiting: waiting.all,
  };
};
