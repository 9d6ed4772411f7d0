import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMS_NAMES, smsOf } from '@xuzheng/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSms, type AliyunConfig, type TencentConfig } from '../../../api/src/config-sms.ts';
import { createAliyunSms } from '../../../api/src/notices/gateways/aliyun.ts';
import { aliyunHeaders } from '../../../api/src/notices/gateways/aliyun-signature.ts';
import { createTencentSms } from '../../../api/src/notices/gateways/tencent.ts';
import { tencentHeaders } from '../../../api/src/notices/gateways/tencent-signature.ts';
import { SECRET, startGateway, type GatewayReply } from '../../support/sms-gateway.ts';

describe('the published examples of the signatures', () => {
  test('Aliyun, 请求体&签名机制 V3: RunInstances', () => {
    const headers = aliyunHeaders(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        query: {
          RegionId: 'cn-shanghai',
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        },
        date: '2023-10-26T10:22:32Z',
        nonce: '3156853299f313e23d1673dc12e1703d',
      },
      { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
    );
    expect(headers['authorization']).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;' +
        'x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  test('Tencent, 签名方法 v3: DescribeInstances', () => {
    const masked = '*'.repeat(32);
    const headers = tencentHeaders(
      {
        host: 'cvm.tencentcloudapi.com',
        service: 'cvm',
        action: 'DescribeInstances',
        version: '2017-03-12',
        region: 'ap-guangzhou',
        body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
        timestamp: 1_551_113_065,
      },
      { id: `AKID${masked}`, secret: masked },
    );
    expect(headers['authorization']).toBe(
      `TC3-HMAC-SHA256 Credential=AKID${masked}/2019-02-25/cvm/tc3_request, ` +
        'SignedHeaders=content-type;host;x-tc-action, ' +
        'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    );
  });
});

const aliyun = await startGateway('aliyun');
const tencent = await startGateway('tencent');
afterAll(async () => {
  await aliyun.close();
  await tencent.close();
});
const common = { keyId: 'key-id', keySecret: SECRET, signName: '续证' };
const templates = { activationCode: 'SMS_1', hoursCleared: '1110' };
const options = { now: () => Date.now(), timeoutMs: 500 };
const aliyunConfig: AliyunConfig = {
  ...{ gateway: 'aliyun', endpoint: aliyun.url, ...common, templates },
};
const tencentConfig: TencentConfig = {
  ...{ gateway: 'tencent', endpoint: tencent.url, ...common, templates },
  ...{ appId: '1400006666', region: 'ap-guangzhou' },
};
const KEY = 'verdict/0190d1b2';
const cleared = smsOf('hoursCleared', {
  ...{ name: '王建国', postLabel: '土建施工员', studyYear: 2026, wording: 'handbook' },
  part: null,
  ...{ reason: '非本人学习', explanation: '……' },
});
const sms = { key: KEY, phone: '13800138011', body: '……', message: cleared };
const asked = { key: KEY, phone: '13800138011', messageId: null, sentAt: Date.UTC(2026, 2, 1, 17) };

describe('Aliyun, Dysmsapi 2017-05-25', () => {
  const port = createAliyunSms(aliyunConfig, options);
  const answer = (reply: GatewayReply) => aliyun.answers(() => reply);
  const ok = { Code: 'OK', Message: 'OK', BizId: '9006197469364984^0', RequestId: 'F655A8D5' };

  test('SendSms as documented: signed, by template, blanks by name, the key in OutId', async () => {
    answer({ body: ok });
    expect(await port.send(sms)).toEqual({ state: 'sent', messageId: '9006197469364984^0' });
    const call = aliyun.calls.at(-1);
    expect(call).toMatchObject({ action: 'SendSms', signed: true });
    expect(call?.query).toMatchObject({
      ...{ PhoneNumbers: '13800138011', SignName: '续证', TemplateCode: '1110' },
    });
    expect(JSON.parse(call?.query['TemplateParam'] ?? '')).toEqual({
      ...{ name: '王建国', postLabel: '土建施工员', studyYear: '2026' },
    });
    expect(call?.query['OutId']).toMatch(/^[0-9a-f]{32}$/);
  });

  const receipts = [
    ['too many for this number: later', 400, { Code: 'isv.BUSINESS_LIMIT_CONTROL' }, 'later'],
    ['no money left: later', 400, { Code: 'isv.AMOUNT_NOT_ENOUGH' }, 'later'],
    ['a number that is none: never', 400, { Code: 'isv.MOBILE_NUMBER_ILLEGAL' }, 'rejected'],
    ['a blank too long: never', 400, { Code: 'isv.PARAM_LENGTH_LIMIT' }, 'rejected'],
    ['the gateway’s own fault: unknown', 400, { Code: 'isp.SYSTEM_ERROR' }, 'unknown'],
    ['a server’s fault: unknown', 503, { Code: 'ServiceUnavailable' }, 'unknown'],
    ['a page of HTML: unknown', 200, '<html></html>', 'unknown'],
    ['OK without an id: unknown', 200, { Code: 'OK' }, 'unknown'],
  ] as const;
  test.each(receipts)('%s', async (_, status, body, state) => {
    answer({ status, body });
    expect(await port.send(sms)).toMatchObject({ state });
  });

  test('a line that breaks is unknown; a gateway that is not there has taken nothing', async () => {
    answer(null);
    expect(await port.send(sms)).toMatchObject({ state: 'unknown' });
    const gone = await startGateway('aliyun');
    await gone.close();
    const nobody = createAliyunSms({ ...aliyunConfig, endpoint: gone.url }, options);
    expect(await nobody.send(sms)).toMatchObject({ state: 'later', code: 'ECONNREFUSED' });
  });

  test('a text without a registered code waits for the operator', async () => {
    const message = smsOf('relearnEnding', { lastDay: '12 月 3 日' });
    expect(await port.send({ ...sms, message })).toEqual({ state: 'later', code: 'NO_TEMPLATE' });
  });

  test('QuerySendDetails as documented: by phone and Shanghai’s day, found by OutId', async () => {
    answer({ body: ok });
    await port.send(sms);
    const OutId = aliyun.calls.at(-1)?.query['OutId'];
    const details = (SendStatus: number, ErrCode = 'DELIVERED') => ({
      body: {
        Code: 'OK',
        SmsSendDetailDTOs: { SmsSendDetailDTO: [{ OutId, SendStatus, ErrCode }] },
      },
    });
    answer(details(3));
    expect(await port.fateOf?.(asked)).toEqual({ fate: 'delivered' });
    const call = aliyun.calls.at(-1);
    expect(call).toMatchObject({ action: 'QuerySendDetails', signed: true });
    expect(call?.query).toMatchObject({ PhoneNumber: '13800138011', SendDate: '20260302' });
    expect(call?.query).not.toHaveProperty('BizId');
    answer(details(1));
    expect(await port.fateOf?.(asked)).toEqual({ fate: 'waiting' });
    answer(details(2, 'MOBILE_NOT_ON_SERVICE'));
    expect(await port.fateOf?.(asked)).toMatchObject({ fate: 'failed', failure: 'number' });
    expect(await port.fateOf?.({ ...asked, key: 'another' })).toEqual({ fate: 'absent' });
    answer({ status: 500, body: {} });
    await expect(port.fateOf?.(asked)).rejects.toThrow();
  });
});

describe('Tencent, sms 2021-01-11', () => {
  const port = createTencentSms(tencentConfig, options);
  const answer = (reply: GatewayReply) => tencent.answers(() => reply);
  const set = (Code: string) => ({
    body: {
      Response: { SendStatusSet: [{ SerialNo: '5000:1045', Fee: 1, Code }], RequestId: 'a0' },
    },
  });
  const error = (Code: string) => ({ body: { Response: { Error: { Code, Message: '' } } } });

  test('SendSms as documented: signed, +86, blanks in order, the key in SessionContext', async () => {
    answer(set('Ok'));
    expect(await port.send(sms)).toEqual({ state: 'sent', messageId: '5000:1045' });
    const call = tencent.calls.at(-1);
    expect(call).toMatchObject({ action: 'SendSms', signed: true });
    expect(call?.body).toMatchObject({
      ...{ PhoneNumberSet: ['+8613800138011'], SmsSdkAppId: '1400006666', SignName: '续证' },
      ...{ TemplateId: '1110', TemplateParamSet: ['王建国', '土建施工员', '2026'] },
      SessionContext: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  const receipts = [
    ['too many within an hour: later', set('LimitExceeded.PhoneNumberOneHourLimit'), 'later'],
    ['a wrong key: later', error('AuthFailure.SignatureFailure'), 'later'],
    ['a number that is none', set('InvalidParameterValue.IncorrectPhoneNumber'), 'rejected'],
    ['a number that is barred', set('FailedOperation.PhoneNumberInBlacklist'), 'rejected'],
    ['the service’s own fault: unknown', error('InternalError.Timeout'), 'unknown'],
    ['a server’s fault: unknown', { status: 502, body: 'Bad gateway' }, 'unknown'],
  ] as const;
  test.each(receipts)('%s', async (_, reply, state) => {
    answer(reply);
    expect(await port.send(sms)).toMatchObject({ state });
  });

  test('PullSmsSendStatusByPhoneNumber as documented, found by SessionContext', async () => {
    answer(set('Ok'));
    await port.send(sms);
    const { SessionContext } = tencent.calls.at(-1)?.body ?? {};
    const pulled = (ReportStatus: string, Description: string) => ({
      body: { Response: { PullSmsSendStatusSet: [{ ReportStatus, Description, SessionContext }] } },
    });
    answer(pulled('SUCCESS', 'DELIVRD'));
    expect(await port.fateOf?.(asked)).toEqual({ fate: 'delivered' });
    expect(tencent.calls.at(-1)).toMatchObject({
      action: 'PullSmsSendStatusByPhoneNumber',
      signed: true,
      body: { PhoneNumber: '+8613800138011', Offset: 0, Limit: 100 },
    });
    answer(pulled('FAIL', '号码是空号'));
    expect(await port.fateOf?.(asked)).toMatchObject({ fate: 'failed', failure: 'number' });
    expect(await port.fateOf?.({ ...asked, key: 'another' })).toEqual({ fate: 'absent' });
    answer(error('InternalError'));
    await expect(port.fateOf?.(asked)).rejects.toThrow();
  });
});

describe('the gateway’s configuration', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xuzheng-sms-'));
    const all = Object.fromEntries(SMS_NAMES.map((name) => [name, `SMS_${name}`]));
    await writeFile(file('all.json'), JSON.stringify(all));
    await writeFile(
      file('one.json'),
      JSON.stringify({ activationCode: 'SMS_1', hoursCleared: '' }),
    );
    await writeFile(file('none.json'), 'SMS_1');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const good = (name: string) => ({
    ...{ SMS_GATEWAY: 'aliyun', SMS_KEY_ID: 'id', SMS_KEY_SECRET: 'secret', SMS_SIGN_NAME: '续证' },
    SMS_TEMPLATES_FILE: file(name),
  });

  test('production does not start while a needed code is missing, and names it', () => {
    expect(() => readSms(good('one.json'), 'production')).toThrow('hoursCleared');
    expect(() => readSms(good('one.json'), 'production')).not.toThrow('activationCode');
    expect(readSms(good('one.json'), 'development')).toMatchObject({
      templates: { activationCode: 'SMS_1' },
    });
    const config = readSms(good('all.json'), 'production');
    expect(config).toMatchObject({ endpoint: 'https://dysmsapi.aliyuncs.com' });
  });

  test('a half configuration is refused with one sentence', () => {
    const env = good('all.json');
    expect(() => readSms({ ...env, SMS_KEY_SECRET: '' }, 'test')).toThrow('SMS_KEY_SECRET');
    expect(() => readSms({ ...env, SMS_GATEWAY: 'tencent' }, 'test')).toThrow('SMS_APP_ID');
    expect(() => readSms({ ...env, SMS_GATEWAY: 'pigeon' }, 'test')).toThrow('SMS_GATEWAY');
    expect(() => readSms(good('none.json'), 'test')).toThrow('SMS_TEMPLATES_FILE');
    expect(() => readSms({ ...env, SMS_ENDPOINT: 'http://sms.example' }, 'production')).toThrow(
      'SMS_ENDPOINT',
    );
    expect(readSms({}, 'production')).toEqual({ gateway: 'outbox' });
  });
});
