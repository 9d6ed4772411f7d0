import { createHash } from 'node:crypto';
import type { SmsMessage, SmsName } from '@xuzheng/engine';
import type { SmsReceipt } from '../sms-port.ts';

export type GatewayOptions = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly timeoutMs?: number;
};

/** What came back: a JSON object, or why there is none. `untouched`: the call never arrived. */
export type GatewayAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: Record<string, unknown> }
  | { readonly kind: 'untouched' | 'lost'; readonly code: string };

/** Errors before anything was sent; after any other one the gateway may have taken the message. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
const TIMEOUT_MS = 10_000;
/** Longest value of a blank that both gateways take. */
const BLANK_AT_MOST = 35;

/** Calls a gateway; never throws. */
export async function callGateway(
  url: string,
  init: RequestInit,
  timeoutMs = TIMEOUT_MS,
): Promise<GatewayAnswer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...init, signal, redirect: 'error' });
    const text = await response.text();
    if (response.status >= 500) return { kind: 'lost', code: `HTTP_${response.status}` };
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null) return { kind: 'lost', code: 'NO_JSON' };
    const { status } = response;
    return { kind: 'answer', status, body: body as Record<string, unknown> };
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    const code = cause?.code ?? name ?? 'fault';
    return { kind: NEVER_ARRIVED.has(code) ? 'untouched' : 'lost', code };
  }
}

/** What an absent answer means for the message. */
export const receiptWithout = (answer: { kind: 'untouched' | 'lost'; code: string }): SmsReceipt =>
  answer.kind === 'untouched'
    ? { state: 'later', code: answer.code }
    : { state: 'unknown', code: answer.code };

/** A key as gateways carry it: short, and without anything of ours in it. */
export const markOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 32);

/** The registered text's code with the blanks' values; null when no code is configured for it. */
export function registered(
  templates: { readonly [Name in SmsName]?: string },
  message: SmsMessage | null | undefined,
): { readonly code: string; readonly blanks: SmsMessage['blanks'] } | null {
  const code = message ? templates[message.name] : undefined;
  if (!message || code === undefined) return null;
  const short = (text: string): string => [...text].slice(0, BLANK_AT_MOST).join('');
  return { code, blanks: message.blanks.map(([blank, value]) => [blank, short(value)] as const) };
}
