import type { RegistryAnswer } from '@xuzheng/workflows';
import type { RegistryConfig } from '../config-registry.ts';
import { createBreaker, type BreakerOptions } from './breaker.ts';
import { RegistryFault } from './registry-fault.ts';
import type { Registry, RegistryVoidAnswer } from './registry-port.ts';
import { createSignedCall, type SignedAnswer } from './signed-call.ts';

type Body = Readonly<Record<string, unknown>>;
export type HttpRegistryOptions = Omit<BreakerOptions, 'now'> & { readonly now: () => number };

const REASON_AT_MOST = 200;

/**
 * 住建部管理系统 over HTTP (docs/operations.md has the contract). Everything but an answer of the agreed
 * shape, signed for this request, is a fault: unknown, to be asked again, never success or refusal.
 */
export function createHttpRegistry(config: RegistryConfig, options: HttpRegistryOptions): Registry {
  const call = createSignedCall(config, options.now);
  const breaker = createBreaker(options);
  const renewal = (answer: SignedAnswer, key: string) => renewalOf(answer, key, config);
  const at = (kind: string, key: string): string => `/${kind}/${encodeURIComponent(key)}`;
  return {
    name: 'http',
    reportHours: ({ businessKey, ...report }) =>
      breaker.run(async () => {
        const answer = await call('PUT', at('hours', businessKey), report);
        if (statusOf(answer, businessKey) !== 'taken') throw new RegistryFault('noAnswer');
      }),
    renew: ({ businessKey, rule: _, ...request }) =>
      breaker.run(async () =>
        renewal(await call('PUT', at('renewals', businessKey), request), businessKey),
      ),
    findRenewal: (businessKey) =>
      breaker.run(async () => renewal(await call('GET', at('renewals', businessKey)), businessKey)),
    voidCertificate: ({ businessKey, ...request }) =>
      breaker.run(async () =>
        voidOf(await call('PUT', at('voids', businessKey), request), businessKey),
      ),
    findVoid: (businessKey) =>
      breaker.run(async () => voidOf(await call('GET', at('voids', businessKey)), businessKey)),
    // The ID number goes in the body: addresses end up in logs.
    portraitOf: (idNumber) =>
      breaker.run(async () => portraitIn(await call('POST', '/portraits/query', { idNumber }))),
  };
}

/** The word of an answer about this key; 404 counts only with the registry's own words in it. */
function statusOf({ status, body }: SignedAnswer, businessKey: string): unknown {
  const { businessKey: about, status: word } = objectIn(body);
  if (about !== businessKey) throw new RegistryFault('noAnswer');
  if (status === 404 && word === 'notFound') return word;
  if (status !== 200 && status !== 201) throw new RegistryFault('noAnswer');
  return word;
}

function renewalOf(answer: SignedAnswer, key: string, config: RegistryConfig): RegistryAnswer {
  const { number, reason } = objectIn(answer.body);
  switch (statusOf(answer, key)) {
    case 'renewed':
      if (typeof number !== 'string' || !config.numberPattern.test(number))
        throw new RegistryFault('noAnswer');
      return { answer: 'confirmed', number };
    case 'refused':
      return { answer: 'refused', reason: reasonIn(reason) };
    case 'notFound':
      return { answer: 'notFound' };
    case 'pending':
      return { answer: 'unknown' };
    default:
      throw new RegistryFault('noAnswer');
  }
}

function voidOf(answer: SignedAnswer, key: string): RegistryVoidAnswer {
  switch (statusOf(answer, key)) {
    case 'void':
      return { answer: 'confirmed' };
    case 'refused':
      return { answer: 'refused', reason: reasonIn(objectIn(answer.body)['reason']) };
    case 'notFound':
      return { answer: 'notFound' };
    case 'pending':
      return { answer: 'unknown' };
    default:
      throw new RegistryFault('noAnswer');
  }
}

function portraitIn({ status, body }: SignedAnswer): Uint8Array | null {
  const { found, image } = objectIn(body);
  if (status === 200 && found === false) return null;
  if (status !== 200 || found !== true || typeof image !== 'string')
    throw new RegistryFault('noAnswer');
  return Buffer.from(image, 'base64');
}

function objectIn(body: unknown): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new RegistryFault('noAnswer');
  return body as Body;
}

function reasonIn(reason: unknown): string {
  if (typeof reason !== 'string' || reason.trim() === '') throw new RegistryFault('noAnswer');
  return [...reason.trim()].slice(0, REASON_AT_MOST).join('');
}
