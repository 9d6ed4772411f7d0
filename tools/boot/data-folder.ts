import { access, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../ground/child.ts';
import { plainFault } from '../ground/plain-fault.ts';

interface Running {
  readonly pid: number;
  readonly url?: string;
}

/** Makes the data folder, and refuses a closed one or one that another start is using. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw plainFault(
      `数据文件夹 ${folder} 不能写入;请给当前用户写权限,或用 XUZHENG_DATA_DIR 指定另一个文件夹。`,
      `The data folder ${folder} cannot be written; give this user permission, or name another folder in XUZHENG_DATA_DIR.`,
    );
  }
  const other = await whoRuns(folder);
  if (!other) return;
  throw plainFault(
    `续证已在运行(进程 ${other.pid}${other.url ? `,${other.url}` : ''});请直接打开,或先在那个窗口按 Ctrl-C。`,
    `Xuzheng is already running (process ${other.pid}${other.url ? `, ${other.url}` : ''}); open it, or press Ctrl-C there first.`,
  );
}

async function whoRuns(folder: string): Promise<Running | undefined> {
  const text = await readFile(noteFile(folder), 'utf8').catch(() => '');
  if (!text) return undefined;
  const running = JSON.parse(text) as Running;
  return running.pid !== process.pid && isAlive(running.pid) ? running : undefined;
}

/** Notes that this process uses the folder, for the next start to see. */
export async function noteRunning(folder: string, url?: string): Promise<void> {
  await writeFile(noteFile(folder), JSON.stringify({ pid: process.pid, url }));
}

/** Takes the note away. */
export async function noteStopped(folder: string): Promise<void> {
  await rm(noteFile(folder), { force: true });
}

function noteFile(folder: string): string {
  return join(folder, 'running.json');
}
