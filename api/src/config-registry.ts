import { ConfigFault, needed, readAddress, type Env } from './config-fault.ts';

/** A ministry registry over HTTP. Null in the configuration: the built-in registry. */
export type RegistryConfig = {
  readonly url: string;
  readonly keyId: string;
  /** Signs requests and proves answers (HMAC-SHA256). */
  readonly key: Buffer;
  /** Longest wait for one answer. */
  readonly timeoutMs: number;
  /** What a certificate number of this registry looks like; anything else is no answer. */
  readonly numberPattern: RegExp;
};

/** Letters, digits, Chinese and the marks that stand in certificate numbers. */
const ANY_NUMBER = '^[A-Za-z0-9\\u4e00-\\u9fff〔〕()（）/-]{4,40}$';
/** The process gives a call 20 seconds in all. */
const LONGEST_MS = 15_000;

/** Reads the registry's address and key; a half configuration is refused with one sentence. */
export function readRegistry(env: Env, mode: string): RegistryConfig | null {
  if (!env['REGISTRY_URL']) {
    if (env['REGISTRY_KEY'])
      throw new ConfigFault(
        'Set REGISTRY_URL too, or leave REGISTRY_KEY out. (REGISTRY_URL 与 REGISTRY_KEY 须同时设置。)',
      );
    return null;
  }
  const key = Buffer.from(needed(env, 'REGISTRY_KEY'), 'base64');
  if (key.length < 32)
    throw new ConfigFault(
      'REGISTRY_KEY must be at least 32 bytes in base64. (REGISTRY_KEY 须为至少 32 字节的 base64。)',
    );
  const timeoutMs = Number(env['REGISTRY_TIMEOUT_MS'] ?? 8_000);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 100 || timeoutMs > LONGEST_MS)
    throw new ConfigFault(
      `REGISTRY_TIMEOUT_MS must be between 100 and ${LONGEST_MS}. (REGISTRY_TIMEOUT_MS 须在 100 与 ${LONGEST_MS} 之间。)`,
    );
  return {
    url: readAddress(env, 'REGISTRY_URL', mode),
    keyId: env['REGISTRY_KEY_ID'] ?? 'xuzheng',
    key,
    timeoutMs,
    numberPattern: readPattern(env['REGISTRY_NUMBER_PATTERN'] ?? ANY_NUMBER),
  };
}

function readPattern(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch {
    throw new ConfigFault(
      'REGISTRY_NUMBER_PATTERN must be a regular expression. (REGISTRY_NUMBER_PATTERN 须为正则表达式。)',
    );
  }
}
