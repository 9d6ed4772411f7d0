// Installs the packages when they are missing or stale. Plain JavaScript for any Node ≥ 18, no packages.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const WINDOWS = process.platform === 'win32';

/** The Node 24 that comes with the packages and runs everything else. */
export function node24(root = ROOT) {
  return join(root, 'node_modules/node/bin', WINDOWS ? 'node.exe' : 'node');
}

/**
 * Why the installed packages do not fit the lock file: 'missing', 'stale' or undefined when they do.
 * npm writes its own list of what it installed last of all, so a broken-off install has none.
 */
export function installState(root = ROOT) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !installed) return 'missing';
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/') || entry.link || entry.optional || entry.peer) continue;
    if (installed[path]?.version !== entry.version) return 'stale';
  }
  return existsSync(node24(root)) ? undefined : 'stale';
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Makes sure the packages are there. Gives true, or false after saying in plain words what to do. */
export async function ensureInstalled(root = ROOT) {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 18) {
    say(
      `本机的 Node 是 ${process.version};请安装 Node 18 或更新的版本后重试。`,
      `This machine has Node ${process.version}; install Node 18 or newer and try again.`,
    );
    return false;
  }
  const state = installState(root);
  if (!state) return true;
  console.log(
    state === 'missing'
      ? '首次运行:安装依赖包(约 1 至 3 分钟)…'
      : '依赖包与 package-lock.json 不符:更新中…',
  );
  // A stale tree is mended in place, without touching the lock file; `npm ci` would begin anew.
  const args = state === 'missing' ? ['ci'] : ['install', '--no-save'];
  const code = await runNpm([...args, '--no-audit', '--no-fund', '--loglevel=error'], root);
  if (code === 0 && repairNode24(root)) return true;
  say(
    '依赖包没有装好;请检查网络与 npm 的镜像设置,然后运行 npm ci 再试。',
    'The packages could not be installed; check the network and npm registry settings, run `npm ci`, then try again.',
  );
  return false;
}

function repairNode24(root) {
  if (existsSync(node24(root))) return true;
  spawnSync(npmProgram().file, [...npmProgram().args, 'rebuild', 'node'], {
    cwd: root,
    stdio: 'inherit',
    shell: WINDOWS,
  });
  return existsSync(node24(root));
}

function npmProgram() {
  const own = process.env.npm_execpath;
  if (own && /\.c?js$/.test(own)) return { file: process.execPath, args: [own] };
  return { file: 'npm', args: [] };
}

function runNpm(args, root) {
  const npm = npmProgram();
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(npm.file, [...npm.args, ...args], {
      cwd: root,
      stdio: 'inherit',
      shell: WINDOWS,
    });
    const tick = setInterval(() => {
      console.log(`  …安装依赖包,已 ${Math.round((Date.now() - began) / 1000)} 秒`);
    }, 10_000);
    const end = (code) => {
      clearInterval(tick);
      resolve(code ?? 1);
    };
    child.once('error', () => end(1));
    child.once('close', end);
  });
}

/** One sentence in Chinese, one in English. */
export function say(chinese, english) {
  console.error(`${chinese}\n${english}`);
}

/** Runs a script of the house on Node 24, with signals passed on; gives its exit code. */
export function runOnNode24(script, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(node24(), ['--disable-warning=ExperimentalWarning', script, ...args], {
      cwd: ROOT,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      ...options,
      env: withOurPrograms(options.env ?? process.env),
    });
    // Ctrl-C in a terminal reaches the child by itself; a signal to us alone has to be passed on. The
    // child may hear it twice and tidies up once.
    process.on('SIGINT', () => child.kill('SIGINT'));
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}

/** The environment with Node 24 and the packages' programs found first. */
export function withOurPrograms(env) {
  const bin = join(ROOT, 'node_modules/.bin');
  const path = env.PATH ?? '';
  return { ...env, PATH: path.startsWith(bin) ? path : `${bin}${WINDOWS ? ';' : ':'}${path}` };
}
