import open from 'open';
import { accountLines, readAccounts } from './accounts.ts';
import { accountsFile } from './product.ts';
import type { BootState } from './product.ts';

/** Prints addresses, accounts and what to try first; on Enter, fresh one-time codes. */
export async function farewell(state: BootState): Promise<void> {
  const accounts = await readAccounts(accountsFile(state.options));
  console.log(addressLines(state).join('\n'));
  if (accounts.length > 0) console.log(accountLines(accounts, Date.now()).join('\n'));
  console.log(firstSteps(state, accounts.length > 0).join('\n'));
  if (process.stdin.isTTY && accounts.length > 0) {
    process.stdin.on('data', () =>
      console.log(['', ...accountLines(accounts, Date.now())].join('\n')),
    );
  }
  const { env, platform, stdout } = process;
  const hasDisplay = platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY']);
  if (stdout.isTTY && hasDisplay && !env['CI']) {
    await open(state.entrance.publicUrl).catch(() => undefined);
  }
}

function addressLines({ entrance, stage, options, sandbox }: BootState): string[] {
  const url = entrance.publicUrl;
  return [
    '',
    '续证已就绪 · Xuzheng is ready',
    ...(entrance.movedFrom ? [`(端口 ${entrance.movedFrom} 已被占用,改用 ${entrance.port})`] : []),
    '',
    `  学员端    ${url}/`,
    `  管理端    ${url}/admin/`,
    `  接口文档  ${url}/reference`,
    ...(stage.temporalUi ? [`  流程引擎  ${stage.temporalUi}`] : []),
    `  数据      ${options.dataFolder}`,
    ...(sandbox
      ? ['', `  对接沙箱  ${sandbox.url}/reference`, `  沙箱密钥  ${sandbox.apiKey}`]
      : []),
    ...(options.lan ? ['', '手机首次打开时会提示证书不受信任,选择继续访问即可使用摄像头。'] : []),
    '',
  ];
}

function firstSteps({ options }: BootState, hasAccounts: boolean): string[] {
  if (options.production) {
    return ['', '创建第一位管理员:npm run admin:create -- --login <登录名>', '按 Ctrl-C 停止。'];
  }
  if (!hasAccounts) return ['没有演示账号;去掉 --no-seed 即会建立。按 Ctrl-C 停止。'];
  return [
    '',
    '先试这个:',
    '  1. 打开学员端,用上面第一位学员的身份证号和 111111 登录;',
    '  2. 验证码会印在本窗口,也在管理端的“短信”里;',
    '  3. 设新密码,上传证件和头像,开始学习(需要摄像头);',
    '  4. 用审核员登录管理端,看待审核的学员。',
    '',
    process.stdin.isTTY ? '按回车显示新的动态码;按 Ctrl-C 停止。' : '按 Ctrl-C 停止。',
  ];
}
