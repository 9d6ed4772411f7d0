import type { SmsConfig } from '../config-sms.ts';
import { createAliyunSms } from './gateways/aliyun.ts';
import { createTencentSms } from './gateways/tencent.ts';
import { createOutboxSms, type SmsPort } from './sms-port.ts';

/** The gateway the configuration names; `write` is where the outbox shows a newcomer each message. */
export function createSms(config: SmsConfig, write?: (line: string) => void): SmsPort {
  const options = { now: () => Date.now() };
  switch (config.gateway) {
    case 'outbox':
      return createOutboxSms(write);
    case 'aliyun':
      return createAliyunSms(config, options);
    case 'tencent':
      return createTencentSms(config, options);
  }
}
