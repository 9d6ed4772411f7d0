/** One text message on its way to a phone. */
export type Sms = {
  /** The same message asked twice is sent once by gateways that know keys. */
  readonly key: string;
  readonly phone: string;
  readonly body: string;
};

export type SmsReceipt = { readonly state: 'sent' | 'delivered' };

/** The gateway. Throws when it is away; the notice stays queued and is tried again. */
export type SmsPort = {
  readonly name: string;
  readonly send: (sms: Sms) => Promise<SmsReceipt>;
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
