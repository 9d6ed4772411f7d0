import type { SmsMessage } from '@xuzheng/engine';

/** One text message on its way to a phone. */
export type Sms = {
  /** One effect per key: gateways carry it, so that what became of a message can be asked. */
  readonly key: string;
  readonly phone: string;
  readonly body: string;
  /** The message by its registered text, for gateways that send nothing else. */
  readonly message?: SmsMessage | null;
};

/**
 * Why a message will not arrive as it is: the number is wrong or barred; the text or a blank is not
 * taken; the gateway or carrier gave up.
 */
export type SmsFailure = 'number' | 'content' | 'gateway';

/**
 * What the gateway said. `later`: surely not taken, try again. `rejected`: this message never will be.
 * `unknown`: it may have been taken; asked about before it is sent again.
 */
export type SmsReceipt =
  | { readonly state: 'sent' | 'delivered'; readonly messageId?: string }
  | { readonly state: 'later' | 'unknown'; readonly code: string }
  | { readonly state: 'rejected'; readonly code: string; readonly failure: SmsFailure };

/** What became of a message. `absent`: the gateway does not know it. */
export type SmsFate =
  | { readonly fate: 'delivered' | 'waiting' | 'absent' }
  | { readonly fate: 'failed'; readonly code: string; readonly failure: SmsFailure };

export type SmsAsked = {
  readonly key: string;
  readonly phone: string;
  /** The gateway's own id; null when its answer was lost. */
  readonly messageId: string | null;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
};

/** The gateway. Throws when it is away; the notice stays queued and is tried again. */
export type SmsPort = {
  readonly name: string;
  readonly send: (sms: Sms) => Promise<SmsReceipt>;
  /** Absent: this gateway tells of no delivery. */
  readonly fateOf?: (asked: SmsAsked) => Promise<SmsFate>;
  /** After so long an absent message was never taken. */
  readonly knowsAfterMs?: number;
};

/**
 * The default: nothing leaves the machine. The outbox page of the admin app shows every message, and
 * outside production each is also written where a newcomer looks for it.
 */
export const createOutboxSms = (write?: (line: string) => void): SmsPort => ({
  name: 'outbox',
  send: async ({ phone, body }) => {
    write?.(`[短信] 尾号 ${phone.slice(-4)}:${body}`);
    return { state: 'delivered' };
  },
});
