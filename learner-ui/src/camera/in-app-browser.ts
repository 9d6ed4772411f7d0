/** Browsers inside other apps; some give a page no camera and the learner has to leave them. */
export const IN_APP_BROWSERS = [
  'wechat',
  'wechatMini',
  'qq',
  'dingtalk',
  'alipay',
  'feishu',
] as const;
export type InAppBrowser = (typeof IN_APP_BROWSERS)[number];

const SIGNS: readonly { browser: InAppBrowser; sign: RegExp }[] = [
  { browser: 'wechatMini', sign: /miniProgram/i },
  { browser: 'wechat', sign: /MicroMessenger/i },
  { browser: 'dingtalk', sign: /DingTalk/i },
  { browser: 'alipay', sign: /AlipayClient/i },
  { browser: 'feishu', sign: /\b(?:Lark|Feishu)\b/i },
  // QQ's stand-alone browser says MQQBrowser and has a camera; the chat app says QQ/ with a version.
  { browser: 'qq', sign: /\bQQ\/[\d.]+/i },
];

/** The app this page is shown in, told by the user agent; null in a browser of its own. */
export function inAppBrowser(userAgent: string): InAppBrowser | null {
  return SIGNS.find(({ sign }) => sign.test(userAgent))?.browser ?? null;
}
