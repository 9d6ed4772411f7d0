import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded, runToEnd, startChild, stopChild } from './child.ts';
import { NODE_24, ROOT } from './paths.ts';
import { plainFault } from './plain-fault.ts';
import { onPath } from './temporal-cli.ts';
import type { Report } from './temporal-cli.ts';

const BEGIN_MS = 15_000;
/** The one without windows first: the same engine, at half the work. */
const NAMES = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium for tests: XUZHENG_BROWSER, an installed one, Playwright's download (given 15 s
 * to begin), or as root the system's package. Throws a plain fault when nothing worked.
 */
export async function ensureBrowser(report: Report): Promise<string> {
  const given = process.env['XUZHENG_BROWSER'];
  if (given) return checkGiven(given);
  const installed = await installedBrowser();
  if (installed) return installed;
  report('下载测试用的浏览器(15 秒内没有开始就换下一个来源)');
  const downloaded = await downloadBrowser(report);
  if (downloaded) return downloaded;
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const packaged = await installPackage([name, 'fonts-noto-cjk'], report);
    const found = packaged ? await installedBrowser() : undefined;
    if (found) return found;
  }
  throw plainFault(
    '本机没有测试用的 Chrome 或 Chromium,也没能下载;请安装一个,或在 XUZHENG_BROWSER 中给出它的路径。',
    'There is no Chrome or Chromium for the tests and none could be downloaded; install one, or give its path in XUZHENG_BROWSER.',
  );
}

async function checkGiven(path: string): Promise<string> {
  if (await exists(path)) return path;
  throw plainFault(
    `XUZHENG_BROWSER 指向的 ${path} 不存在;请改正路径,或去掉这个变量以使用已安装的浏览器。`,
    `XUZHENG_BROWSER names ${path}, which is not there; correct it, or unset it to use an installed browser.`,
  );
}

async function installedBrowser(): Promise<string | undefined> {
  for (const name of NAMES) {
    const found = await onPath(name);
    if (found) return found;
  }
  for (const path of MAC) if (await exists(path)) return path;
  return playwrightsOwn();
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && (await exists(path)) ? path : undefined;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function downloadBrowser(report: Report): Promise<string | undefined> {
  const require = createRequire(join(ROOT, 'tests/package.json'));
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  let begun = false;
  const onLine = (line: string): void => {
    if (!/\d+%|MiB/.test(line)) return;
    begun = true;
    report(`下载测试用的浏览器:${line.trim()}`);
  };
  const child = startChild('browser', NODE_24, [cli, 'install', 'chromium'], { onLine });
  for (let waited = 0; !hasEnded(child); waited += 500) {
    await pause(500);
    if (!begun && waited >= BEGIN_MS) await stopChild(child, 'SIGKILL');
  }
  return (await child.ended) === 0 ? playwrightsOwn() : undefined;
}

/** Installs Debian packages; only as root, and only where there is apt-get. */
export async function installPackage(names: readonly string[], report: Report): Promise<boolean> {
  if (process.getuid?.() !== 0 || !(await onPath('apt-get'))) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  report(`用系统的软件包管理器安装 ${names.join('、')}`);
  await runToEnd('apt-get', ['update', '-qq'], { env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  const onLine = (line: string): void => report(`安装 ${names.join('、')}:${line}`);
  const done = await runToEnd('apt-get', args, { env, onLine });
  return done.code === 0;
}
