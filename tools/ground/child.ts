import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { stepBack } from './step-back.ts';
import type { Leash } from './leash.ts';

const LINES_KEPT = 40;

/** A started process with its last lines of output, kept to explain its death. */
export interface Child {
  readonly name: string;
  readonly process: ChildProcess;
  /** Settles when the process has ended, with the exit code (null when a signal ended it). */
  readonly ended: Promise<number | null>;
  /** The last lines it wrote, oldest first. */
  lastLines(): string[];
}

export interface ChildOptions extends SpawnOptions {
  readonly onLine?: (line: string) => void;
  /** It takes only what the machine has to spare; this leash ends it with us. */
  readonly calm?: Leash | undefined;
}

/** Starts a program and collects its output line by line. Never throws: a failed start ends it. */
export function startChild(
  name: string,
  file: string,
  args: readonly string[],
  options: ChildOptions = {},
): Child {
  const { onLine, calm, ...spawnOptions } = options;
  const kept: string[] = [];
  const keep = (line: string): void => {
    kept.push(line);
    if (kept.length > LINES_KEPT) kept.shift();
    onLine?.(line);
  };
  const child = spawn(file, args, {
    ...{ stdio: ['ignore', 'pipe', 'pipe'], detached: calm !== undefined },
    ...spawnOptions,
  });
  if (calm !== undefined && child.pid !== undefined) {
    calm.holdProcess(child.pid);
    stepBack(child.pid);
  }
  readLines(child.stdout, keep);
  readLines(child.stderr, keep);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      keep(error.message);
      resolve(null);
    });
    child.once('close', (code) => resolve(code));
  });
  return { name, process: child, ended, lastLines: () => [...kept] };
}

function readLines(stream: NodeJS.ReadableStream | null, keep: (line: string) => void): void {
  if (!stream) return;
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) keep(line);
  });
  stream.on('end', () => {
    if (rest) keep(rest);
  });
}

/** Asks a process to stop, and kills it when it has not within `graceMs`. */
export async function stopChild(
  child: Child,
  signal: NodeJS.Signals = 'SIGTERM',
  graceMs = 8_000,
): Promise<void> {
  if (hasEnded(child)) return;
  child.process.kill(signal);
  const inTime = await Promise.race([
    child.ended.then(() => true),
    pause(graceMs, false, { ref: false }),
  ]);
  if (inTime) return;
  child.process.kill('SIGKILL');
  await child.ended;
}

export function hasEnded(child: Child): boolean {
  const { exitCode, signalCode, pid } = child.process;
  return pid === undefined || exitCode !== null || signalCode !== null;
}

/** Runs a program to its end and gives its code and output; for short commands. */
export async function runToEnd(
  file: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<{ code: number | null; lines: string[] }> {
  const child = startChild(file, file, args, options);
  const code = await child.ended;
  return { code, lines: child.lastLines() };
}

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
