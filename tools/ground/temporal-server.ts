import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded, startChild, stopChild } from './child.ts';
import type { Child } from './child.ts';
import { plainFault } from './plain-fault.ts';

const START_MS = 30_000;

export interface TemporalOptions {
  /** Path of the `temporal` program. */
  readonly program: string;
  readonly port: number;
  /** Port of its own web pages; left out, there are none. */
  readonly uiPort?: number;
  /** File that keeps the histories; left out, they end with the process. */
  readonly databaseFile?: string;
  readonly onLine?: (line: string) => void;
}

export interface RunningTemporal {
  readonly address: string;
  readonly child: Child;
  stop(): Promise<void>;
}

/** Starts Temporal's development server on 127.0.0.1. Throws a plain fault when it cannot. */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(options.port)];
  args.push('--log-level', 'error');
  if (options.uiPort) args.push('--ui-port', String(options.uiPort));
  else args.push('--headless');
  if (options.databaseFile) args.push('--db-filename', options.databaseFile);
  const child = startChild('Temporal', options.program, args, {
    detached: true,
    ...(options.onLine ? { onLine: options.onLine } : {}),
  });
  await untilListening(child, options.port);
  return {
    address: `127.0.0.1:${options.port}`,
    child,
    stop: () => stopChild(child, 'SIGINT', 10_000),
  };
}

async function untilListening(child: Child, port: number): Promise<void> {
  for (let waited = 0; waited < START_MS && !hasEnded(child); waited += 100) {
    if (await accepts(port)) return;
    await pause(100);
  }
  const last = child.lastLines().slice(-4).join(' / ');
  await stopChild(child, 'SIGKILL');
  throw plainFault(
    `Temporal 开发服务器没有启动:${last || '没有输出'};请按这句话处理后重试,或在 TEMPORAL_ADDRESS 中给出您自己的 Temporal。`,
    `The Temporal development server did not start: ${last || 'no output'}; settle that and try again, or give your own Temporal in TEMPORAL_ADDRESS.`,
  );
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
