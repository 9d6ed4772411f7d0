import type { TencentConfig } from '../../config-sms.ts';
import type { SmsAsked, SmsFailure, SmsFate, SmsPort, SmsReceipt } from '../sms-port.ts';
import {
  callGateway,
  markOf,
  receiptWithout,
  registered,
  type GatewayAnswer,
  type GatewayOptions,
} from './gateway-call.ts';
import { tencentHeaders } from './tencent-signature.ts';

const VERSION = '2021-01-11';
/** Only messages with a carrier's report are listed: absence says something after a while. */
const KNOWS_AFTER_MS = 30 * 60_000;
const AROUND_SECONDS = 300;
const LIMIT = 100;

/** Codes by which the service says that this message will never be taken. */
const REJECTED: readonly (readonly [start: string, failure: SmsFailure])[] = [
  ['InvalidParameterValue.IncorrectPhoneNumber', 'number'],
  ['UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber', 'number'],
  ['FailedOperation.PhoneNumberInBlacklist', 'number'],
  ['InvalidParameterValue.TemplateParameter', 'content'],
  ['InvalidParameterValue.ContentLengthLimit', 'content'],
  ['InvalidParameterValue.ProhibitedUseUrlInTemplateParameter', 'content'],
  ['FailedOperation.ContainSensitiveWord', 'content'],
];

/** Tencent Cloud 短信: 2021-01-11, SendSms and PullSmsSendStatusByPhoneNumber; SessionContext carries the key. */
export function createTencentSms(config: TencentConfig, options: GatewayOptions): SmsPort {
  const call = caller(config, options);
  return {
    name: 'tencent',
    knowsAfterMs: KNOWS_AFTER_MS,
    send: async ({ key, phone, message }) => {
      const text = registered(config.templates, message);
      if (text === null) return { state: 'later', code: 'NO_TEMPLATE' };
      const answer = await call('SendSms', {
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: config.appId,
        SignName: config.signName,
        TemplateId: text.code,
        TemplateParamSet: text.blanks.map(([, value]) => value),
        SessionContext: markOf(key),
      });
      return answer.kind === 'answer' ? receiptOf(answer.body) : receiptWithout(answer);
    },
    fateOf: async (asked) => {
      const at = Math.floor(asked.sentAt / 1000);
      const answer = await call('PullSmsSendStatusByPhoneNumber', {
        ...{ PhoneNumber: `+86${asked.phone}`, SmsSdkAppId: config.appId, Offset: 0, Limit: LIMIT },
        BeginTime: at - AROUND_SECONDS,
        EndTime: Math.floor(options.now() / 1000),
      });
      if (answer.kind !== 'answer') throw new Error('no status');
      return fateIn(answer.body, asked);
    },
  };
}

const caller =
  (config: TencentConfig, { now, timeoutMs }: GatewayOptions) =>
  (action: string, content: Record<string, unknown>): Promise<GatewayAnswer> => {
    const body = JSON.stringify(content);
    const { endpoint, region, keyId, keySecret } = config;
    const request = {
      ...{ host: new URL(endpoint).host, service: 'sms', action, version: VERSION, region, body },
      timestamp: Math.floor(now() / 1000),
    };
    // fetch names the host by itself.
    const signed = tencentHeaders(request, { id: keyId, secret: keySecret });
    const { host: _, ...headers } = signed;
    return callGateway(`${endpoint}/`, { method: 'POST', headers, body }, timeoutMs);
  };

type Status = { Code?: unknown; SerialNo?: unknown };
type Answer = {
  readonly Error?: { readonly Code?: unknown };
  readonly SendStatusSet?: readonly Status[];
  readonly PullSmsSendStatusSet?: readonly Pulled[];
};
type Pulled = {
  ReportStatus?: unknown;
  SerialNo?: unknown;
  SessionContext?: unknown;
  Description?: unknown;
};

const answerIn = (body: Record<string, unknown>): Answer => (body['Response'] ?? {}) as Answer;

function receiptOf(body: Record<string, unknown>): SmsReceipt {
  const { Error: error, SendStatusSet: [status] = [] } = answerIn(body);
  const code = error?.Code ?? status?.Code;
  if (code === 'Ok' && typeof status?.SerialNo === 'string')
    return { state: 'sent', messageId: status.SerialNo };
  if (typeof code !== 'string' || code === 'Ok' || code.startsWith('InternalError'))
    return { state: 'unknown', code: String(code) };
  const rejected = REJECTED.find(([start]) => code.startsWith(start));
  // Limits, arrears, a text not yet approved, a wrong key: a person or time mends them.
  return rejected === undefined
    ? { state: 'later', code }
    : { state: 'rejected', code, failure: rejected[1] };
}

function fateIn(body: Record<string, unknown>, { key, messageId }: SmsAsked): SmsFate {
  const { Error: error, PullSmsSendStatusSet: pulled = [] } = answerIn(body);
  if (error !== undefined) throw new Error('no status');
  const own = pulled.filter(
    (row) =>
      row.SessionContext === markOf(key) || (messageId !== null && row.SerialNo === messageId),
  );
  if (own.length === 0) return { fate: 'absent' };
  if (own.some((row) => row.ReportStatus === 'SUCCESS')) return { fate: 'delivered' };
  const code = String(own[0]?.Description ?? 'FAIL').slice(0, 60);
  const isNumber = /^(MK:0001|MN:0001|UNDELIV.*NUMBER)|空号|停机|不存在/u.test(code);
  return { fate: 'failed', code, failure: isNumber ? 'number' : 'gateway' };
}
