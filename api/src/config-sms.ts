import { readFileSync } from 'node:fs';
import { SMS_NAMES, type SmsName } from '@xuzheng/engine';
import { ConfigFault, needed, readAddress, type Env } from './config-fault.ts';

export type SmsTemplates = { readonly [Name in SmsName]?: string };

type Keyed = {
  readonly endpoint: string;
  readonly keyId: string;
  readonly keySecret: string;
  /** 短信签名, as registered with the gateway. */
  readonly signName: string;
  /** Code of the registered text for each of ours. */
  readonly templates: SmsTemplates;
};
export type AliyunConfig = Keyed & { readonly gateway: 'aliyun' };
export type TencentConfig = Keyed & {
  readonly gateway: 'tencent';
  readonly appId: string;
  readonly region: string;
};
/** Which gateway sends the messages. `outbox`: none; the admin app shows them. */
export type SmsConfig = { readonly gateway: 'outbox' } | AliyunConfig | TencentConfig;

const ENDPOINTS = {
  aliyun: 'https://dysmsapi.aliyuncs.com',
  tencent: 'https://sms.tencentcloudapi.com',
} as const;

/** Reads the gateway; in production a text without a code would never go out, so it does not start. */
export function readSms(env: Env, mode: string): SmsConfig {
  const gateway = env['SMS_GATEWAY'] ?? 'outbox';
  if (gateway === 'outbox') return { gateway };
  if (gateway !== 'aliyun' && gateway !== 'tencent')
    throw new ConfigFault(
      'SMS_GATEWAY must be outbox, aliyun or tencent. (SMS_GATEWAY 只能是 outbox、aliyun 或 tencent。)',
    );
  const endpoint = env['SMS_ENDPOINT'] ?? ENDPOINTS[gateway];
  const keyed: Keyed = {
    endpoint: readAddress({ SMS_ENDPOINT: endpoint }, 'SMS_ENDPOINT', mode),
    keyId: needed(env, 'SMS_KEY_ID'),
    keySecret: needed(env, 'SMS_KEY_SECRET'),
    signName: needed(env, 'SMS_SIGN_NAME'),
    templates: readTemplates(needed(env, 'SMS_TEMPLATES_FILE'), mode),
  };
  if (gateway === 'aliyun') return { gateway, ...keyed };
  return {
    ...{ gateway, ...keyed },
    appId: needed(env, 'SMS_APP_ID'),
    region: env['SMS_REGION'] ?? 'ap-guangzhou',
  };
}

function readTemplates(file: string, mode: string): SmsTemplates {
  const given = parsed(file);
  const codes = SMS_NAMES.flatMap((name) => {
    const code = given[name];
    return typeof code === 'string' && code.trim() !== '' ? [[name, code.trim()] as const] : [];
  });
  const missing = SMS_NAMES.filter((name) => codes.every(([has]) => has !== name));
  if (mode === 'production' && missing.length > 0)
    throw new ConfigFault(
      `SMS_TEMPLATES_FILE lacks the gateway's code for ${missing.join(', ')}. (SMS_TEMPLATES_FILE 缺少这些短信的模板代码。)`,
    );
  return Object.fromEntries(codes);
}

function parsed(file: string): Readonly<Record<string, unknown>> {
  try {
    const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof given === 'object' && given !== null) return given as Record<string, unknown>;
  } catch {
    // Told below: absent and unreadable ask for the same.
  }
  throw new ConfigFault(
    'SMS_TEMPLATES_FILE must name a JSON file of template codes. (SMS_TEMPLATES_FILE 须为模板代码的 JSON 文件。)',
  );
}
