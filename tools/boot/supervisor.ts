import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded, startChild, stopChild } from '../ground/child.ts';
import type { Child } from '../ground/child.ts';
import { startLeash } from '../ground/leash.ts';
import { NODE_24, ROOT } from '../ground/paths.ts';
import { plainFault } from '../ground/plain-fault.ts';

const READY_MS = 120_000;

/** Keeps everything a start has started, and ends it in reverse order. */
export interface Supervisor {
  /** Starts a script of ours with its output in `logs/<name>.log`, as a process of its own. */
  startScript(
    name: string,
    script: string,
    env: NodeJS.ProcessEnv,
    onLine?: (line: string) => void,
  ): Child;
  /** Takes charge of something started elsewhere. */
  keep(name: string, child: Child, stop: () => Promise<void>): void;
  /** Settles with the first child that ends while nothing has been asked to stop. */
  readonly firstDeath: Promise<Child>;
  /** Takes charge of something that ends by itself: its end is no death. */
  lend(name: string, child: Child): void;
  stopAll(): Promise<void>;
}

export function createSupervisor(logFolder: string): Supervisor {
  const leash = startLeash();
  const kept: { name: string; stop: () => Promise<void> }[] = [];
  let stopping = false;
  let tellDeath: (child: Child) => void = () => undefined;
  const firstDeath = new Promise<Child>((resolve) => {
    tellDeath = resolve;
  });
  const keep: Supervisor['keep'] = (name, child, stop) => {
    leash.holdProcess(child.process.pid, name === 'Postgres' ? 'SIGINT' : 'SIGTERM');
    kept.push({ name, stop });
    void child.ended.then(() => {
      if (!stopping) tellDeath(child);
    });
  };
  return {
    firstDeath,
    keep,
    lend: (name, child) => {
      leash.holdProcess(child.process.pid);
      kept.push({ name, stop: () => stopChild(child) });
    },
    startScript: (name, script, env, onLine) => {
      const child = startScript(name, script, { env, logFolder, onLine });
      keep(name, child, () => stopChild(child, 'SIGTERM', 15_000));
      return child;
    },
    stopAll: async () => {
      stopping = true;
      for (const { stop } of kept.splice(0).reverse()) await stop();
      leash.letGo();
    },
  };
}

/** What a script of ours prints, or sends as a message, when it can be used. */
const READY_LINE = /^(listening|working|ready)\b/;
const readiness = new WeakMap<Child, Promise<void>>();

interface ScriptOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly logFolder: string;
  readonly onLine: ((line: string) => void) | undefined;
}

function startScript(name: string, script: string, options: ScriptOptions): Child {
  const { env, logFolder } = options;
  mkdirSync(logFolder, { recursive: true });
  const log = join(logFolder, `${name}.log`);
  let tellReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  const onLine = (line: string): void => {
    appendFileSync(log, `${line}\n`);
    if (READY_LINE.test(line)) tellReady();
    options.onLine?.(line);
  };
  const child = startChild(name, NODE_24, [join(ROOT, script)], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    onLine,
  });
  child.process.on('message', (message) => {
    if (message === 'ready') tellReady();
  });
  readiness.set(child, ready);
  return child;
}

/** Waits until a started script says that it is ready. Throws a plain fault when it ends instead. */
export async function untilReady(child: Child, logFolder: string): Promise<void> {
  const said = readiness.get(child)?.then(() => 'ready' as const);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), READY_MS);
  });
  const outcome = await Promise.race([said, late, child.ended.then(() => 'ended' as const)]);
  clearTimeout(timer);
  if (outcome === 'ready') return;
  throw deathOf(child, logFolder);
}

/** The sentence for a process that ended, or never came up. */
export function deathOf(child: Child, logFolder: string): Error {
  const last = child
    .lastLines()
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .join(' / ');
  const how = hasEnded(child) ? ['意外退出', 'has ended'] : ['没有就绪', 'did not get ready'];
  const log = join(logFolder, `${child.name}.log`);
  return plainFault(
    `${child.name} 进程${how[0]}:${last || '没有输出'};全部日志在 ${log},处理后请重新运行 npm start。`,
    `The ${child.name} process ${how[1]}: ${last || 'no output'}; its whole log is in ${log}; settle that, then run npm start again.`,
  );
}
