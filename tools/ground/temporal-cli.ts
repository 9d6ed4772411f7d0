import { access, chmod, constants, copyFile, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded, runToEnd, startChild, stopChild } from './child.ts';
import { NODE_24, cacheFolder } from './paths.ts';
import { plainFault } from './plain-fault.ts';

/** The newest CLI that `go install` can build: later ones carry a `replace`. */
const GO_PACKAGE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const GO_AT_ITS_USUAL_PLACE = '/usr/local/go/bin/go';
const BEGIN_MS = 15_000;
const STALL_MS = 60_000;

/** Tells a person what is happening now. */
export type Report = (words: string) => void;

/** Puts the program at `target` when it can; false sends us to the next source. */
export type Source = (target: string, report: Report) => Promise<boolean>;

/**
 * Path of a `temporal` program: on PATH, in the user's cache, or put there by the first source that
 * can (the SDK's download, given 15 s to begin, then Go). Throws a plain fault when none could.
 */
export async function ensureTemporalCli(
  report: Report,
  sources: readonly Source[] = [download, buildWithGo],
): Promise<string> {
  const cached = join(cacheFolder(), 'bin', programName('temporal'));
  const found = (await onPath('temporal')) ?? ((await isProgram(cached)) ? cached : undefined);
  if (found) return found;
  for (const source of sources) if (await source(cached, report)) return cached;
  throw plainFault(
    '本机没有 Temporal 命令行,下载和 go install 都没有成功;请安装 temporal 并放到 PATH,或在 TEMPORAL_ADDRESS 中给出您自己的 Temporal。',
    'There is no Temporal CLI here, and neither the download nor go install worked; install `temporal` on PATH, or give your own Temporal in TEMPORAL_ADDRESS.',
  );
}

function programName(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

/** Full path of a program on PATH; undefined when it is not there. */
export async function onPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, programName(name));
    if (folder && (await isProgram(path))) return path;
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return false;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The SDK downloads in a process of its own, because a hung download cannot be called off. */
async function download(target: string, report: Report): Promise<boolean> {
  report('下载 Temporal 命令行(15 秒内没有开始就换下一个来源)');
  const folder = join(cacheFolder(), 'download');
  await mkdir(folder, { recursive: true });
  const script = fileURLToPath(new URL('temporal-download.ts', import.meta.url));
  const child = startChild('download', NODE_24, [script, folder]);
  let size = 0;
  let quietMs = 0;
  while (!hasEnded(child)) {
    await pause(500);
    const now = await sizeOf(folder);
    quietMs = now > size ? 0 : quietMs + 500;
    size = now;
    if (size > 0) report(`下载 Temporal 命令行:${Math.round(size / 1e6)} MB`);
    if (quietMs >= (size === 0 ? BEGIN_MS : STALL_MS)) await stopChild(child, 'SIGKILL');
  }
  const code = await child.ended;
  const file = (await readdir(folder)).find((name) => name.startsWith('temporal'));
  if (code !== 0 || !file) return false;
  await keep(join(folder, file), target);
  return true;
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function keep(file: string, target: string): Promise<void> {
  await mkdir(join(target, '..'), { recursive: true });
  await copyFile(file, `${target}.part`);
  await chmod(`${target}.part`, 0o755);
  await rename(`${target}.part`, target);
}

async function buildWithGo(target: string, report: Report): Promise<boolean> {
  const go = (await onPath('go')) ?? GO_AT_ITS_USUAL_PLACE;
  if (!(await isProgram(go))) return false;
  const bin = join(target, '..');
  await mkdir(bin, { recursive: true });
  let packages = 0;
  const onLine = (line: string): void => {
    packages += 1;
    const doing = line.startsWith('go: downloading') ? line : `已编译 ${packages} 个包`;
    report(`用 Go 构建 Temporal 命令行(约 6 分钟):${doing}`);
  };
  report('用 Go 构建 Temporal 命令行(约 6 分钟)');
  const env = { ...process.env, GOBIN: bin, CGO_ENABLED: '0' };
  const built = await runToEnd(go, ['install', '-v', GO_PACKAGE], { env, onLine });
  return built.code === 0 && (await isProgram(target));
}
