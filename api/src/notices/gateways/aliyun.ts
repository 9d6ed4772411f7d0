import { randomBytes } from 'node:crypto';
import { dayOf } from '@xuzheng/engine';
import type { AliyunConfig } from '../../config-sms.ts';
import type { SmsAsked, SmsFailure, SmsFate, SmsPort, SmsReceipt } from '../sms-port.ts';
import { aliyunHeaders, aliyunQuery } from './aliyun-signature.ts';
import {
  callGateway,
  markOf,
  receiptWithout,
  registered,
  type GatewayAnswer,
  type GatewayOptions,
} from './gateway-call.ts';

const VERSION = '2017-05-25';
/** Send details are complete after some minutes. */
const KNOWS_AFTER_MS = 5 * 60_000;
const PAGE = '50';

/** Codes by which Dysmsapi says that this message will never be taken. */
const REJECTED: Readonly<Record<string, SmsFailure>> = {
  'isv.MOBILE_NUMBER_ILLEGAL': 'number',
  'isv.MOBILE_COUNT_OVER_LIMIT': 'number',
  'isv.TEMPLATE_MISSING_PARAMETERS': 'content',
  'isv.TEMPLATE_PARAMS_ILLEGAL': 'content',
  'isv.INVALID_PARAMETERS': 'content',
  'isv.INVALID_JSON_PARAM': 'content',
  'isv.PARAM_LENGTH_LIMIT': 'content',
  'isv.PARAM_NOT_SUPPORT_URL': 'content',
  'isv.BLACK_KEY_CONTROL_LIMIT': 'content',
};
/** The gateway's own faults: it may have taken the message all the same. */
const UNSURE = new Set(['isp.SYSTEM_ERROR', 'isp.UNKNOWN', 'isp.GATEWAY_ERROR']);

/** Aliyun 短信服务: Dysmsapi 2017-05-25, SendSms and QuerySendDetails; OutId carries the key. */
export function createAliyunSms(config: AliyunConfig, options: GatewayOptions): SmsPort {
  const call = caller(config, options);
  return {
    name: 'aliyun',
    knowsAfterMs: KNOWS_AFTER_MS,
    send: async ({ key, phone, message }) => {
      const text = registered(config.templates, message);
      if (text === null) return { state: 'later', code: 'NO_TEMPLATE' };
      const answer = await call('SendSms', {
        PhoneNumbers: phone,
        SignName: config.signName,
        TemplateCode: text.code,
        TemplateParam: JSON.stringify(Object.fromEntries(text.blanks)),
        OutId: markOf(key),
      });
      return answer.kind === 'answer' ? receiptOf(answer.body) : receiptWithout(answer);
    },
    fateOf: async (asked) => {
      const answer = await call('QuerySendDetails', {
        PhoneNumber: asked.phone,
        // The gateway's days are Shanghai's.
        SendDate: dayOf(asked.sentAt).replaceAll('-', ''),
        ...(asked.messageId === null ? {} : { BizId: asked.messageId }),
        PageSize: PAGE,
        CurrentPage: '1',
      });
      if (answer.kind !== 'answer' || answer.body['Code'] !== 'OK') throw new Error('no details');
      return fateIn(answer.body, asked);
    },
  };
}

const caller =
  ({ endpoint, keyId, keySecret }: AliyunConfig, { now, timeoutMs }: GatewayOptions) =>
  (action: string, query: Record<string, string>): Promise<GatewayAnswer> => {
    const request = {
      ...{ host: new URL(endpoint).host, action, version: VERSION, query },
      date: `${new Date(now()).toISOString().slice(0, 19)}Z`,
      nonce: randomBytes(16).toString('hex'),
    };
    // fetch names the host by itself.
    const signed = aliyunHeaders(request, { id: keyId, secret: keySecret });
    const { host: _, ...headers } = signed;
    return callGateway(
      `${endpoint}/?${aliyunQuery(query)}`,
      { method: 'POST', headers },
      timeoutMs,
    );
  };

function receiptOf({ Code: code, BizId: id }: Record<string, unknown>): SmsReceipt {
  if (code === 'OK' && typeof id === 'string') return { state: 'sent', messageId: id };
  if (typeof code !== 'string' || code === 'OK' || UNSURE.has(code))
    return { state: 'unknown', code: String(code) };
  const failure = REJECTED[code];
  // Limits, arrears, a text not yet approved, a wrong key: a person or time mends them.
  return failure === undefined ? { state: 'later', code } : { state: 'rejected', code, failure };
}

type Detail = { SendStatus?: unknown; OutId?: unknown; ErrCode?: unknown };

function fateIn(body: Record<string, unknown>, { key }: SmsAsked): SmsFate {
  const { SmsSendDetailDTO: rows = [] } = (body['SmsSendDetailDTOs'] ?? {}) as {
    SmsSendDetailDTO?: readonly Detail[];
  };
  const own = rows.filter((row) => row.OutId === markOf(key));
  if (own.length === 0) return { fate: 'absent' };
  // 1 waits for the carrier, 2 failed, 3 delivered; one that arrived among several has arrived.
  if (own.some((row) => row.SendStatus === 3)) return { fate: 'delivered' };
  if (own.some((row) => row.SendStatus === 1)) return { fate: 'waiting' };
  const code = String(own[0]?.ErrCode ?? 'FAILED');
  return { fate: 'failed', code, failure: carrierFailure(code) };
}

const BAD_NUMBERS = new Set([
  'MOBILE_NOT_ON_SERVICE',
  'MOBILE_NUMBER_ILLEGAL',
  'MN:0001',
  'MK:0001',
]);

/** The carriers' words for a number that does not exist or is out of service. */
const carrierFailure = (code: string): SmsFailure =>
  BAD_NUMBERS.has(code) || /EMPTY_NUMBER|NOT_ON_SERVICE|NUMBER_ILLEGAL|空号|停机/u.test(code)
    ? 'number'
    : 'gateway';
